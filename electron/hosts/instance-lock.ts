import { join } from 'node:path';
import Database from 'better-sqlite3';

// The lock goes when its database is collected as garbage, so that each that is held is kept here.
const held = new Set<Database.Database>();

/**
 * Holds the data folder for this process, or returns null when another process has it. SQLite's file lock serves,
 * since the operating system takes it back when a process dies: a host that was killed leaves nothing to clear away.
 */
export function takeInstanceLock(dataFolder: string): { release(): void } | null {
  const lock = new Database(join(dataFolder, 'host.lock'), { timeout: 0 });
  try {
    // Nothing is ever written to it; a journal file beside it would only be litter.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
  held.add(lock);
  return {
    release() {
      held.delete(lock);
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}
