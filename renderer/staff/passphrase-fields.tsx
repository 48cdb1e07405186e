import { PasswordInput, SimpleGrid, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { passphraseStrength, type Strength } from './passphrase-strength.ts';
import classes from './staff.module.css';

interface PassphraseFieldsProps {
  passphrase: string;
  again: string;
  onPassphrase: (value: string) => void;
  onAgain: (value: string) => void;
  error?: React.ReactNode;
  againError?: React.ReactNode;
  /** What a guesser would try first: the person's names, the office's name. */
  known: readonly string[];
}

/** A new passphrase, typed twice by the person it belongs to, with an honest word on how easily it is guessed. */
export function PassphraseFields({
  passphrase,
  again,
  onPassphrase,
  onAgain,
  error,
  againError,
  known,
}: PassphraseFieldsProps) {
  const { t } = useTranslation('staff');
  const strengthId = useId();
  return (
    <div>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <PasswordInput
          label={t('passphrase.label')}
          value={passphrase}
          onChange={(event) => onPassphrase(event.currentTarget.value)}
          autoComplete="new-password"
          error={error}
          visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show'), tabIndex: 0 }}
        />
        <PasswordInput
          label={t('passphrase.again')}
          value={again}
          onChange={(event) => onAgain(event.currentTarget.value)}
          autoComplete="new-password"
          error={againError}
          visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show'), tabIndex: 0 }}
        />
      </SimpleGrid>
      <Text id={strengthId} size="sm" c="dimmed" mt={4} role="status">
        {passphrase === '' ? t('passphrase.hint') : <StrengthWord strength={passphraseStrength(passphrase, known)} />}
      </Text>
    </div>
  );
}

function StrengthWord({ strength }: { strength: Strength }) {
  const { t } = useTranslation('staff');
  return (
    <span className={classes.strength} data-strength={strength}>
      {t(`passphrase.strength.${strength}`)}
    </span>
  );
}
