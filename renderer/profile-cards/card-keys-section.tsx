import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload, IconKey, IconShare3 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../access/session-store.ts';
import { useFormats } from '../i18n/formats.ts';
import { FingerprintLine } from '../office/keys/fingerprint-line.tsx';
import { orpc } from '../rpc/client.ts';
import { Section } from '../ui/section.tsx';
import { GiveKeySheet } from './give-key-sheet.tsx';
import { MakeKeySheet } from './make-key-sheet.tsx';
import { TakeKeySheet } from './take-key-sheet.tsx';

/** The key that opens profile cards in every office of the network: made in one, given from one to the next. */
export function CardKeysSection() {
  const { t } = useTranslation('profile-cards');
  const { instantDay } = useFormats();
  const mayChange = useRight('office.configure');
  const [sheet, setSheet] = useState<'make' | 'give' | 'take' | null>(null);
  const keys = useQuery(orpc.profileCards.keys.queryOptions({ input: {} }));
  if (!keys.data) return null;
  const [current, ...earlier] = keys.data.keys;
  const close = () => setSheet(null);
  return (
    <Section title={t('key.title')}>
      <Stack gap="xs">
        <Text>{current ? t('key.text') : t('key.none')}</Text>
        {current && (
          <FingerprintLine
            label={t('key.since', { day: instantDay(current.sinceAt) })}
            fingerprint={current.fingerprint}
          />
        )}
        {earlier.map(({ id, fingerprint, sinceAt }) => (
          <FingerprintLine key={id} label={t('key.earlier', { day: instantDay(sinceAt) })} fingerprint={fingerprint} />
        ))}
        {mayChange && (
          <Group gap="sm">
            {current && (
              <Button
                variant="default"
                leftSection={<IconShare3 size={18} aria-hidden />}
                onClick={() => setSheet('give')}
              >
                {t('key.give')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={() => setSheet('take')}
            >
              {t('key.takeIt')}
            </Button>
            <Button variant="default" leftSection={<IconKey size={18} aria-hidden />} onClick={() => setSheet('make')}>
              {current ? t('key.renew') : t('key.make')}
            </Button>
          </Group>
        )}
      </Stack>
      {sheet === 'make' && <MakeKeySheet first={!current} onClose={close} />}
      {sheet === 'give' && <GiveKeySheet onClose={close} />}
      {sheet === 'take' && <TakeKeySheet onClose={close} />}
    </Section>
  );
}
