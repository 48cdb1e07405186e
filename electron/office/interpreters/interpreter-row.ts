import { z } from 'zod';
import { INTERPRETER_KINDS, type InterpreterView } from '../../../shared/interpreters/interpreters.contract.ts';
import { onCallAt, type WeeklyHours } from '../../../shared/interpreters/on-call.rules.ts';
import { type Instant, localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import { listStaff } from '../access/staff.ts';
import { flagColumn, jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const texts = jsonColumn(z.array(z.string()));

const InterpreterRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  kind: z.enum(INTERPRETER_KINDS),
  name: z.string(),
  phone: z.string(),
  gender: z.enum(['w', 'm', 'd']).nullable(),
  languages: texts,
  topics_not_taken: texts,
  remark: z.string(),
  away_until: z.string().nullable(),
  pledged_on: z.string().nullable(),
  pledge_taken_by: z.string().nullable(),
});
type InterpreterRow = z.infer<typeof InterpreterRow>;

const COLUMNS =
  'id, revision, kind, name, phone, gender, languages, topics_not_taken, remark, away_until, pledged_on, pledge_taken_by';

/** One of those who interpret. Throws NOT_FOUND. */
export function getInterpreter(db: Db, id: string): InterpreterRow {
  const row = findRow(db, InterpreterRow, `SELECT ${COLUMNS} FROM interpreter WHERE id = ?`, id);
  if (!row) throw notFound();
  return row;
}

/** Whether there is one with this id. */
export function isInterpreter(db: Db, id: string): boolean {
  return findRow(db, InterpreterRow, `SELECT ${COLUMNS} FROM interpreter WHERE id = ?`, id) !== null;
}

const HoursRow = z.strictObject({
  interpreter_id: z.string(),
  weekday: z.int(),
  from_time: z.string(),
  to_time: z.string(),
});
const DayRow = z.strictObject({ interpreter_id: z.string(), on_call: flagColumn, until_time: z.string().nullable() });

/** All who interpret, with whether they are on call at this instant; by name. */
export function listInterpreters(db: Db, now: Instant): InterpreterView[] {
  const day = localDateOf(now);
  const time = localTimeOf(now);
  const hours = Map.groupBy(
    listRows(
      db,
      HoursRow,
      'SELECT interpreter_id, weekday, from_time, to_time FROM interpreter_hours ORDER BY weekday, from_time',
    ),
    (row) => row.interpreter_id,
  );
  const days = new Map(
    listRows(db, DayRow, 'SELECT interpreter_id, on_call, until_time FROM interpreter_day WHERE day = ?', day).map(
      (row) => [row.interpreter_id, { onCall: row.on_call, until: row.until_time }],
    ),
  );
  const rows = listRows(db, InterpreterRow, `SELECT ${COLUMNS} FROM interpreter ORDER BY name, id`);
  const staff = new Map(listStaff(db).map(({ id, display_name }) => [id, display_name]));
  return rows.map(
    ({ topics_not_taken: topicsNotTaken, away_until: awayUntil, pledged_on, pledge_taken_by, ...row }) => {
      const weekly: WeeklyHours[] = (hours.get(row.id) ?? []).map(({ weekday, from_time: from, to_time: to }) => ({
        weekday,
        from,
        to,
      }));
      const today = days.get(row.id) ?? null;
      const onCall = onCallAt({ kind: row.kind, hours: weekly, awayUntil, today }, day, time);
      const pledge = pledged_on === null ? null : { on: pledged_on, takenBy: staff.get(pledge_taken_by ?? '') ?? '' };
      return { ...row, pledge, topicsNotTaken, hours: weekly, awayUntil, today, onCall };
    },
  );
}

/** The names of these, for a line that says whom to ask. */
export function interpreterNames(db: Db): Map<string, string> {
  const Name = z.strictObject({ id: z.string(), name: z.string() });
  return new Map(listRows(db, Name, 'SELECT id, name FROM interpreter').map(({ id, name }) => [id, name]));
}
