import { useTranslation } from 'react-i18next';
import type { HoursFields, SeriesFields, SeriesShown } from '../../../shared/appointments/consulting-hours.contract.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { orpc } from '../../rpc/client.ts';
import type { Fault } from '../../rpc/fault.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { useHoursWords } from './use-hours-words.ts';
import type { ShownException } from './week-plan.ts';

interface On {
  id: string;
  revision: number;
}

/** What can be sent again of a series. */
function fieldsOf({ id: _id, revision: _revision, ...fields }: SeriesShown): SeriesFields {
  return fields;
}

const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);

/**
 * Writing consulting hours with the way back. Days that are over are never written, so that an undo of a series that begins
 * today or later makes it never have been, and one of a change puts the old hours back from the same day on.
 */
export function useHoursCommands(today: LocalDate, onFault?: (fault: Fault, text: string) => 'shown' | 'tell') {
  const { t } = useTranslation('appointments');
  const words = useHoursWords();
  const options = onFault ? { onFault } : {};
  const add = useCommand(orpc.appointments.addSeries, options);
  const change = useCommand(orpc.appointments.changeSeries, options);
  const end = useCommand(orpc.appointments.endSeries, options);
  const except = useCommand(orpc.appointments.addException, options);
  const withdraw = useCommand(orpc.appointments.withdrawException, options);
  const named = (hours: { weekday: number; from: string; to: string }) => ({
    what: `${words.weekday(hours.weekday)} ${words.span(hours)}`,
  });
  const addSeries = async (fields: SeriesFields) => {
    const added = await add.run(fields);
    if (!added) return false;
    const lastDay = later(addDays(fields.validFrom, -1), addDays(today, -1));
    showUndoable({
      text: t('hours.did.added', named(fields)),
      undo: async () => (await end.run({ ...added, lastDay })) !== null,
    });
    return true;
  };
  const changeSeries = async (before: SeriesShown, on: On, fields: SeriesFields) => {
    const changed = await change.run({ ...fields, ...on });
    if (!changed) return false;
    const back = { ...fieldsOf(before), validFrom: fields.validFrom };
    showUndoable({
      text: t('hours.did.changed', named(fields)),
      undo: async () => (await change.run({ ...back, ...changed })) !== null,
    });
    return true;
  };
  const endSeries = async (series: SeriesShown, lastDay: LocalDate) => {
    const ended = await end.run({ id: series.id, revision: series.revision, lastDay });
    if (!ended) return false;
    const goesOn = later(later(addDays(lastDay, 1), today), series.validFrom);
    showUndoable({
      text: t('hours.did.ended', named(series)),
      undo: async () => (await change.run({ ...fieldsOf(series), ...ended, validFrom: goesOn })) !== null,
    });
    return true;
  };
  const addException = async (
    wanted: { seriesId: string | null; day: LocalDate; hours: HoursFields | null },
    before: ShownException | null,
    text: string,
  ) => {
    const added = await except.run(wanted);
    if (!added) return false;
    showUndoable({
      text,
      undo: async () => {
        if (before) return (await except.run({ ...wanted, hours: before.hours })) !== null;
        return (await withdraw.run(added)) !== null;
      },
    });
    return true;
  };
  const withdrawException = async ({ id, revision, seriesId, day, hours }: ShownException, text: string) => {
    if (!(await withdraw.run({ id, revision }))) return false;
    showUndoable({ text, undo: async () => (await except.run({ seriesId, day, hours })) !== null });
    return true;
  };
  return {
    addSeries,
    changeSeries,
    endSeries,
    addException,
    withdrawException,
    pending: add.pending || change.pending || end.pending || except.pending || withdraw.pending,
  };
}
