import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../key-hint.tsx';
import { ariaKeys, keyName } from './key-names.ts';
import { useKeys } from './use-keys.tsx';

/** The word is long on a button; its sign stands on every keyboard. */
const SHIFT = 'shift+';

interface KeyButtonProps extends ButtonProps {
  /** The key that does the same, for example `F4` or `mod+Enter`. */
  keys: string;
  children: ReactNode;
  onClick?: () => void;
  /** Sends the form that it stands in, as Enter in one of its fields does. */
  submits?: boolean;
  /** The words for the cheat sheet; without them those of the button, if it has only words. */
  keyLabel?: string;
  inFields?: boolean;
}

/** A button with its key: one definition for the click, the key, the hint and the cheat sheet. */
export function KeyButton({ keys, onClick, submits = false, children, keyLabel, inFields, ...button }: KeyButtonProps) {
  const { t } = useTranslation();
  const element = useRef<HTMLButtonElement>(null);
  const label = keyLabel ?? (typeof children === 'string' ? children : undefined);
  const shifted = keys.startsWith(SHIFT);
  const usable = !button.disabled && !button.loading;
  useKeys([
    usable && {
      keys,
      run: () => element.current?.click(),
      ...(label ? { label } : {}),
      ...(inFields === undefined ? {} : { inFields }),
    },
  ]);
  return (
    <Button
      {...button}
      ref={element}
      type={submits ? 'submit' : 'button'}
      {...(onClick ? { onClick } : {})}
      aria-keyshortcuts={ariaKeys(keys)}
      rightSection={<KeyHint keys={keyName(t, shifted ? keys.slice(SHIFT.length) : keys)} shift={shifted} />}
    >
      {children}
    </Button>
  );
}
