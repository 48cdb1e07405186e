import { Button, CopyButton, Group, Stack, Textarea } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../office.module.css';
import { saveTextFile } from '../settings/save-text-file.ts';

interface KeyTextOutProps {
  label: string;
  text: string;
  /** The name of the file that it can be saved as, and its kind. */
  file: { name: string; type: string };
}

/** A text that is handed to somebody else: to be copied, or saved as a file. */
export function KeyTextOut({ label, text, file }: KeyTextOutProps) {
  const { t } = useTranslation('office');
  return (
    <Stack gap="xs">
      <Textarea label={label} readOnly rows={3} value={text.trim()} classNames={{ input: classes.keyText ?? '' }} />
      <Group gap="sm">
        <CopyButton value={text}>
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
        {/* The desktop shell hands out no file but letters; there the text is copied. */}
        {window.tandemHost?.kind !== 'electron' && (
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => saveTextFile(file.name, text, file.type)}
          >
            {t('settings.saveKey')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
