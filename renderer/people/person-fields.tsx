import { Checkbox, Chip, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CANNOT_READ } from '../../shared/catalogue/catalogue.ts';
import { GENDERS, PERSON_ROLES } from '../../shared/people/people.contract.ts';
import type { PersonLevel } from '../../shared/people/person-level.contract.ts';
import { DateField } from '../letters/date-field.tsx';
import { HELP_BELOW } from '../ui/form/help-below.ts';
import { namesNewYear } from './birth-text.ts';
import { DistrictSelect } from './district-select.tsx';
import { LanguageSelect } from './language-select.tsx';
import { LevelFields } from './level-fields.tsx';
import type { PersonFormValues } from './person-form-values.ts';

interface PersonFieldsInputsProps {
  form: UseFormReturnType<PersonFormValues>;
  /** How the person is known so far; null for somebody new. */
  before: PersonLevel | null;
}

/** The fields of a person, in the order in which one asks for them. Each sensitive one says what it is for. */
export function PersonFieldsInputs({ form, before }: PersonFieldsInputsProps) {
  const { t } = useTranslation('people');
  const named = form.values.level === 'named';
  const rolesId = useId();
  return (
    <Stack gap="sm">
      <LevelFields form={form} before={before} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        {named && (
          <TextInput
            {...HELP_BELOW}
            label={t('field.ownScriptName')}
            description={t('help.ownScriptName')}
            dir="auto"
            autoComplete="off"
            {...form.getInputProps('ownScriptName')}
          />
        )}
        <TextInput
          {...HELP_BELOW}
          label={t('field.birth')}
          description={t('help.birth')}
          placeholder={t('placeholder.birth')}
          autoComplete="off"
          {...form.getInputProps('birthText')}
        />
      </SimpleGrid>
      {named && namesNewYear(form.values.birthText) && (
        <Checkbox
          label={t('field.bornOnNewYear')}
          description={t('help.bornOnNewYear')}
          {...form.getInputProps('bornOnNewYear', { type: 'checkbox' })}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm" verticalSpacing="sm">
        <LanguageSelect label={t('field.spoken')} {...form.getInputProps('spoken')} />
        <LanguageSelect
          label={t('field.understood')}
          placeholder={t('placeholder.likeSpoken')}
          {...form.getInputProps('understood')}
        />
        <LanguageSelect
          label={t('field.read')}
          placeholder={t('placeholder.likeSpoken')}
          more={[{ value: CANNOT_READ, label: t('cannotRead') }]}
          {...form.getInputProps('read')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
        <Select
          {...HELP_BELOW}
          label={t('field.gender')}
          description={t('help.gender')}
          allowDeselect={false}
          data={GENDERS.map((gender) => ({ value: gender, label: t(`gender.${gender}`) }))}
          {...form.getInputProps('gender')}
        />
        <DistrictSelect
          {...HELP_BELOW}
          label={t('field.district')}
          description={t('help.district')}
          {...form.getInputProps('district')}
        />
        <TextInput
          {...HELP_BELOW}
          label={t('field.phone')}
          description={t('help.phone')}
          type="tel"
          autoComplete="off"
          {...form.getInputProps('phone')}
        />
        {named && (
          <TextInput
            {...HELP_BELOW}
            label={t('field.email')}
            description={t('help.email')}
            type="email"
            autoComplete="off"
            {...form.getInputProps('email')}
          />
        )}
      </SimpleGrid>
      <div role="group" aria-labelledby={rolesId}>
        <Text id={rolesId} size="sm" fw={500} mb={4}>
          {t('field.roles')}
        </Text>
        <Chip.Group
          multiple
          value={form.values.roles}
          onChange={(roles) =>
            form.setFieldValue(
              'roles',
              PERSON_ROLES.filter((role) => roles.includes(role)),
            )
          }
        >
          <Group gap="xs">
            {PERSON_ROLES.map((role) => (
              <Chip key={role} value={role} size="sm" variant="outline">
                {t(`role.${role}`)}
              </Chip>
            ))}
          </Group>
        </Chip.Group>
      </div>
      {form.values.roles.includes('refugee-own-flat') && (
        <DateField
          label={t('field.movedInOn')}
          value={form.values.movedInOn}
          onChange={(day) => form.setFieldValue('movedInOn', day)}
        />
      )}
    </Stack>
  );
}
