import { z } from 'zod';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { type Db, listRows } from '../database/handles.ts';

const PastRow = z
  .strictObject({ day: z.string(), started_at: z.string(), minutes: z.int() })
  .transform(({ started_at: startedAt, ...row }) => ({ ...row, startedAt }));

/** Finished contacts of these days with when they began and how long they took; nothing else of them. */
export function listPastContacts(db: Db, from: LocalDate, to: LocalDate) {
  return listRows(
    db,
    PastRow,
    'SELECT day, started_at, minutes FROM contact WHERE day BETWEEN ? AND ? AND finished_at IS NOT NULL AND minutes IS NOT NULL',
    from,
    to,
  );
}

/** How many were counted in the quick lane on this day. */
export function countQuickContacts(db: Db, day: LocalDate): number {
  const sql = "SELECT count(*) FROM contact WHERE day = ? AND lane = 'quick' AND finished_at IS NOT NULL";
  return z.int().parse(db.statement(sql).pluck().get(day));
}
