import { z } from 'zod';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';

export interface TopicWithResult {
  topic: string;
  result: string | null;
}

const TopicRow = z.strictObject({ topic: z.string(), result: z.string().nullable() });

/** A contact's topics in the order in which they were entered. */
export function listTopics(db: Db, contactId: string): TopicWithResult[] {
  return listRows(
    db,
    TopicRow,
    'SELECT topic, result FROM contact_topic WHERE contact_id = ? ORDER BY position',
    contactId,
  );
}

/** Replaces a contact's topics. */
export function writeTopics(tx: Tx, contactId: string, topics: readonly TopicWithResult[]): void {
  run(tx, 'DELETE FROM contact_topic WHERE contact_id = ?', contactId);
  for (const [position, { topic, result }] of topics.entries()) {
    run(
      tx,
      'INSERT INTO contact_topic (contact_id, position, topic, result) VALUES (?, ?, ?, ?)',
      contactId,
      position,
      topic,
      result,
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
