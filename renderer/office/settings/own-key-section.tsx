import { Button, CopyButton, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OfficeSettings } from '../../../shared/office/office.contract.ts';
import { Section } from '../../ui/section.tsx';
import { FingerprintLine } from '../keys/fingerprint-line.tsx';
import classes from '../office.module.css';
import { saveTextFile } from './save-text-file.ts';

/** The key by which the city knows this office's files: public, to be handed over and compared. */
export function OwnKeySection({ settings }: { settings: OfficeSettings }) {
  const { t } = useTranslation('office');
  return (
    <Section title={t('settings.ownKey')}>
      <Stack gap="xs">
        <Text>{t('settings.ownKeyText')}</Text>
        <FingerprintLine label={t('sheet.fingerprint')} fingerprint={settings.signingKeyFingerprint} />
        <Textarea
          label={t('settings.ownKeyPem')}
          readOnly
          rows={3}
          value={settings.signingKeyPem.trim()}
          classNames={{ input: classes.keyText ?? '' }}
        />
        <Group gap="sm">
          <CopyButton value={settings.signingKeyPem}>
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={copied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
                onClick={copy}
              >
                {copied ? t('settings.copied') : t('settings.copyKey')}
              </Button>
            )}
          </CopyButton>
          {/* The desktop shell hands out no file but letters; there the key is copied. */}
          {window.tandemHost?.kind !== 'electron' && (
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={() => saveTextFile(`${settings.id}.pub.pem`, settings.signingKeyPem)}
            >
              {t('settings.saveKey')}
            </Button>
          )}
        </Group>
      </Stack>
    </Section>
  );
}
