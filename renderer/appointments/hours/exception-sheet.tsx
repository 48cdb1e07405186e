import { Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentsContract } from '../../../shared/appointments/appointments.contract.ts';
import type { HoursPlan } from '../../../shared/appointments/consulting-hours.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { useFormats } from '../../i18n/formats.ts';
import { DateField } from '../../letters/date-field.tsx';
import { type FieldErrors } from '../../ui/form/field-errors.ts';
import { useFieldErrors } from '../../ui/form/use-field-errors.ts';
import { useFormValues } from '../../ui/form/use-form-values.ts';
import { FormButtons } from '../../ui/form-buttons.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { draftOf, FIELD_OF_REASON, hoursFieldsOf, newHours, refusalsOf } from './hours-draft.ts';
import { HoursFieldsInput } from './hours-fields.tsx';
import { useHoursCommands } from './use-hours-commands.ts';
import { useRefusalTexts } from './use-refusal-texts.ts';
import type { PlanEntry } from './week-plan.ts';

const Input = appointmentsContract.addException['~orpc'].inputSchema;
/** Of one day there is no first and no last one: what is in hindsight is the day itself. */
const FIELDS = { ...FIELD_OF_REASON, 'in-hindsight': 'day' };

interface ExceptionSheetProps {
  plan: HoursPlan;
  /** The series that is otherwise on this day; null: hours of a day alone. */
  entry: PlanEntry | null;
  day: LocalDate;
  onClose: () => void;
}

/** Hours of one day: a series that is otherwise on it, or hours that take place on it alone. */
export function ExceptionSheet({ plan, entry, day, onClose }: ExceptionSheetProps) {
  const { t } = useTranslation('appointments');
  const { longDate } = useFormats();
  const errorsOf = useFieldErrors();
  const refusalTexts = useRefusalTexts();
  const { form, values, errors, change, touch, mark } = useFormValues(() =>
    entry ? draftOf(entry.hours) : newHours(plan.settings.slotMinutes),
  );
  const [onDay, setOnDay] = useState<LocalDate | null>(day < plan.today ? plan.today : day);
  const commands = useHoursCommands(plan.today, (fault, text) => {
    const field = fault.reason === null ? undefined : Reflect.get(FIELDS, fault.reason);
    if (fault.code !== 'RULE' || typeof field !== 'string') return 'tell';
    mark({ [field]: text });
    return 'shown';
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const hours = hoursFieldsOf(values);
    const seriesId = entry?.series?.id ?? null;
    const wanted = { seriesId, day: onDay ?? '', hours };
    const found = {
      ...refusalTexts(refusalsOf(hours, null), FIELDS),
      ...withoutPrefix(errorsOf(Input, { ...wanted, requestId: crypto.randomUUID() })),
    };
    if (mark(found)) return;
    const text = t(seriesId === null ? 'hours.did.extra' : 'hours.did.otherwise', { day: longDate(wanted.day) });
    if (await commands.addException(wanted, entry?.exception ?? null, text)) onClose();
  };
  return (
    <Sheet
      title={entry ? t('hours.otherwiseOn', { day: longDate(day) }) : t('hours.extra')}
      size="xl"
      closeOnClickOutside={false}
      onClose={onClose}
    >
      <form ref={form} onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          {!entry && (
            <DateField
              label={t('hours.field.day')}
              value={onDay}
              error={errors.day}
              onChange={(next) => {
                setOnDay(next);
                touch('day');
              }}
            />
          )}
          <HoursFieldsInput values={values} errors={errors} outposts={plan.outposts} onChange={change} takesFocus />
          <FormButtons
            submitLabel={entry ? t('hours.changeDay') : t('hours.addShort')}
            pending={commands.pending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Sheet>
  );
}

/** The contract names the fields of the hours under `hours`; the form has them at its top. */
function withoutPrefix(errors: FieldErrors): FieldErrors {
  return Object.fromEntries(Object.entries(errors).map(([path, text]) => [path.replace(/^hours\./, ''), text]));
}
