import { z } from 'zod';
import { decode, readKeyring } from '../access/keyring.ts';
import { findRow, run } from '../database/handles.ts';
import type { Night } from './night.ts';

const Row = z.strictObject({ age: z.instanceof(Uint8Array) });

/**
 * Puts the vaults, each sealed for its employer's recovery sheet, into the database, where the backup takes them along.
 * The database's own key is not among them: whoever opens a backup has no use for it.
 */
export function keepRecoveryVaults(night: Night): void {
  const employers = readKeyring(night.core.ports.dataFolder)?.employers ?? [];
  const changed = employers.flatMap(({ employerId, vaultGeneration, recovery }) => {
    const age = decode(recovery.vault);
    const kept = findRow(night.database, Row, 'SELECT age FROM recovery_vault WHERE employer_id = ?', employerId);
    return kept !== null && Buffer.from(kept.age).equals(age) ? [] : [{ employerId, generation: vaultGeneration, age }];
  });
  if (changed.length === 0) return;
  night.write((tx) => {
    for (const { employerId, generation, age } of changed) {
      run(
        tx,
        `INSERT INTO recovery_vault (employer_id, generation, age) VALUES (?, ?, ?)
          ON CONFLICT (employer_id) DO UPDATE SET generation = excluded.generation, age = excluded.age`,
        employerId,
        generation,
        age,
      );
    }
  });
}
