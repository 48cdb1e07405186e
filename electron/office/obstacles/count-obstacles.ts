import { z } from 'zod';
import { type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import { quarterOf, SMALLEST_COUNT } from '../../../shared/obstacles/obstacle.rules.ts';
import { centralSql } from '../catalogues/central-sql.ts';
import { type Db, listRows } from '../database/handles.ts';

const CountRow = z.strictObject({ obstacle: z.string(), count: z.int() });

/**
 * For how many people, or nameless talks, each obstacle came up in talks of this quarter; null for fewer than five. What
 * an office added counts as what it belongs to. Reads
 * obstacles and days alone, so that no note of any level changes it.
 */
export function countObstacles(
  db: Db,
  now: string,
): { from: LocalDate; counts: { obstacle: string; count: number | null }[] } {
  const today = localDateOf(now);
  const from = quarterOf(today);
  const rows = listRows(
    db,
    CountRow,
    `SELECT ${centralSql('obstacle')} AS obstacle, count(DISTINCT coalesce(person_id, person_obstacle.contact_id)) AS count
      FROM obstacle_event JOIN person_obstacle ON person_obstacle.id = obstacle_id
      WHERE obstacle_event.contact_id IS NOT NULL AND type IN ('noticed', 'state') AND day BETWEEN ? AND ?
      GROUP BY 1 ORDER BY 1`,
    from,
    today,
  );
  return {
    from,
    counts: rows.map(({ obstacle, count }) => ({ obstacle, count: count < SMALLEST_COUNT ? null : count })),
  };
}
