import { Checkbox, MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTNER_KINDS, PartnerFields } from '../../shared/partners/partners.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { focusFirstError } from '../ui/form/focus-first-error.ts';
import { HELP_BELOW } from '../ui/form/help-below.ts';
import { useFieldErrors } from '../ui/form/use-field-errors.ts';
import { FormButtons } from '../ui/form-buttons.tsx';

export const NEW_PARTNER: PartnerFields = {
  name: '',
  kind: 'other',
  authority: false,
  contactName: '',
  street: '',
  postalCodeAndTown: '',
  phone: '',
  email: '',
  hours: '',
  way: '',
  topics: [],
};

interface PartnerFormProps {
  start: PartnerFields;
  submitLabel: string;
  pending: boolean;
  onSubmit: (partner: PartnerFields) => void;
  onCancel: () => void;
}

/** An organisation that letters go to: name, address, whom to ask, and for which topics it is there. */
export function PartnerForm({ start, submitLabel, pending, onSubmit, onCancel }: PartnerFormProps) {
  const { t } = useTranslation('partners');
  const { topicOptions } = useCatalogue();
  const errorsOf = useFieldErrors();
  const element = useRef<HTMLFormElement>(null);
  const form = useForm<PartnerFields>({
    mode: 'controlled',
    initialValues: start,
    validate: (values) => errorsOf(PartnerFields, values),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.validate().hasErrors) return focusFirstError(element.current);
    onSubmit(form.values);
  };

  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <TextInput label={t('field.name')} autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <Select
            label={t('field.kind')}
            allowDeselect={false}
            data={PARTNER_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            {...form.getInputProps('kind')}
            onChange={(value) => {
              const kind = PARTNER_KINDS.find((candidate) => candidate === value) ?? form.values.kind;
              form.setValues({
                kind,
                authority: kind === 'authority' || (form.values.authority && form.values.kind !== 'authority'),
              });
            }}
          />
          <TextInput
            {...HELP_BELOW}
            label={t('field.contactName')}
            description={t('help.contactName')}
            autoComplete="off"
            {...form.getInputProps('contactName')}
          />
          <TextInput label={t('field.street')} autoComplete="off" {...form.getInputProps('street')} />
          <TextInput
            label={t('field.postalCodeAndTown')}
            autoComplete="off"
            {...form.getInputProps('postalCodeAndTown')}
          />
          <TextInput label={t('field.phone')} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
          <TextInput
            {...HELP_BELOW}
            label={t('field.hours')}
            description={t('help.hours')}
            autoComplete="off"
            {...form.getInputProps('hours')}
          />
          <TextInput
            {...HELP_BELOW}
            label={t('field.way')}
            description={t('help.way')}
            autoComplete="off"
            {...form.getInputProps('way')}
          />
          <TextInput label={t('field.email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
        </SimpleGrid>
        <Checkbox
          label={t('field.authority')}
          description={t('help.authority')}
          {...form.getInputProps('authority', { type: 'checkbox' })}
        />
        <MultiSelect
          label={t('field.topics')}
          description={t('help.topics')}
          searchable
          hidePickedOptions
          data={topicOptions(form.values.topics)}
          {...form.getInputProps('topics')}
        />
        <FormButtons submitLabel={submitLabel} pending={pending} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
