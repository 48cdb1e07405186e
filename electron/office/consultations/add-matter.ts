import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import type { ContactTopic, NoteLevel } from '../../../shared/consultations/consultations.contract.ts';
import { hasDuplicate, topicsProblem } from '../../../shared/consultations/contact.rules.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { isBlank } from '../../../shared/kernel/text.ts';
import type { Who } from '../access/session.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { run, type Tx } from '../database/handles.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { notFound, rule } from '../rpc/faults.ts';
import { getContact } from './contact-row.ts';
import { writeTopics } from './contact-topics.ts';
import { writeNote } from './notes/write-note.ts';

export interface NewMatter {
  contactId: string;
  personId: string | null;
  topics: z.input<typeof ContactTopic>[];
  minutes: number;
  note: { level: NoteLevel; text: string } | null;
}

/**
 * Another matter of a talk as a contact of its own, finished, with the minutes that were typed. It takes the talk's language,
 * medium and way of interpreting over and keeps nothing that leads back to it. Throws RULE no-topic, topic-without-result,
 * topic-twice, not-offered, no-vault, NOT_FOUND.
 */
export function addMatter(tx: Tx, matter: NewMatter, who: Who): { id: string; revision: number } {
  const talk = getContact(tx, matter.contactId);
  if (matter.personId !== null) requireStanding(tx, matter.personId);
  if (hasDuplicate(matter.topics.map(({ topic }) => topic))) throw rule('topic-twice');
  const problem = topicsProblem(matter.topics);
  if (problem) throw rule(problem);
  requireOffered(
    tx,
    'topic',
    matter.topics.map(({ topic }) => topic),
  );
  requireOffered(
    tx,
    'result',
    matter.topics.map(({ result }) => result),
  );
  const id = uuidv7();
  run(
    tx,
    `INSERT INTO contact (id, ticket_id, person_id, kind, lane, spoken, companions, medium, interpreter_mode, staff_id, day, started_at, finished_at, minutes, minutes_corrected)
      VALUES (?, NULL, ?, 'walk-in', 'counter', ?, 0, ?, ?, ?, ?, ?, ?, ?, 1)`,
    id,
    matter.personId,
    talk.spoken,
    talk.medium,
    talk.interpreter_mode,
    who.staffId,
    localDateOf(tx.at),
    new Date(Date.parse(tx.at) - matter.minutes * 60_000).toISOString(),
    tx.at,
    matter.minutes,
  );
  writeTopics(tx, id, matter.topics);
  tx.touch({ entity: 'contact', id, op: 'put', revision: 1 });
  if (matter.note && !isBlank(matter.note.text)) writeNote(tx, { contactId: id, ...matter.note }, who);
  return { id, revision: getContact(tx, id).revision };
}

// What would be gone with the contact. Of a V3 note of a colleague nothing more is told than that something is there.
const ELSE_IN_IT = `SELECT 1 FROM (
  SELECT contact_id FROM step UNION ALL SELECT contact_id FROM person_obstacle UNION ALL SELECT contact_id FROM phone_follow_up
  UNION ALL SELECT contact_id FROM letter UNION ALL SELECT contact_id FROM step_sheet
  UNION ALL SELECT contact_id FROM note_debt WHERE staff_id <> ? UNION ALL SELECT contact_id FROM note_draft WHERE staff_id <> ?
  UNION ALL SELECT contact_id FROM note WHERE author_id <> ?) WHERE contact_id = ?`;

/**
 * Takes back a matter that one has added today, with one's own note. Throws NOT_FOUND for any other contact, RULE
 * matter-in-use once somebody has entered more: nothing of anybody else goes with it.
 */
export function takeMatterBack(tx: Tx, id: string, who: Who): void {
  const { staffId } = who;
  const inUse = tx.statement(ELSE_IN_IT).get(staffId, staffId, staffId, id) !== undefined;
  const removed = run(
    tx,
    "DELETE FROM contact WHERE id = ? AND ticket_id IS NULL AND lane = 'counter' AND minutes_corrected = 1 AND staff_id = ? AND day = ?",
    id,
    who.staffId,
    localDateOf(tx.at),
  );
  if (removed === 0) throw notFound();
  // After what is not theirs to take back: of that nothing is told.
  if (inUse) throw rule('matter-in-use');
  tx.touch({ entity: 'contact', id, op: 'delete' });
}
