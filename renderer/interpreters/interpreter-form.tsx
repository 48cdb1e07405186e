import { Button, Group, MultiSelect, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INTERPRETER_KINDS, InterpreterFields } from '../../shared/interpreters/interpreters.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { LanguagesField } from '../staff/staff-person-fields.tsx';
import { HELP_BELOW } from '../ui/form/help-below.ts';
import { useFieldErrors } from '../ui/form/use-field-errors.ts';
import { useFormValues } from '../ui/form/use-form-values.ts';
import { Message } from '../ui/message.tsx';
import { useWeekdays } from './use-weekdays.ts';
import { parseWeeklyHours, weeklyHoursText } from './weekly-hours-text.ts';

const GENDERS = ['w', 'm', 'd'] as const;

export const NEW_INTERPRETER: InterpreterFields = {
  kind: 'volunteer',
  name: '',
  phone: '',
  gender: null,
  languages: [],
  topicsNotTaken: [],
  hours: [],
  remark: '',
};

interface InterpreterFormProps {
  start: InterpreterFields;
  submitLabel: string;
  pending: boolean;
  onSubmit: (fields: InterpreterFields) => void;
  onCancel: () => void;
  /** Below the fields, for example a way to delete. */
  aside?: React.ReactNode;
}

/** A volunteer or a telephone service: languages, hours of the week, what they do not take. */
export function InterpreterForm({ start, submitLabel, pending, onSubmit, onCancel, aside }: InterpreterFormProps) {
  const { t } = useTranslation('interpreters');
  const { t: common } = useTranslation();
  const { topicOptions } = useCatalogue();
  const weekdays = useWeekdays();
  const errorsOf = useFieldErrors();
  const { form, values, errors, change, touch, mark } = useFormValues(start);
  const [hoursText, setHoursText] = useState(() => weeklyHoursText(start.hours, weekdays));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const hours = parseWeeklyHours(hoursText, weekdays);
    const fields = { ...values, hours: hours ?? [] };
    const found = {
      ...errorsOf(InterpreterFields, fields),
      ...(hours === null ? { hours: t('hours.unreadable') } : {}),
    };
    if (mark(found)) return;
    onSubmit(fields);
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Message kind="info">{t('help.privacy')}</Message>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm">
          <TextInput
            label={t('field.name')}
            autoComplete="off"
            data-autofocus
            value={values.name}
            error={errors.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={t('field.kind')}
            allowDeselect={false}
            data={INTERPRETER_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            value={values.kind}
            onChange={(value) => {
              const kind = INTERPRETER_KINDS.find((one) => one === value);
              if (kind) change({ kind });
            }}
          />
          <TextInput
            label={t('field.phone')}
            type="tel"
            autoComplete="off"
            value={values.phone}
            error={errors.phone}
            onChange={(event) => change({ phone: event.currentTarget.value })}
          />
          <Select
            label={t('field.gender')}
            placeholder={t('gender.notStated')}
            clearable
            data={GENDERS.map((gender) => ({ value: gender, label: t(`gender.${gender}`) }))}
            value={values.gender}
            onChange={(value) => change({ gender: GENDERS.find((one) => one === value) ?? null })}
          />
        </SimpleGrid>
        <LanguagesField
          label={t('field.languages')}
          languages={values.languages}
          onChange={(languages) => change({ languages })}
          error={errors.languages}
        />
        <TextInput
          {...HELP_BELOW}
          label={t('hours.label')}
          description={t('hours.help')}
          autoComplete="off"
          value={hoursText}
          error={errors.hours}
          onChange={(event) => {
            setHoursText(event.currentTarget.value);
            touch('hours');
          }}
        />
        <MultiSelect
          {...HELP_BELOW}
          label={t('field.topicsNotTaken')}
          description={t('help.topicsNotTaken')}
          searchable
          hidePickedOptions
          value={[...values.topicsNotTaken]}
          onChange={(topicsNotTaken) => change({ topicsNotTaken })}
          data={topicOptions(values.topicsNotTaken)}
        />
        <TextInput
          {...HELP_BELOW}
          label={t('field.remark')}
          description={t('help.remark')}
          autoComplete="off"
          value={values.remark}
          error={errors.remark}
          onChange={(event) => change({ remark: event.currentTarget.value })}
        />
        <Group justify="space-between" gap="sm">
          <Text component="div">{aside}</Text>
          <Group gap="sm">
            <Button variant="default" onClick={onCancel}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {submitLabel}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
