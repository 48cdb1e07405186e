import type Database from 'better-sqlite3';
import { openDatabaseOf } from '../../electron/office/core.ts';
import type { Db } from '../../electron/office/database/handles.ts';
import { getPerson } from '../../electron/office/people/person-row.ts';
import { timelineOf } from '../../electron/office/people/timeline.ts';
import type { TestOffice } from '../../electron/office/testing/test-office.ts';
import { type Figure, figure, inTurn, spreadOf, timedSync } from './measure.ts';

/** Opening a person's page: the person and their timeline, beside the same queries on the bare driver. */
export async function measureClientFile(office: TestOffice, people: readonly string[], turns = 100): Promise<Figure> {
  const db = openDatabaseOf(office.core);
  const open = (on: Db, personId: string) => {
    getPerson(on, personId);
    timelineOf(on, personId, office.who.city);
  };
  let [ours, theirs] = [0, 0];
  const cold: number[] = [];
  const measured = await inTurn(
    turns,
    () => {
      const personId = people[ours++ % people.length] ?? '';
      // Both sides are timed with the same pages deciphered; the first opening stands in the note.
      cold.push(timedSync(() => open(db, personId)));
      return timedSync(() => open(db, personId));
    },
    () => {
      const replay = recorded(db, (on) => open(on, people[theirs++ % people.length] ?? ''));
      return timedSync(replay);
    },
  );
  return figure({
    id: 'P6',
    what: 'open a client file, engine',
    beside: 'the same queries on the bare driver',
    ...measured,
    aim: '≤ 1.5×',
    holds: (ratio) => ratio <= 1.5,
    note: `the first opening of a file p95 ${spreadOf(cold).p95.toFixed(1)} ms`,
  });
}

/** Runs the work once, notes every query with its values, and returns what runs them again with nothing around. */
function recorded(db: ReturnType<typeof openDatabaseOf>, work: (on: Db) => void): () => void {
  const queries: (() => unknown)[] = [];
  const prepared = new Map<string, Database.Statement>();
  const bare = (sql: string) => {
    const statement = prepared.get(sql) ?? db.raw.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  work({
    connection: db.connection,
    statement(sql) {
      const statement = db.statement(sql);
      return new Proxy(statement, {
        get(target, name) {
          if (name !== 'get' && name !== 'all') return Reflect.get(target, name, target);
          return (...values: unknown[]) => {
            queries.push(() => bare(sql)[name](...values));
            return Reflect.apply(target[name], target, values);
          };
        },
      });
    },
  });
  return () => {
    for (const query of queries) query();
  };
}
