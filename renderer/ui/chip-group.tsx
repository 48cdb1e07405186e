import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type Ref, useState } from 'react';
import classes from './chip-group.module.css';
import { KeyHint } from './key-hint.tsx';

export interface ChipOption<Id extends string> {
  id: Id;
  label: ReactNode;
  icon?: ReactNode;
  /** The key that does the same, as it is printed on the keyboard. */
  keyName?: string;
}

export interface ChipGroupProps<Id extends string> {
  /** What the group asks, for screen readers. */
  label: string;
  options: readonly ChipOption<Id>[];
  chosen: readonly Id[];
  onToggle: (id: Id) => void;
  size?: 'sm' | 'lg';
  disabled?: boolean;
  /** Whether a sheet that opens puts the focus here. */
  takesFocus?: boolean;
  /** The element that takes the focus: the chosen chip, else the first. */
  ref?: Ref<HTMLDivElement>;
}

/** Chips of which some are chosen. One stop for Tab; arrow keys go from chip to chip, Enter and Space choose. */
export function ChipGroup<Id extends string>({
  label,
  options,
  chosen,
  onToggle,
  size = 'sm',
  disabled = false,
  takesFocus = false,
  ref,
}: ChipGroupProps<Id>) {
  const [stop, setStop] = useState<Id | null>(null);
  const stopId =
    options.find((option) => option.id === stop)?.id ??
    options.find((option) => chosen.includes(option.id))?.id ??
    options[0]?.id;
  return (
    <div ref={ref} role="group" aria-label={label} className={classes.group} data-size={size}>
      {options.map((option) => (
        <UnstyledButton
          key={option.id}
          type="button"
          className={classes.chip}
          aria-pressed={chosen.includes(option.id)}
          tabIndex={option.id === stopId ? 0 : -1}
          disabled={disabled}
          data-autofocus={(takesFocus && option.id === stopId) || undefined}
          onFocus={() => setStop(option.id)}
          onKeyDown={moveAmongChips}
          onClick={() => onToggle(option.id)}
        >
          {option.keyName && <KeyHint keys={option.keyName} />}
          {option.icon}
          <span>{option.label}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}

const STEP: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function moveAmongChips(event: KeyboardEvent<HTMLButtonElement>): void {
  const step = STEP[event.key];
  const group = event.currentTarget.parentElement;
  if (step === undefined || !group) return;
  const chips = [...group.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const next = chips[(chips.indexOf(event.currentTarget) + step + chips.length) % chips.length];
  event.preventDefault();
  next?.focus();
}
