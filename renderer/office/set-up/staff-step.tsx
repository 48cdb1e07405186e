import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EMPLOYER_KINDS } from '../../../shared/access/access.contract.ts';
import { PassphraseFields } from '../../staff/passphrase-fields.tsx';
import { suggestedSignInName } from '../../staff/sign-in-name.ts';
import { LanguagesField, RolesField } from '../../staff/staff-person-fields.tsx';
import { Message } from '../../ui/message.tsx';
import { Section } from '../../ui/section.tsx';
import type { SetUpForm } from './set-up-form.ts';
import { newStaff, type StaffValues } from './set-up-values.ts';

const MOST_STAFF = 40;

/** Who works here. Each person types their own passphrase. */
export function StaffStep({ form }: { form: SetUpForm }) {
  const { t } = useTranslation('office');
  const { staff } = form.values;
  const change = (index: number, person: Partial<StaffValues>) =>
    form.setFieldValue(
      'staff',
      staff.map((other, at) => (at === index ? { ...other, ...person } : other)),
    );
  return (
    <Stack gap="md">
      <Text>{t('setUp.staff.intro')}</Text>
      {form.errors['staff.all'] && (
        <Message kind="error" announce>
          {form.errors['staff.all']}
        </Message>
      )}
      {staff.map((person, index) => (
        <Section
          key={person.key}
          raised={false}
          title={person.displayName.trim() === '' ? t('setUp.staff.person', { number: index + 1 }) : person.displayName}
          aside={
            staff.length > 1 && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                leftSection={<IconX size={16} aria-hidden />}
                onClick={() => {
                  form.clearErrors();
                  form.setFieldValue(
                    'staff',
                    staff.filter((other) => other.key !== person.key),
                  );
                }}
                aria-label={t('setUp.staff.removeNamed', { name: person.displayName || index + 1 })}
              >
                {t('setUp.staff.remove')}
              </Button>
            )
          }
        >
          <StaffPerson form={form} person={person} index={index} onChange={(next) => change(index, next)} />
        </Section>
      ))}
      <Group>
        <Button
          variant="default"
          leftSection={<IconUserPlus size={18} aria-hidden />}
          disabled={staff.length >= MOST_STAFF}
          onClick={() => form.setFieldValue('staff', [...staff, newStaff('city', ['counsellor'])])}
        >
          {t('setUp.staff.add')}
        </Button>
      </Group>
    </Stack>
  );
}

interface StaffPersonProps {
  form: SetUpForm;
  person: StaffValues;
  index: number;
  onChange: (person: Partial<StaffValues>) => void;
}

function StaffPerson({ form, person, index, onChange }: StaffPersonProps) {
  const { t } = useTranslation('office');
  const { t: staffText } = useTranslation('staff');
  const error = (field: string) => form.errors[`staff.${index}.${field}`];
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput
            label={staffText('field.displayName')}
            autoComplete="off"
            value={person.displayName}
            error={error('displayName')}
            onChange={(event) => {
              const displayName = event.currentTarget.value;
              const follows = person.signInName === suggestedSignInName(person.displayName);
              onChange({ displayName, ...(follows ? { signInName: suggestedSignInName(displayName) } : {}) });
            }}
          />
          <TextInput
            label={staffText('field.signInName')}
            autoComplete="off"
            value={person.signInName}
            error={error('signInName')}
            onChange={(event) => onChange({ signInName: event.currentTarget.value })}
          />
          <Select
            label={staffText('field.employer')}
            allowDeselect={false}
            value={person.employer}
            onChange={(value) =>
              onChange({ employer: EMPLOYER_KINDS.find((kind) => kind === value) ?? person.employer })
            }
            data={EMPLOYER_KINDS.map((kind) => ({
              value: kind,
              label: form.values.employers[kind].letterhead.name || t(`setUp.employers.${kind}`),
            }))}
          />
          <LanguagesField
            label={staffText('field.languages')}
            languages={person.languages}
            onChange={(languages) => onChange({ languages })}
            error={error('languages')}
          />
        </SimpleGrid>
        <PassphraseFields
          passphrase={person.passphrase}
          again={person.passphraseAgain}
          onPassphrase={(passphrase) => onChange({ passphrase })}
          onAgain={(passphraseAgain) => onChange({ passphraseAgain })}
          error={error('passphrase')}
          againError={error('passphraseAgain')}
          known={[person.displayName, person.signInName, form.values.office.name]}
        />
      </Stack>
      <RolesField roles={person.roles} onChange={(roles) => onChange({ roles })} error={error('roles')} />
    </SimpleGrid>
  );
}
