import { z } from 'zod';
import type { Instant } from '../../../shared/kernel/instants.ts';
import { type Db, listRows } from '../database/handles.ts';
import type { TopicWithResult } from './contact-topics.ts';

export interface ContactOfPerson {
  id: string;
  staffId: string;
  startedAt: Instant;
  finishedAt: Instant | null;
  minutes: number | null;
  topics: Omit<TopicWithResult, 'quantity'>[];
}

const Row = z.strictObject({
  id: z.string(),
  staff_id: z.string(),
  started_at: z.string(),
  finished_at: z.string().nullable(),
  minutes: z.int().nullable(),
  topic: z.string().nullable(),
  result: z.string().nullable(),
});

/** A person's contacts with their topics, newest first. */
export function listContactsOf(db: Db, personId: string): ContactOfPerson[] {
  const contacts = new Map<string, ContactOfPerson>();
  const rows = listRows(
    db,
    Row,
    `SELECT id, staff_id, started_at, finished_at, minutes, topic, result FROM contact LEFT JOIN contact_topic ON contact_id = id
      WHERE person_id = ? ORDER BY started_at DESC, id DESC, position`,
    personId,
  );
  for (const { id, staff_id, started_at, finished_at, minutes, topic, result } of rows) {
    const contact = contacts.get(id) ?? {
      id,
      staffId: staff_id,
      startedAt: started_at,
      finishedAt: finished_at,
      minutes,
      topics: [],
    };
    if (topic !== null) contact.topics.push({ topic, result });
    contacts.set(id, contact);
  }
  return [...contacts.values()];
}

const SeenRow = z.strictObject({ person_id: z.string(), started_at: z.string() });

/** Who was talked with last, newest contact first; each person once, at most `most` of them. */
export function latestContacts(db: Db, most: number): { personId: string; at: Instant }[] {
  const seen = new Map<string, Instant>();
  const sql =
    'SELECT person_id, started_at FROM contact WHERE person_id IS NOT NULL ORDER BY day DESC, started_at DESC';
  for (const raw of db.statement(sql).iterate()) {
    const { person_id, started_at } = SeenRow.parse(raw);
    if (!seen.has(person_id)) seen.set(person_id, started_at);
    if (seen.size >= most) break;
  }
  return [...seen].map(([personId, at]) => ({ personId, at }));
}
