import type Database from 'better-sqlite3';
import type { Instant } from '../../../shared/kernel/instants.ts';
import { type Db, statementCache, type Touch, type Tx } from './handles.ts';
import { appendJournal, type JournalHead } from './journal.ts';

/** An open database: reading any time, writing only through `write`. */
export interface OfficeDatabase extends Db {
  readonly raw: Database.Database;
  /**
   * Runs a synchronous function in one transaction with its journal entry. Returns its result and what it touched,
   * after the commit; a throw rolls everything back.
   */
  write<T>(command: { at: Instant; staffId: string | null; procedure: string }, change: (tx: Tx) => T): Written<T>;
  close(): void;
}

export interface Written<T> {
  result: T;
  touches: readonly Touch[];
  /** The journal's new head; null when nothing was touched. */
  head: JournalHead | null;
}

/** Wraps an open connection. */
export function officeDatabase(raw: Database.Database): OfficeDatabase {
  const statement = statementCache(raw);
  return {
    raw,
    connection: raw,
    statement(sql) {
      const prepared = statement(sql);
      // A reading handle that could write would be a way round the journal.
      if (!prepared.readonly) throw new Error('Only a command writes');
      return prepared;
    },
    write(command, change) {
      const touches: Touch[] = [];
      let open = true;
      const tx: Tx = {
        writing: true,
        connection: raw,
        at: command.at,
        statement(sql) {
          if (!open) throw new Error('The transaction is over');
          return statement(sql);
        },
        touch(touch) {
          if (!open) throw new Error('The transaction is over');
          touches.push(touch);
        },
      };
      raw.exec('BEGIN IMMEDIATE');
      try {
        const result = change(tx);
        if (result instanceof Promise) throw new Error('A command is synchronous');
        const head = touches.length > 0 ? appendJournal(tx, { ...command, touches }) : null;
        raw.exec('COMMIT');
        return { result, touches, head };
      } catch (error) {
        if (raw.inTransaction) raw.exec('ROLLBACK');
        throw error;
      } finally {
        open = false;
      }
    },
    close() {
      raw.close();
    },
  };
}
