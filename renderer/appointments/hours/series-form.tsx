import { Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentsContract } from '../../../shared/appointments/appointments.contract.ts';
import type { Outpost, SeriesFields } from '../../../shared/appointments/consulting-hours.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { DateField } from '../../letters/date-field.tsx';
import { ChipField } from '../../ui/chip-field.tsx';
import { type FieldErrors, withoutErrorsOf } from '../../ui/form/field-errors.ts';
import { focusFirstError } from '../../ui/form/focus-first-error.ts';
import { useFieldErrors } from '../../ui/form/use-field-errors.ts';
import { WholeNumberInput } from '../../ui/form/whole-number-input.tsx';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { FIELD_OF_REASON, refusalsOf, type SeriesDraft, seriesFieldsOf } from './hours-draft.ts';
import { HoursFieldsInput } from './hours-fields.tsx';
import { useHoursWords } from './use-hours-words.ts';
import { useRefusalTexts } from './use-refusal-texts.ts';

const Input = appointmentsContract.addSeries['~orpc'].inputSchema;
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

interface SeriesFormProps {
  start: SeriesDraft;
  /** The first day that may be entered; null: any. */
  earliest: LocalDate | null;
  outposts: readonly Outpost[];
  submitLabel: string;
  pending: boolean;
  /** What the office refused, by field. */
  refused: FieldErrors;
  /** Above the fields: what a colleague has saved meanwhile. */
  conflict?: ReactNode;
  onSubmit: (fields: SeriesFields) => void;
  onCancel: () => void;
}

/** A weekly series: on which day, how often, from when to when, and everything about the hours themselves. */
export function SeriesForm({ start, earliest, outposts, refused, conflict, onSubmit, ...form }: SeriesFormProps) {
  const { t } = useTranslation('appointments');
  const words = useHoursWords();
  const errorsOf = useFieldErrors();
  const refusalTexts = useRefusalTexts();
  const element = useRef<HTMLFormElement>(null);
  const [values, setValues] = useState(start);
  const [found, setFound] = useState<FieldErrors>({});
  const [seen, setSeen] = useState(refused);
  const errors = seen === refused ? found : { ...found, ...refused };
  const change = (next: Partial<SeriesDraft>) => {
    setValues((now) => ({ ...now, ...next }));
    setFound((now) => withoutErrorsOf(now, next));
    setSeen(refused);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const fields = seriesFieldsOf(values);
    const wrong = {
      ...refusalTexts(refusalsOf(fields, earliest), FIELD_OF_REASON),
      ...errorsOf(Input, { ...fields, requestId: crypto.randomUUID() }),
    };
    setFound(wrong);
    setSeen(refused);
    if (Object.keys(wrong).length > 0) return focusFirstError(element.current);
    onSubmit(fields);
  };
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <Stack gap="sm">
        {conflict}
        <ChipField
          label={t('hours.field.weekday')}
          options={WEEKDAYS.map((id) => ({ id, label: words.weekday(Number(id)) }))}
          chosen={WEEKDAYS.filter((id) => Number(id) === values.weekday)}
          onToggle={(id) => change({ weekday: Number(id) })}
          takesFocus
        />
        <HoursFieldsInput values={values} errors={errors} outposts={outposts} onChange={change} />
        <Group gap="sm" align="flex-start">
          <WholeNumberInput
            w={140}
            label={t('hours.field.everyWeeks')}
            min={1}
            max={8}
            value={values.everyWeeks}
            error={errors.everyWeeks}
            onChange={(weeks) => change({ everyWeeks: weeks })}
          />
          <DateField
            label={t('hours.field.validFrom')}
            value={values.validFrom}
            error={errors.validFrom}
            onChange={(validFrom) => change({ validFrom })}
          />
          <DateField
            label={t('hours.field.validUntil')}
            value={values.validUntil}
            error={errors.validUntil}
            onChange={(validUntil) => change({ validUntil })}
          />
        </Group>
        <FormButtons submitLabel={form.submitLabel} pending={form.pending} onCancel={form.onCancel} />
      </Stack>
    </form>
  );
}
