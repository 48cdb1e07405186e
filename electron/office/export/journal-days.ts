import { z } from 'zod';
import { type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import type { Db } from '../database/handles.ts';
import type { Night } from './night.ts';
import { workDayOf } from './nights-calendar.ts';

/** The local days whose work a range of the journal holds, up to this night. */
export function periodOf(night: Night, journal: { from: number }): { from: LocalDate; to: LocalDate } {
  const to = workDayOf(night.at);
  const from = dayOfEntry(night.database, journal.from) ?? to;
  // A clock that was set back must not make the period end before it begins.
  return { from: from < to ? from : to, to };
}

function dayOfEntry(db: Db, sequence: number): LocalDate | null {
  const at = db.statement('SELECT at FROM journal WHERE sequence >= ? ORDER BY sequence LIMIT 1').pluck().get(sequence);
  return at === undefined ? null : localDateOf(z.string().parse(at));
}
