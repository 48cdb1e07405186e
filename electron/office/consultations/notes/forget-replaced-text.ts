import type { Core } from '../../core.ts';

/**
 * Empties the write-ahead log once the command that runs now is committed: its older pages still hold what the command
 * has replaced, readable for who has the database's key.
 */
export function forgetReplacedText(core: Core): void {
  setImmediate(() => {
    try {
      core.database?.raw.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // The note is safe either way; the next checkpoint empties the log.
      core.ports.log.write({ level: 'warning', code: 'checkpoint-postponed' });
    }
  });
}
