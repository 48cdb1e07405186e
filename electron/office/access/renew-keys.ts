import { join } from 'node:path';
import { z } from 'zod';
import { randomKey } from '../../../shared/node/crypto.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { listRows, run, type Tx } from '../database/handles.ts';
import { openDatabase, rekeyDatabase } from '../database/open-database.ts';
import { noteSalt } from '../office/open-office.ts';
import { listSnapshots, snapshotFolder } from '../office/snapshots.ts';
import { rule, conflict } from '../rpc/faults.ts';
import { grantDataKey, grantVault, newVault, sealRecoveryDataKey, sealRecoveryVault, type Vault } from './grants.ts';
import { encode, type Keyring, writeKeyring } from './keyring.ts';
import { heldVaults, keyringEntry, officeKeyring, refuseWithoutAdministrator } from './manage-staff.ts';
import type { Who } from './session.ts';
import { type Reader, type ReaderKey, unwrapNoteKey, wrapNoteKey } from './session-keys.ts';
import { endSession } from './sign-in.ts';
import { getStaff } from './staff.ts';

/**
 * Somebody leaves: they are taken out of the keyring, their employer's vault is renewed, and the database and the local
 * copies get a new key, so that nothing they may have kept opens what is written from now on (architecture.md 5).
 * Only a colleague who holds the vault can renew it. An interruption at any point leaves an office that opens: the
 * keyring holds old and new keys until the last step.
 */
export async function deactivateStaff(core: Core, who: Who, input: { id: string; revision: number }): Promise<void> {
  if (input.id === who.staffId) throw rule('oneself');
  const leaver = getStaff(openDatabaseOf(core), input.id);
  if (leaver.revision !== input.revision) throw conflict(leaver.revision);
  refuseWithoutAdministrator(openDatabaseOf(core), leaver.id, []);
  const before = officeKeyring(core);
  const held = heldVaults(who, leaver.employer_id);
  const hadVault = keyringEntry(before, leaver.id).vaults.length > 0;
  if (hadVault && held.length === 0) throw rule('colleague-must-do-it');
  const employer = before.employers.find((candidate) => candidate.employerId === leaver.employer_id);
  if (!employer) throw new Error('Every employer stands in the keyring');

  const vault = hadVault ? await newVault(leaver.employer_id, employer.vaultGeneration + 1) : null;
  const nextDataKey = randomKey();
  const both = await withNextKeys(before, leaver.id, vault, nextDataKey);
  const after = await withOnlyNextKeys(both, vault, nextDataKey);

  writeKeyring(core.ports.dataFolder, both);
  writeAndPublish(core, { staffId: who.staffId, procedure: 'access.deactivateStaff' }, (tx) => {
    run(tx, 'UPDATE staff SET active = 0, revision = revision + 1 WHERE id = ?', leaver.id);
    tx.touch({ entity: 'staff', id: leaver.id, op: 'put', fields: ['active'], revision: leaver.revision + 1 });
    if (vault) rewrapNoteKeys(tx, who, held.map((old) => old.reader), vault);
  });
  for (const connection of core.connections) if (connection.session?.staffId === leaver.id) endSession(core, connection);
  if (vault) handOverToSessions(core, leaver.employer_id, vault, held.map((old) => old.reader));
  rekeyFiles(core, nextDataKey);
  noteSalt(core, after);
}

async function withNextKeys(keyring: Keyring, leaverId: string, vault: Vault | null, nextDataKey: Uint8Array): Promise<Keyring> {
  const staff = await Promise.all(
    keyring.staff
      .filter((entry) => entry.staffId !== leaverId)
      .map(async (entry) => ({
        ...entry,
        nextDataKey: await grantDataKey(entry, nextDataKey),
        vaults: vault && entry.employerId === employerOf(vault) && entry.vaults.length > 0 ? [...entry.vaults, await grantVault(entry, vault)] : entry.vaults,
      })),
  );
  return { ...keyring, staff };
}

async function withOnlyNextKeys(keyring: Keyring, vault: Vault | null, nextDataKey: Uint8Array): Promise<Keyring> {
  const employers = await Promise.all(
    keyring.employers.map(async (employer) => {
      const { recipient } = employer.recovery;
      const dataKey = await sealRecoveryDataKey(recipient, nextDataKey);
      if (!vault || employer.employerId !== employerOf(vault)) return { ...employer, recovery: { ...employer.recovery, dataKey } };
      return {
        ...employer,
        vaultGeneration: employer.vaultGeneration + 1,
        vaultPublicKey: encode(vault.publicKey),
        recovery: { recipient, dataKey, vault: await sealRecoveryVault(recipient, vault) },
      };
    }),
  );
  return { ...dropOldKeys(keyring), employers };
}

/** The keyring once every note and the database stand under the next keys. */
export function dropOldKeys(keyring: Keyring): Keyring {
  return {
    ...keyring,
    staff: keyring.staff.map((entry) => ({ ...entry, dataKey: entry.nextDataKey ?? entry.dataKey, nextDataKey: null, vaults: entry.vaults.slice(-1) })),
    unattended: null,
  };
}

function employerOf(vault: Vault): string {
  return vault.reader.split(':')[1] ?? '';
}

const KeyRow = z.strictObject({ note_id: z.string(), reader: z.string(), wrapped: z.instanceof(Uint8Array) });

/** Wraps each note's key for the renewed vault instead of the old ones. */
function rewrapNoteKeys(tx: Tx, who: Who, oldReaders: readonly Reader[], vault: Vault): void {
  const keys = { ...who.keys, readers: new Map<Reader, ReaderKey>([...who.keys.readers, [vault.reader, vault]]) };
  for (const old of oldReaders) {
    for (const row of listRows(tx, KeyRow, 'SELECT note_id, reader, wrapped FROM note_key WHERE reader = ?', old)) {
      const noteKey = unwrapNoteKey(row.note_id, [row], keys);
      if (!noteKey) throw new Error('A vault opens what was wrapped for it');
      run(tx, 'INSERT INTO note_key (note_id, reader, wrapped) VALUES (?, ?, ?)', row.note_id, vault.reader, wrapNoteKey(noteKey, row.note_id, vault.reader, keys));
    }
    run(tx, 'DELETE FROM note_key WHERE reader = ?', old);
  }
}

/** Colleagues who are signed in go on without signing in again. */
function handOverToSessions(core: Core, employerId: string, vault: Vault, oldReaders: readonly Reader[]): void {
  for (const { session } of core.connections) {
    if (!session || session.employerId !== employerId || session.keys.vault === null) continue;
    for (const old of oldReaders) session.keys.readers.delete(old);
    session.keys.readers.set(vault.reader, { key: vault.key.slice(), privateKey: vault.privateKey.slice() });
    session.keys.vault = vault.reader;
  }
}

function rekeyFiles(core: Core, nextDataKey: Uint8Array): void {
  const { dataKey } = core;
  if (!dataKey) throw new Error('An open office has its key');
  rekeyDatabase(openDatabaseOf(core).raw, nextDataKey);
  for (const { name } of listSnapshots(core)) {
    const snapshot = openDatabase(join(snapshotFolder(core), name), dataKey);
    if (!snapshot) continue;
    rekeyDatabase(snapshot, nextDataKey);
    snapshot.pragma('journal_mode = DELETE');
    snapshot.close();
  }
  dataKey.fill(0);
  core.dataKey = nextDataKey;
}
