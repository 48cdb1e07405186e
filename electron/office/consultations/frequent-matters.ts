import { z } from 'zod';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import type { Matter } from '../../../shared/matters/matters.contract.ts';
import { type Db, listRows } from '../database/handles.ts';

/** A season: long enough to tell what is frequent, short enough to follow the office. */
const DAYS_LEARNED_FROM = 90;

const MatterRow = z.strictObject({ topic: z.string(), result: z.string() });

/** Topic and result of this office's finished contacts of the 90 days before, the most frequent first, at most `most`. */
export function frequentMatters(db: Db, today: LocalDate, most: number): Matter[] {
  return listRows(
    db,
    MatterRow,
    `SELECT topic, result FROM contact JOIN contact_topic ON contact_id = contact.id
      WHERE day BETWEEN ? AND ? AND finished_at IS NOT NULL AND result IS NOT NULL
      GROUP BY topic, result ORDER BY count(*) DESC, topic, result LIMIT ?`,
    addDays(today, -DAYS_LEARNED_FROM),
    addDays(today, -1),
    most,
  );
}
