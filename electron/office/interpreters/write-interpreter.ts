import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { InterpreterFields } from '../../../shared/interpreters/interpreters.contract.ts';
import { type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { run, type Tx } from '../database/handles.ts';
import { conflict } from '../rpc/faults.ts';
import { getInterpreter } from './interpreter-row.ts';

type Fields = z.output<typeof InterpreterFields>;
interface Changed {
  id: string;
  revision: number;
}

/** Puts a volunteer or a telephone service on the list. Throws RULE not-offered. */
export function addInterpreter(tx: Tx, fields: Fields): Changed {
  requireOffered(tx, 'topic', fields.topicsNotTaken);
  const id = uuidv7();
  run(
    tx,
    `INSERT INTO interpreter (id, kind, name, phone, gender, languages, topics_not_taken, remark, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    ...columnsOf(fields),
    tx.at,
  );
  writeHours(tx, id, fields.hours);
  tx.touch({ entity: 'interpreter', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/** Replaces what is known of one. Throws NOT_FOUND, CONFLICT, RULE not-offered. */
export function changeInterpreter(tx: Tx, input: Fields & Changed): Changed {
  inHand(tx, input);
  requireOffered(tx, 'topic', input.topicsNotTaken, getInterpreter(tx, input.id).topics_not_taken);
  run(
    tx,
    `UPDATE interpreter SET kind = ?, name = ?, phone = ?, gender = ?, languages = ?, topics_not_taken = ?, remark = ? WHERE id = ?`,
    ...columnsOf(input),
    input.id,
  );
  run(tx, 'DELETE FROM interpreter_hours WHERE interpreter_id = ?', input.id);
  writeHours(tx, input.id, input.hours);
  return changed(tx, input, ['kind', 'name', 'phone', 'gender', 'languages', 'topics_not_taken', 'remark', 'hours']);
}

/** Deletes name, number and hours; steps that were counted stay, without saying whom. Throws NOT_FOUND, CONFLICT. */
export function removeInterpreter(tx: Tx, input: Changed): void {
  inHand(tx, input);
  run(tx, 'DELETE FROM interpreter WHERE id = ?', input.id);
  tx.touch({ entity: 'interpreter', id: input.id, op: 'delete' });
}

/** Says for today whether somebody is on call and until when; null: as in the week. Throws NOT_FOUND, CONFLICT. */
export function setToday(
  tx: Tx,
  input: Changed & { today: { onCall: boolean; until: string | null } | null },
): Changed {
  inHand(tx, input);
  const day = localDateOf(tx.at);
  // Days that are over say nothing any more.
  run(tx, 'DELETE FROM interpreter_day WHERE interpreter_id = ? AND day <= ?', input.id, day);
  if (input.today) {
    run(
      tx,
      'INSERT INTO interpreter_day (interpreter_id, day, on_call, until_time) VALUES (?, ?, ?, ?)',
      input.id,
      day,
      input.today.onCall ? 1 : 0,
      input.today.onCall ? input.today.until : null,
    );
  }
  return changed(tx, input, ['today']);
}

/** Says up to which day somebody is away; null: back. Throws NOT_FOUND, CONFLICT. */
export function setAway(tx: Tx, input: Changed & { awayUntil: LocalDate | null }): Changed {
  inHand(tx, input);
  run(tx, 'UPDATE interpreter SET away_until = ? WHERE id = ?', input.awayUntil, input.id);
  return changed(tx, input, ['away_until']);
}

function inHand(tx: Tx, { id, revision }: Changed): void {
  const before = getInterpreter(tx, id);
  if (before.revision !== revision) throw conflict(before.revision);
}

function changed(tx: Tx, { id, revision }: Changed, fields: readonly string[]): Changed {
  run(tx, 'UPDATE interpreter SET revision = ? WHERE id = ?', revision + 1, id);
  tx.touch({ entity: 'interpreter', id, op: 'put', fields, revision: revision + 1 });
  return { id, revision: revision + 1 };
}

function columnsOf(fields: Fields) {
  return [
    fields.kind,
    fields.name,
    fields.phone.trim(),
    fields.gender,
    JSON.stringify([...new Set(fields.languages)]),
    JSON.stringify([...new Set(fields.topicsNotTaken)]),
    fields.remark.trim(),
  ] as const;
}

function writeHours(tx: Tx, id: string, hours: Fields['hours']): void {
  for (const { weekday, from, to } of hours)
    run(
      tx,
      `INSERT INTO interpreter_hours (interpreter_id, weekday, from_time, to_time) VALUES (?, ?, ?, ?)
       ON CONFLICT (interpreter_id, weekday, from_time) DO UPDATE SET to_time = max(to_time, excluded.to_time)`,
      id,
      weekday,
      from,
      to,
    );
}
