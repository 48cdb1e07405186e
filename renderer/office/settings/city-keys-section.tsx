import { Button, Group, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeSettings } from '../../../shared/office/office.contract.ts';
import { useRight } from '../../access/session-store.ts';
import { Section } from '../../ui/section.tsx';
import { FingerprintLine } from '../keys/fingerprint-line.tsx';
import { ChangeCityKeysSheet } from './change-city-keys-sheet.tsx';

/** The city's keys as they are in force. */
export function CityKeysSection({ settings }: { settings: OfficeSettings }) {
  const { t } = useTranslation('office');
  const mayChange = useRight('office.configure');
  const [changing, setChanging] = useState(false);
  return (
    <Section title={t('setUp.step.city')}>
      <Stack gap="xs">
        <Text>{t('settings.cityKeysText')}</Text>
        {settings.cityRecipients.map(({ recipient, fingerprint }, index) => (
          <FingerprintLine
            key={recipient}
            label={t('keys.fingerprintOfRecipient', { number: index + 1 })}
            fingerprint={fingerprint}
          />
        ))}
        <FingerprintLine label={t('keys.fingerprintOfReceiptKey')} fingerprint={settings.receiptKeyFingerprint} />
        {mayChange && (
          <Group>
            <Button variant="default" leftSection={<IconKey size={18} aria-hidden />} onClick={() => setChanging(true)}>
              {t('settings.changeCityKeys')}
            </Button>
          </Group>
        )}
      </Stack>
      {changing && <ChangeCityKeysSheet settings={settings} onClose={() => setChanging(false)} />}
    </Section>
  );
}
