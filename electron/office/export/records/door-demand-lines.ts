import type { WaitPut } from '../../../../shared/bundle/records/wait.ts';
import { centralTopics } from './central-entries.ts';
import { type CountingRow, type Reading, rowsFor } from './record-source.ts';

interface DemandRow {
  id: string;
  day: string;
  at: string;
  outcome: Extract<WaitPut['outcome'], 'turned-away' | 'gave-up'>;
  cause: WaitPut['cause'];
  language: string;
  topics: string;
}

const DEMAND = `SELECT id, day, at, outcome, cause, language, topics FROM door_demand
  WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`;

/** Those who left at the door without a number: the city is told of them as of a ticket that waited no minute. */
export function doorDemandLines({ db, ids, local }: Reading, demandIds: readonly string[]): CountingRow<'wait'>[] {
  return rowsFor<DemandRow>(db, DEMAND, demandIds).map((row) => ({
    id: row.id,
    personId: null,
    line: {
      op: 'put',
      id: ids.ofRow('wait', row.id),
      day: row.day,
      hour: local(row.at).hour,
      kind: 'walk-in',
      language: row.language,
      topics: centralTopics(row.topics),
      priority: null,
      outcome: row.outcome,
      cause: row.cause,
      waitMinutes: 0,
      wayMinutes: null,
      serviceMinutes: null,
    },
  }));
}

// Each part stops at the page's end by its own index; together they are at most two pages.
const PAGE = `SELECT id FROM (
  SELECT * FROM (SELECT id FROM ticket WHERE id > ? ORDER BY id LIMIT ?)
  UNION ALL SELECT * FROM (SELECT id FROM door_demand WHERE id > ? ORDER BY id LIMIT ?)
) ORDER BY id LIMIT ?`;

/** A page of the ids of tickets and of those who came without one, ascending. */
export function pageOfThoseWhoCame(db: Reading['db'], after: string, limit: number): string[] {
  // Both columns are TEXT NOT NULL in STRICT tables.
  return db.statement(PAGE).pluck().all(after, limit, after, limit, limit) as string[];
}
