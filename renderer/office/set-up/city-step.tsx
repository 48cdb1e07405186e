import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CityKeysFields } from '../keys/city-keys-fields.tsx';
import type { SetUpForm } from './set-up-form.ts';

/** The city's keys: without them nothing could leave the house at night. */
export function CityStep({ form }: { form: SetUpForm }) {
  const { t } = useTranslation('office');
  return (
    <Stack gap="md">
      <Text>{t('setUp.city.intro')}</Text>
      <CityKeysFields
        values={form.values.city}
        onChange={(city) => {
          form.clearFieldError('city.compared');
          form.setFieldValue('city', city);
        }}
        errors={{
          recipients: form.errors['city.recipients'],
          receiptKey: form.errors['city.receiptKey'],
          compared: form.errors['city.compared'],
        }}
      />
    </Stack>
  );
}
