import { Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Message } from '../../ui/message.tsx';
import { pemOf, recipientsOf } from './city-keys.ts';
import { FingerprintLine } from './fingerprint-line.tsx';
import { KeyTextField } from './key-text-field.tsx';
import { useFingerprints } from './use-fingerprints.ts';

export interface CityKeysValues {
  recipients: string;
  receiptKey: string;
  comparedByFirst: boolean;
  comparedBySecond: boolean;
}

interface CityKeysFieldsProps {
  values: CityKeysValues;
  onChange: (values: CityKeysValues) => void;
  errors: { recipients?: React.ReactNode; receiptKey?: React.ReactNode; compared?: React.ReactNode };
}

/**
 * The city's keys and their fingerprints. Two people compare these with what the city told by another way; a key that
 * changes takes both ticks away.
 */
export function CityKeysFields({ values, onChange, errors }: CityKeysFieldsProps) {
  const { t } = useTranslation('office');
  const [tooLarge, setTooLarge] = useState(false);
  const recipients = recipientsOf(values.recipients);
  const receiptKey = pemOf(values.receiptKey);
  const complete = recipients.length > 0 && receiptKey !== '';
  const fingerprints = useFingerprints(complete ? [...recipients, receiptKey] : []);
  const change = (keys: Partial<CityKeysValues>) => {
    setTooLarge(false);
    onChange({ ...values, ...keys, comparedByFirst: false, comparedBySecond: false });
  };
  return (
    <Stack gap="md">
      <KeyTextField
        label={t('keys.recipients')}
        description={t('keys.recipientsHelp')}
        rows={3}
        value={values.recipients}
        error={errors.recipients}
        onChange={(text) => change({ recipients: text })}
        onUnreadable={() => setTooLarge(true)}
      />
      <KeyTextField
        label={t('keys.receiptKey')}
        description={t('keys.receiptKeyHelp')}
        rows={4}
        value={values.receiptKey}
        error={errors.receiptKey}
        onChange={(text) => change({ receiptKey: text })}
        onUnreadable={() => setTooLarge(true)}
      />
      {tooLarge && (
        <Message kind="error" announce>
          {t('keys.fileTooLarge')}
        </Message>
      )}
      {fingerprints.length > 0 && (
        <Stack gap="xs" role="group" aria-label={t('keys.compare')}>
          <Text size="sm">{t('keys.compareHelp')}</Text>
          {fingerprints.map((fingerprint, index) => (
            <FingerprintLine
              // One place is one key; the same key twice has the same fingerprint.
              key={`${index} ${fingerprint}`}
              label={
                index < recipients.length
                  ? t('keys.fingerprintOfRecipient', { number: index + 1 })
                  : t('keys.fingerprintOfReceiptKey')
              }
              fingerprint={fingerprint}
            />
          ))}
          <Checkbox
            label={t('keys.comparedByFirst')}
            checked={values.comparedByFirst}
            onChange={(event) => onChange({ ...values, comparedByFirst: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('keys.comparedBySecond')}
            checked={values.comparedBySecond}
            onChange={(event) => onChange({ ...values, comparedBySecond: event.currentTarget.checked })}
          />
        </Stack>
      )}
      {errors.compared && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {errors.compared}
        </Text>
      )}
    </Stack>
  );
}
