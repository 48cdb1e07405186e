import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentsContract } from '../../../shared/appointments/appointments.contract.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { DateField } from '../../letters/date-field.tsx';
import { orpc } from '../../rpc/client.ts';
import { type FieldErrors } from '../../ui/form/field-errors.ts';
import { HELP_BELOW } from '../../ui/form/help-below.ts';
import { useFieldErrors } from '../../ui/form/use-field-errors.ts';
import { useFormValues } from '../../ui/form/use-form-values.ts';
import { Message } from '../../ui/message.tsx';
import { useClosureCommands } from './use-closure-commands.ts';
import { useHoursWords } from './use-hours-words.ts';
import { useRefusalTexts } from './use-refusal-texts.ts';

const Input = appointmentsContract.addClosure['~orpc'].inputSchema;
const FIELD_OF_REASON = { 'dates-backwards': 'to' } as const;
/** So many days are looked through for appointments that stand in the way. */
const DAYS_LOOKED_AT = 14;

interface ClosureDraft {
  staffId: string | null;
  from: LocalDate | null;
  to: LocalDate | null;
  reason: string;
}

/** Closes the office for some days, or writes somebody down as away; why somebody is away is nobody's business. */
export function ClosureForm({ of, today }: { of: 'office' | 'staff'; today: LocalDate }) {
  const { t } = useTranslation('appointments');
  const words = useHoursWords();
  const errorsOf = useFieldErrors();
  const refusalTexts = useRefusalTexts();
  const staff = useQuery(orpc.access.listStaff.queryOptions({ input: {} }));
  const empty: ClosureDraft = { staffId: null, from: null, to: null, reason: '' };
  const { form, values, setValues, errors, change, mark } = useFormValues(empty);
  const standing = useStandingAppointments(of, values, today);
  const commands = useClosureCommands((fault, text) => {
    if (fault.reason !== 'dates-backwards') return 'tell';
    mark({ to: text });
    return 'shown';
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // One day has no other end.
    const from = values.from ?? '';
    const to = values.to ?? from;
    const closure = { staffId: values.staffId, from, to, reason: values.reason };
    const found: FieldErrors = {
      ...refusalTexts(to < from ? ['dates-backwards'] : [], FIELD_OF_REASON),
      ...errorsOf(Input, { ...closure, requestId: crypto.randomUUID() }),
      ...(of === 'staff' && values.staffId === null ? { staffId: t('hours.closures.whoMissing') } : {}),
    };
    if (mark(found)) return;
    if (await commands.add(closure, words.days(from, to))) setValues(empty);
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} noValidate aria-label={t(`hours.closures.add.${of}`)}>
      <Stack gap="sm" mt="md">
        {of === 'staff' && (
          <Select
            label={t('hours.closures.who')}
            searchable
            data={(staff.data?.staff ?? [])
              .filter(({ active }) => active)
              .map(({ id, displayName }) => ({ value: id, label: displayName }))}
            value={values.staffId}
            error={errors.staffId}
            onChange={(staffId) => change({ staffId })}
          />
        )}
        <Group gap="sm" align="flex-start">
          <DateField
            label={t('hours.closures.from')}
            value={values.from}
            error={errors.from}
            onChange={(from) => change({ from })}
          />
          <DateField
            label={t('hours.closures.to')}
            value={values.to}
            error={errors.to}
            onChange={(to) => change({ to })}
          />
        </Group>
        {of === 'office' ? (
          <TextInput
            {...HELP_BELOW}
            label={t('hours.closures.reason')}
            description={t('hours.closures.reasonHelp')}
            autoComplete="off"
            value={values.reason}
            error={errors.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {t('hours.closures.noReason')}
          </Text>
        )}
        {standing > 0 && <Message kind="urgent">{t('hours.closures.standing', { count: standing })}</Message>}
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={commands.pending}>
            {t(`hours.closures.add.${of}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** How many appointments stand in the days that are to be closed, as far as two weeks; those of one person where one is away. */
function useStandingAppointments(
  of: 'office' | 'staff',
  { staffId, from, to }: ClosureDraft,
  today: LocalDate,
): number {
  const begin = from !== null && from < today ? today : from;
  const end = to ?? from;
  const days = useQuery({
    ...orpc.appointments.days.queryOptions({ input: { from: begin ?? today, days: DAYS_LOOKED_AT } }),
    enabled: begin !== null && (of === 'office' || staffId !== null),
  });
  if (begin === null || end === null || end < begin) return 0;
  const last = addDays(begin, DAYS_LOOKED_AT - 1);
  return (days.data?.days ?? [])
    .filter(({ day }) => begin <= day && day <= (end < last ? end : last))
    .flatMap(({ appointments }) => appointments)
    .filter(({ status, staffIds }) => status === 'booked' && (of === 'office' || staffIds.includes(staffId ?? '')))
    .length;
}
