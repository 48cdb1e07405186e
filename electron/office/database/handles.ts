import type Database from 'better-sqlite3';
import type { z } from 'zod';
import type { Instant } from '../../../shared/kernel/instants.ts';

type Value = string | number | bigint | Uint8Array | null;
type Statement = Database.Statement<Value[]>;

/** What a command did to an entity, for journal, export and the screens: names of fields, never values. */
export interface Touch {
  entity: string;
  id: string;
  op: 'put' | 'delete' | 'read';
  fields?: readonly string[];
  /** The revision after the change, for the screens. */
  revision?: number;
}

/** May read. */
export interface Db {
  statement(sql: string): Statement;
  /** The open connection behind it, the same for reading and for writing: what is kept in memory of it is found by it. */
  readonly connection: object;
}

/** May read and write, from BEGIN to COMMIT of one command; a use after the commit throws. */
export interface Tx extends Db {
  readonly writing: true;
  /** The instant of the command: everything that it writes carries the same. */
  readonly at: Instant;
  touch(touch: Touch): void;
}

/** The first row, parsed, or null. */
export function findRow<S extends z.ZodType>(db: Db, schema: S, sql: string, ...values: Value[]): z.infer<S> | null {
  const row = db.statement(sql).get(...values);
  return row === undefined ? null : schema.parse(row);
}

/** All rows, parsed. */
export function listRows<S extends z.ZodType>(db: Db, schema: S, sql: string, ...values: Value[]): z.infer<S>[] {
  return db
    .statement(sql)
    .all(...values)
    .map((row) => schema.parse(row));
}

/** Writes; returns how many rows changed. */
export function run(tx: Tx, sql: string, ...values: Value[]): number {
  return tx.statement(sql).run(...values).changes;
}

/** Prepares each statement once for a connection. */
export function statementCache(database: Database.Database): (sql: string) => Statement {
  const statements = new Map<string, Statement>();
  return (sql) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = database.prepare<Value[]>(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
}
