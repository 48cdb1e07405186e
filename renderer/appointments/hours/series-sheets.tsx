import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoursPlan, SeriesFields, SeriesShown } from '../../../shared/appointments/consulting-hours.contract.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { useFormats } from '../../i18n/formats.ts';
import { DateField } from '../../letters/date-field.tsx';
import type { Fault } from '../../rpc/fault.ts';
import { ConflictChoice } from '../../ui/form/conflict-choice.tsx';
import type { FieldErrors } from '../../ui/form/field-errors.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { draftOf, FIELD_OF_REASON, newHours, nextWeekday } from './hours-draft.ts';
import { SeriesForm } from './series-form.tsx';
import { useHoursCommands } from './use-hours-commands.ts';
import { useHoursWords } from './use-hours-words.ts';

/** What the office refused, put beside the field that is to be mended; other faults go to the bar. */
function useRefused() {
  const [refused, setRefused] = useState<FieldErrors>({});
  const takeFault = (fault: Fault, text: string): 'shown' | 'tell' => {
    const field = fault.reason === null ? undefined : FIELD_OF_REASON[fault.reason];
    if (fault.code !== 'RULE' || field === undefined) return 'tell';
    setRefused({ [field]: text });
    return 'shown';
  };
  return { refused, takeFault };
}

/** Enters a weekly series. */
export function AddSeriesSheet({ plan, day, onClose }: { plan: HoursPlan; day: LocalDate; onClose: () => void }) {
  const { t } = useTranslation('appointments');
  const { refused, takeFault } = useRefused();
  const commands = useHoursCommands(plan.today, takeFault);
  const start = {
    ...newHours(plan.settings.slotMinutes),
    weekday: 1,
    everyWeeks: 1,
    validFrom: nextWeekday(day < plan.today ? plan.today : day, 1),
    validUntil: null,
  };
  const save = async (fields: SeriesFields) => {
    if (await commands.addSeries(fields)) onClose();
  };
  return (
    <Sheet title={t('hours.add')} size="xl" closeOnClickOutside={false} onClose={onClose}>
      <SeriesForm
        start={start}
        earliest={null}
        outposts={plan.outposts}
        submitLabel={t('hours.addShort')}
        pending={commands.pending}
        refused={refused}
        onCancel={onClose}
        onSubmit={(fields) => void save(fields)}
      />
    </Sheet>
  );
}

interface ChangeSeriesProps {
  plan: HoursPlan;
  series: SeriesShown;
  /** From which day on is proposed. */
  day: LocalDate;
  onClose: () => void;
}

/** Changes a series from a day on; the days before keep their hours. */
export function ChangeSeriesSheet({ plan, series, day, onClose }: ChangeSeriesProps) {
  const { t } = useTranslation('appointments');
  const words = useHoursWords();
  const { date } = useFormats();
  const [opened, setOpened] = useState(series);
  const [conflict, setConflict] = useState(false);
  const { refused, takeFault } = useRefused();
  const commands = useHoursCommands(plan.today, (fault, text) => {
    if (fault.code !== 'CONFLICT') return takeFault(fault, text);
    setConflict(true);
    return 'shown';
  });
  const stored = plan.series.find(({ id }) => id === series.id) ?? series;
  const [revision, setRevision] = useState(series.revision);
  const { weekday, everyWeeks, validUntil } = opened;
  const validFrom = nextWeekday(day < plan.today ? plan.today : day, weekday);
  const until = stored.validUntil === null ? '' : `, ${t('hours.untilDay', { day: date(stored.validUntil) })}`;
  const goOn = (mine: boolean) => {
    if (!mine) setOpened(stored);
    setRevision(stored.revision);
    setConflict(false);
  };
  const save = async (fields: SeriesFields) => {
    if (!conflict && (await commands.changeSeries(stored, { id: series.id, revision }, fields))) onClose();
  };
  return (
    <Sheet
      title={t('hours.changeNamed', { what: `${words.weekday(series.weekday)} ${words.span(series)}` })}
      size="xl"
      closeOnClickOutside={false}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('hours.changeHint')}
      </Text>
      <SeriesForm
        // What a colleague has saved takes the place of what was typed only when that is chosen.
        key={opened.revision}
        start={{ ...draftOf(opened), weekday, everyWeeks, validFrom, validUntil }}
        earliest={plan.today}
        outposts={plan.outposts}
        submitLabel={t('hours.changeShort')}
        pending={commands.pending}
        refused={refused}
        conflict={
          conflict && (
            <ConflictChoice
              stored={`${words.weekday(stored.weekday)} ${words.span(stored)}${until}`}
              onKeepMine={() => goOn(true)}
              onTakeTheirs={() => goOn(false)}
            />
          )
        }
        onCancel={onClose}
        onSubmit={(fields) => void save(fields)}
      />
    </Sheet>
  );
}

/** Ends a series with a last day. */
export function EndSeriesSheet({ plan, series, day, onClose }: ChangeSeriesProps) {
  const { t } = useTranslation('appointments');
  const { t: common } = useTranslation();
  const words = useHoursWords();
  const { refused, takeFault } = useRefused();
  const commands = useHoursCommands(plan.today, takeFault);
  const [lastDay, setLastDay] = useState<LocalDate | null>(day < plan.today ? plan.today : day);
  const [missing, setMissing] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (lastDay === null) setMissing(true);
    else if (await commands.endSeries(series, lastDay)) onClose();
  };
  return (
    <Sheet
      title={t('hours.endNamed', { what: `${words.weekday(series.weekday)} ${words.span(series)}` })}
      onClose={onClose}
    >
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="sm">
          <DateField
            label={t('hours.field.lastDay')}
            value={lastDay}
            error={missing && lastDay === null ? t('hours.dayMissing') : refused.validFrom}
            onChange={setLastDay}
          />
          <Text size="sm" c="dimmed">
            {t('hours.endHint')}
          </Text>
          <Group justify="flex-end" gap="sm">
            {series.validFrom > plan.today && (
              <Button variant="subtle" onClick={() => setLastDay(addDays(series.validFrom, -1))}>
                {t('hours.neverBegin')}
              </Button>
            )}
            <Button variant="default" onClick={onClose}>
              {common('cancel')}
            </Button>
            <Button type="submit" loading={commands.pending}>
              {t('hours.end')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Sheet>
  );
}
