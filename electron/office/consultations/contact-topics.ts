import { z } from 'zod';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';

export interface TopicWithResult {
  topic: string;
  result: string | null;
  /** How often in this visit: three forms are one topic, three times. */
  quantity: number;
}

const TopicRow = z.strictObject({ topic: z.string(), result: z.string().nullable(), quantity: z.int() });

/** A contact's topics in the order in which they were entered. */
export function listTopics(db: Db, contactId: string): TopicWithResult[] {
  return listRows(
    db,
    TopicRow,
    'SELECT topic, result, quantity FROM contact_topic WHERE contact_id = ? ORDER BY position',
    contactId,
  );
}

const TopicOfRow = z.strictObject({ contact_id: z.string(), topic: z.string() });

/** What these contacts were about, by contact. */
export function topicsOf(db: Db, contactIds: readonly string[]): Map<string, string[]> {
  const sql =
    'SELECT contact_id, topic FROM contact_topic WHERE contact_id IN (SELECT value FROM json_each(?)) ORDER BY position';
  const rows = Map.groupBy(listRows(db, TopicOfRow, sql, JSON.stringify(contactIds)), (row) => row.contact_id);
  return new Map([...rows].map(([contactId, ofContact]) => [contactId, ofContact.map(({ topic }) => topic)]));
}

/** Replaces a contact's topics. */
export function writeTopics(
  tx: Tx,
  contactId: string,
  topics: readonly (Omit<TopicWithResult, 'quantity'> & { quantity?: number | undefined })[],
): void {
  run(tx, 'DELETE FROM contact_topic WHERE contact_id = ?', contactId);
  for (const [position, { topic, result, quantity }] of topics.entries()) {
    run(
      tx,
      'INSERT INTO contact_topic (contact_id, position, topic, result, quantity) VALUES (?, ?, ?, ?, ?)',
      contactId,
      position,
      topic,
      result,
      quantity ?? 1,
    );
  }
}

/** The topics named at the door, without a result: a default that nobody confirmed would falsify what is counted. */
export function addPrefilledTopics(tx: Tx, contactId: string, topics: readonly string[]): void {
  writeTopics(
    tx,
    contactId,
    [...new Set(topics)].map((topic) => ({ topic, result: null })),
  );
}
