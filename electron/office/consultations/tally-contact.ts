import { v7 as uuidv7 } from 'uuid';
import { centralIdOf } from '../../../shared/catalogue/own-ids.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';
import { getContact } from './contact-row.ts';
import { writeTopics } from './contact-topics.ts';

/** What a tally counts. */
export interface Tally {
  topic: string;
  quantity: number;
  spoken: string;
  district: string | null;
  /** An estimate: nobody took the time. */
  minutes: number;
}

/** The result of a matter of the quick lane. */
const RESULTS: Readonly<Record<string, string>> = { 'form-help': 'form-filled' };

/** The result that a tally of this topic counts with. */
export function tallyResult(topic: string): string {
  return RESULTS[centralIdOf(topic)] ?? 'solved';
}

/** A contact of the quick lane without ticket and without a name; its minutes are marked as not measured. */
export function addTallyContact(tx: Tx, tally: Tally, who: Who): string {
  const id = uuidv7();
  const startedAt = new Date(Date.parse(tx.at) - tally.minutes * 60_000).toISOString();
  run(
    tx,
    `INSERT INTO contact (id, ticket_id, person_id, kind, lane, spoken, district, companions, medium, interpreter_mode, staff_id, day, started_at, finished_at, minutes, minutes_corrected)
     VALUES (?, NULL, NULL, 'walk-in', 'quick', ?, ?, 0, 'in-person', 'none', ?, ?, ?, ?, ?, 1)`,
    id,
    tally.spoken,
    tally.district,
    who.staffId,
    localDateOf(tx.at),
    startedAt,
    tx.at,
    tally.minutes,
  );
  writeTopics(tx, id, [{ topic: tally.topic, result: tallyResult(tally.topic), quantity: tally.quantity }]);
  tx.touch({ entity: 'contact', id, op: 'put', revision: 1 });
  return id;
}

/** Says of a contact that is there what a tally says: one topic, the district, the quick lane. */
export function countAsTally(tx: Tx, contactId: string, tally: Omit<Tally, 'minutes' | 'spoken'>): void {
  const revision = getContact(tx, contactId).revision + 1;
  writeTopics(tx, contactId, [{ topic: tally.topic, result: tallyResult(tally.topic), quantity: tally.quantity }]);
  run(
    tx,
    "UPDATE contact SET lane = 'quick', district = ?, revision = ? WHERE id = ?",
    tally.district,
    revision,
    contactId,
  );
  tx.touch({ entity: 'contact', id: contactId, op: 'put', fields: ['topics', 'district'], revision });
}

/** Takes a tally of today back. Throws NOT_FOUND for any other contact. */
export function removeTallyContact(tx: Tx, contactId: string): void {
  const removed = run(
    tx,
    "DELETE FROM contact WHERE id = ? AND lane = 'quick' AND ticket_id IS NULL AND person_id IS NULL AND day = ?",
    contactId,
    localDateOf(tx.at),
  );
  if (removed === 0) throw notFound();
  tx.touch({ entity: 'contact', id: contactId, op: 'delete' });
}
