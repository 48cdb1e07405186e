import { z } from 'zod';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { type Db, listRows } from '../database/handles.ts';

const CountRow = z.strictObject({ id: z.string(), count: z.int() });

/** Finished contacts of these days (both included): how many in all, by topic and by language, the most frequent first. */
export function countContacts(db: Db, from: LocalDate, to: LocalDate) {
  const total = db
    .statement('SELECT count(*) FROM contact WHERE day BETWEEN ? AND ? AND finished_at IS NOT NULL')
    .pluck(true)
    .get(from, to);
  const byTopic = listRows(
    db,
    CountRow,
    `SELECT topic AS id, count(*) AS count FROM contact JOIN contact_topic ON contact_id = contact.id
      WHERE day BETWEEN ? AND ? AND finished_at IS NOT NULL GROUP BY topic ORDER BY count DESC, topic`,
    from,
    to,
  );
  const byLanguage = listRows(
    db,
    CountRow,
    `SELECT spoken AS id, count(*) AS count FROM contact
      WHERE day BETWEEN ? AND ? AND finished_at IS NOT NULL GROUP BY spoken ORDER BY count DESC, spoken`,
    from,
    to,
  );
  return { total: z.int().parse(total), byTopic, byLanguage };
}
