import { backupEntries } from '../../../shared/node/bundle/write-entries.ts';
import { journalHead } from '../database/journal.ts';
import { databaseVersion } from '../database/migrate.ts';
import { periodOf } from './journal-days.ts';
import type { Night } from './night.ts';
import { keepRecoveryVaults } from './recovery-vaults.ts';
import { writeBundle } from './write-bundle.ts';

/**
 * Writes a backup of the whole database to both recovery recipients; the office can't open it itself. Returns its name.
 * The image is made in memory: unencrypted it never touches a disk.
 */
export async function writeBackup(night: Night): Promise<string> {
  keepRecoveryVaults(night);
  const { sequence: to, hash: head } = journalHead(night.database);
  const journal = { from: 1, to, head };
  return await writeBundle(night, {
    kind: 'backup',
    recipients: night.office.recovery_recipients,
    journal,
    period: periodOf(night, journal),
    async entries(facts) {
      const { raw } = night.database;
      return backupEntries(facts, raw.serialize(), databaseVersion(raw));
    },
  });
}
