import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Bdi } from '../ui/bdi.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { useKeys } from '../ui/keyboard/use-keys.tsx';
import classes from './name-chips.module.css';

interface NameChipsProps {
  names: readonly string[];
  chosen: string | null;
  onChoose: (name: string) => void;
}

/** The names that can sign in, each with the digit that chooses it: two people change seats without the mouse. */
export function NameChips({ names, chosen, onChoose }: NameChipsProps) {
  const { t } = useTranslation('access');
  useKeys(
    names
      .slice(0, 9)
      .map((name, index) => ({ keys: String(index + 1), run: () => onChoose(name), label: t('chooseName', { name }) })),
  );
  return (
    <div className={classes.chips} role="group" aria-label={t('whoAreYou')}>
      {names.map((name, index) => (
        <UnstyledButton
          key={name}
          className={classes.chip}
          aria-pressed={name === chosen}
          onClick={() => onChoose(name)}
        >
          {index < 9 && <KeyHint keys={String(index + 1)} />}
          <Bdi className={classes.name ?? ''}>{name}</Bdi>
        </UnstyledButton>
      ))}
    </div>
  );
}
