import { MultiSelect, NumberInput, Radio, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { districts, knownOffices } from '../../../shared/catalogue/catalogue.ts';
import { LanguagesField } from '../../staff/staff-person-fields.tsx';
import { HELP_BELOW } from '../../ui/form/help-below.ts';
import type { SetUpForm } from './set-up-form.ts';
import { officeIdOf, withKnownOffice } from './set-up-values.ts';

/** Which office this is: one of the network's seven, or an own one. */
export function OfficeStep({ form }: { form: SetUpForm }) {
  const { t } = useTranslation('office');
  const { values } = form;
  const own = values.known === 'own';
  return (
    <Stack gap="md">
      <Radio.Group
        label={t('setUp.office.which')}
        value={values.known}
        error={form.errors.known}
        onChange={(known) => {
          form.clearErrors();
          form.setValues(withKnownOffice(values, known));
        }}
      >
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing={6} mt={6}>
          {knownOffices.map((office) => (
            <Radio
              key={office.id}
              value={office.id}
              label={office.name}
              description={t('setUp.office.with', { partner: office.partner })}
            />
          ))}
          <Radio value="own" label={t('setUp.office.own')} description={t('setUp.office.ownHelp')} />
        </SimpleGrid>
      </Radio.Group>
      {values.known !== '' && (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
            <TextInput
              label={t('setUp.office.name')}
              autoComplete="off"
              {...form.getInputProps('office.name')}
              onChange={(event) => {
                const name = event.currentTarget.value;
                const follows = own && values.office.id === officeIdOf(values.office.name);
                form.setFieldValue('office', {
                  ...values.office,
                  name,
                  id: follows ? officeIdOf(name) : values.office.id,
                });
              }}
            />
            <TextInput
              {...HELP_BELOW}
              label={t('setUp.office.id')}
              description={t('setUp.office.idHelp')}
              disabled={!own}
              autoComplete="off"
              {...form.getInputProps('office.id')}
            />
            <Textarea label={t('setUp.office.address')} rows={2} {...form.getInputProps('office.address')} />
            <Textarea label={t('setUp.office.openingHours')} rows={2} {...form.getInputProps('office.openingHours')} />
            <MultiSelect
              label={t('setUp.office.districts')}
              searchable
              hidePickedOptions
              data={Object.keys(districts)}
              {...form.getInputProps('office.districts')}
            />
            <LanguagesField
              label={t('setUp.office.languages')}
              languages={values.office.languages}
              onChange={(languages) => form.setFieldValue('office.languages', languages)}
              error={form.errors['office.languages']}
            />
            <NumberInput
              {...HELP_BELOW}
              label={t('setUp.office.desks')}
              description={t('setUp.office.desksHelp')}
              min={1}
              max={20}
              allowDecimal={false}
              {...form.getInputProps('office.desks')}
            />
            <TextInput
              {...HELP_BELOW}
              label={t('setUp.office.ticketLetter')}
              description={t('setUp.office.ticketLetterHelp')}
              maxLength={1}
              {...form.getInputProps('office.ticketLetter')}
              onChange={(event) => form.setFieldValue('office.ticketLetter', event.currentTarget.value.toUpperCase())}
            />
          </SimpleGrid>
          <Text size="sm" c="dimmed">
            {t('setUp.office.later')}
          </Text>
        </>
      )}
    </Stack>
  );
}
