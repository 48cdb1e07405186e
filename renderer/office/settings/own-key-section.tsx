import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { OfficeSettings } from '../../../shared/office/office.contract.ts';
import { Section } from '../../ui/section.tsx';
import { FingerprintLine } from '../keys/fingerprint-line.tsx';
import { KeyTextOut } from '../keys/key-text-out.tsx';

/** The key by which the city knows this office's files: public, to be handed over and compared. */
export function OwnKeySection({ settings }: { settings: OfficeSettings }) {
  const { t } = useTranslation('office');
  return (
    <Section title={t('settings.ownKey')}>
      <Stack gap="xs">
        <Text>{t('settings.ownKeyText')}</Text>
        <FingerprintLine label={t('sheet.fingerprint')} fingerprint={settings.signingKeyFingerprint} />
        <KeyTextOut
          label={t('settings.ownKeyPem')}
          text={settings.signingKeyPem}
          file={{ name: `${settings.id}.pub.pem`, type: 'application/x-pem-file' }}
        />
      </Stack>
    </Section>
  );
}
