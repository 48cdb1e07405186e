import { z } from 'zod';
import { type Instant, type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import { type Db, findRow, run, type Tx } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { closeSettledDays } from './left-over.ts';

const DayRow = z.strictObject({ day: z.string(), closed_at: z.string().nullable() });

/** When the day was closed; null as long as it is open or nobody has come. */
export function closedAt(db: Db, day: LocalDate): Instant | null {
  return findRow(db, DayRow, 'SELECT day, closed_at FROM queue_day WHERE day = ?', day)?.closed_at ?? null;
}

/** The days that were closed at one instant. */
export function daysClosedAt(db: Db, closedAtInstant: Instant): LocalDate[] {
  const days = db.statement('SELECT day FROM queue_day WHERE closed_at = ? ORDER BY day').pluck().all(closedAtInstant);
  return z.array(z.string()).parse(days);
}

/** Today by the command's own instant, made on its first ticket; days before it that are settled are closed then. Throws RULE day-closed. */
export function openDay(tx: Tx): LocalDate {
  const day = localDateOf(tx.at);
  const isNew = run(tx, 'INSERT INTO queue_day (day) VALUES (?) ON CONFLICT DO NOTHING', day) > 0;
  if (isNew) closeSettledDays(tx, day);
  if (closedAt(tx, day)) throw rule('day-closed');
  return day;
}
