import { Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SetUpForm } from './set-up-form.ts';

/** Where the nightly files are put, and when. */
export function ExportStep({ form }: { form: SetUpForm }) {
  const { t } = useTranslation('office');
  return (
    <Stack gap="md" maw="36rem">
      <Text>{t('setUp.export.intro')}</Text>
      <TextInput
        label={t('setUp.export.folder')}
        description={t('setUp.export.folderHelp')}
        placeholder={t('setUp.export.folderPlaceholder')}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('export.folder')}
      />
      <TextInput
        label={t('setUp.export.nightlyAt')}
        description={t('setUp.export.nightlyAtHelp')}
        w={180}
        autoComplete="off"
        {...form.getInputProps('export.nightlyAt')}
      />
    </Stack>
  );
}
