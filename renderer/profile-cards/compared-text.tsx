import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FingerprintLine } from '../office/keys/fingerprint-line.tsx';
import { KeyTextField } from '../office/keys/key-text-field.tsx';
import { useFingerprints } from '../office/keys/use-fingerprints.ts';
import { Message } from '../ui/message.tsx';

interface ComparedTextProps {
  label: string;
  description: string;
  value: string;
  error: string | null;
  compared: boolean;
  onChange: (text: string, compared: boolean) => void;
}

/** A text of another office with its fingerprint: whoever takes it has compared this on the telephone. Another text is not yet compared. */
export function ComparedText({ label, description, value, error, compared, onChange }: ComparedTextProps) {
  const { t } = useTranslation('profile-cards');
  const { t: office } = useTranslation('office');
  const [tooLarge, setTooLarge] = useState(false);
  const [fingerprint] = useFingerprints(value.trim() === '' ? [] : [value]);
  return (
    <Stack gap="sm">
      <KeyTextField
        label={label}
        description={description}
        rows={3}
        value={value}
        error={error}
        onChange={(text) => {
          setTooLarge(false);
          onChange(text, false);
        }}
        onUnreadable={() => setTooLarge(true)}
      />
      {tooLarge && (
        <Message kind="error" announce>
          {office('keys.fileTooLarge')}
        </Message>
      )}
      {fingerprint !== undefined && (
        <>
          <FingerprintLine label={t('key.fingerprint')} fingerprint={fingerprint} />
          <Checkbox
            label={t('key.compared')}
            checked={compared}
            onChange={(event) => onChange(value, event.currentTarget.checked)}
          />
        </>
      )}
    </Stack>
  );
}
