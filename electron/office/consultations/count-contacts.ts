import { z } from 'zod';
import { centralIdOf } from '../../../shared/catalogue/own-ids.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { PREFILLED_FIELDS } from '../../../shared/statistics/statistics.rules.ts';
import { centralSql } from '../catalogues/central-sql.ts';
import { type Db, listRows } from '../database/handles.ts';

const CountRow = z.strictObject({ id: z.string(), count: z.int() });

/** Finished contacts of these days (both included): how many in all, by topic and by language, the most frequent first. */
export function countContacts(db: Db, from: LocalDate, to: LocalDate) {
  const total = db
    .statement('SELECT count(*) FROM contact WHERE day BETWEEN ? AND ? AND finished_at IS NOT NULL')
    .pluck(true)
    .get(from, to);
  const byTopic = countTopics(db, from, to);
  const byLanguage = listRows(
    db,
    CountRow,
    `SELECT spoken AS id, count(*) AS count FROM contact
      WHERE day BETWEEN ? AND ? AND finished_at IS NOT NULL GROUP BY spoken ORDER BY count DESC, spoken`,
    from,
    to,
  );
  return { total: z.int().parse(total), byTopic, byLanguage, prefilled: countPrefilled(db, from, to) };
}

/** By central topic, each with what this office added below it. A talk that touches both counts once for the central one. */
function countTopics(db: Db, from: LocalDate, to: LocalDate) {
  const finished = `FROM contact JOIN contact_topic ON contact_id = contact.id
    WHERE day BETWEEN ? AND ? AND finished_at IS NOT NULL`;
  const central = `SELECT ${centralSql('topic')} AS id, count(DISTINCT contact_id) AS count ${finished} GROUP BY 1 ORDER BY 2 DESC, 1`;
  const added = `SELECT topic AS id, count(*) AS count ${finished} AND topic GLOB 'own.*' GROUP BY 1 ORDER BY 2 DESC, 1`;
  const below = Map.groupBy(listRows(db, CountRow, added, from, to), ({ id }) => centralIdOf(id));
  return listRows(db, CountRow, central, from, to).map((row) => ({ ...row, within: below.get(row.id) ?? [] }));
}

const PrefilledRow = z.strictObject({
  count: z.int(),
  medium: z.int(),
  place: z.int(),
  interpreted: z.int(),
  interpreter: z.int(),
});

/**
 * Of what the screen of a talk fills in by itself: in how many finished contacts it stands, and in how many nobody has
 * touched it. A tally says everything itself; where nobody interprets, nothing was taken over.
 */
function countPrefilled(db: Db, from: LocalDate, to: LocalDate) {
  const [row] = listRows(
    db,
    PrefilledRow,
    `SELECT count(*) AS count, coalesce(sum(medium_touched = 0), 0) AS medium, coalesce(sum(place_touched = 0), 0) AS place,
        coalesce(sum(interpreter_mode <> 'none'), 0) AS interpreted,
        coalesce(sum(interpreter_mode <> 'none' AND interpreter_touched = 0), 0) AS interpreter
      FROM contact WHERE day BETWEEN ? AND ? AND finished_at IS NOT NULL AND ticket_id IS NOT NULL`,
    from,
    to,
  );
  if (!row) throw new Error('An aggregate has one row');
  return PREFILLED_FIELDS.map((field) => ({
    field,
    count: field === 'interpreter' ? row.interpreted : row.count,
    untouched: row[field],
  }));
}
