import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FingerprintLine } from '../office/keys/fingerprint-line.tsx';
import { KeyTextOut } from '../office/keys/key-text-out.tsx';
import { useFingerprints } from '../office/keys/use-fingerprints.ts';

/** A text for another office, with the fingerprint that is read out on the telephone. */
export function ShownText({
  label,
  hint,
  text,
  fileName,
}: {
  label: string;
  hint: string;
  text: string;
  fileName: string;
}) {
  const { t } = useTranslation('profile-cards');
  const [fingerprint] = useFingerprints([text]);
  return (
    <Stack gap="xs">
      <Text size="sm">{hint}</Text>
      <KeyTextOut label={label} text={text} file={{ name: fileName, type: 'text/plain' }} />
      {fingerprint !== undefined && <FingerprintLine label={t('key.fingerprint')} fingerprint={fingerprint} />}
    </Stack>
  );
}
