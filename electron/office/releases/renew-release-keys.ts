import { z } from 'zod';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { randomKey } from '../../../shared/node/crypto.ts';
import type { Vault } from '../access/grants.ts';
import type { Keyring } from '../access/keyring.ts';
import { type Reader, type ReaderKey, unwrapNoteKey, wrapNoteKey } from '../access/session-keys.ts';
import { type Core, openDatabaseOf } from '../core.ts';
import { findRow, listRows, run, type Tx } from '../database/handles.ts';
import { handOverRelease } from './live-releases.ts';
import {
  listWrappedKeys,
  publicVault,
  releaseReader,
  unwrapReleaseKey,
  wrapForOtherVault,
  wrapForOwnVault,
} from './release-keys.ts';

/** A release's next key, made before the transaction that puts it in the place of the present one. */
export interface RenewedRelease {
  releaseId: string;
  generation: number;
  present: Uint8Array;
  next: Uint8Array;
  wrapped: readonly { vault: Reader; bytes: Uint8Array }[];
}

/**
 * Makes new keys for all releases that an employer has a share in, whichever direction: who leaves it may have kept the
 * present ones. `earlier` are the generations of its vault that the caller holds, `renewed` is the next one.
 */
export async function nextReleaseKeys(
  core: Core,
  keyring: Keyring,
  employerId: string,
  { earlier, renewed }: { earlier: readonly ({ reader: Reader } & ReaderKey)[]; renewed: Vault },
): Promise<RenewedRelease[]> {
  const other = keyring.employers.find((candidate) => candidate.employerId !== employerId);
  if (!other) throw new Error('A tandem has two employers');
  const otherVault = publicVault(keyring, other.employerId);
  const vaults = new Map<string, ReaderKey>(earlier.map((vault) => [vault.reader, vault]));
  const releases: RenewedRelease[] = [];
  const today = localDateOf(core.ports.clock.now());
  for (const row of listWrappedKeys(openDatabaseOf(core), [...vaults.keys()], today)) {
    const vault = vaults.get(row.vault);
    if (!vault) continue;
    const generation = row.key_generation + 1;
    const reader = releaseReader(row.release_id, generation);
    const next = randomKey();
    releases.push({
      releaseId: row.release_id,
      generation,
      present: await unwrapReleaseKey(row, vault),
      next,
      wrapped: [
        { vault: renewed.reader, bytes: wrapForOwnVault(next, reader, renewed) },
        { vault: otherVault.reader, bytes: await wrapForOtherVault(next, reader, otherVault) },
      ],
    });
  }
  return releases;
}

const StandingRow = z.strictObject({ key_generation: z.int() });
const KeyRow = z.strictObject({ note_id: z.string(), reader: z.string(), wrapped: z.instanceof(Uint8Array) });

/** Puts the next keys in place and wraps the notes' keys under them. A release that was withdrawn meanwhile stays closed. */
export function takeNextReleaseKeys(tx: Tx, renewed: readonly RenewedRelease[]): void {
  for (const release of renewed) {
    const { releaseId, generation } = release;
    const standing = findRow(
      tx,
      StandingRow,
      'SELECT key_generation FROM release WHERE id = ? AND withdrawn_at IS NULL',
      releaseId,
    );
    if (standing?.key_generation !== generation - 1) continue;
    const present = releaseReader(releaseId, generation - 1);
    const next = releaseReader(releaseId, generation);
    const readers = new Map<Reader, ReaderKey>([
      [present, { key: release.present, privateKey: new Uint8Array() }],
      [next, { key: release.next, privateKey: new Uint8Array() }],
    ]);
    const keys = { personal: next, vault: null, readers };
    for (const row of listRows(tx, KeyRow, 'SELECT note_id, reader, wrapped FROM note_key WHERE reader = ?', present)) {
      const noteKey = unwrapNoteKey(row.note_id, [row], keys);
      if (!noteKey) throw new Error('A release opens what was wrapped under it');
      run(
        tx,
        'INSERT INTO note_key (note_id, reader, wrapped) VALUES (?, ?, ?)',
        row.note_id,
        next,
        wrapNoteKey(noteKey, row.note_id, next, keys),
      );
    }
    run(tx, 'DELETE FROM note_key WHERE reader = ?', present);
    run(tx, 'DELETE FROM release_key WHERE release_id = ?', releaseId);
    for (const { vault, bytes } of release.wrapped)
      run(tx, 'INSERT INTO release_key (release_id, vault, wrapped) VALUES (?, ?, ?)', releaseId, vault, bytes);
    run(tx, 'UPDATE release SET key_generation = ? WHERE id = ?', generation, releaseId);
  }
}

/** Gives the next keys to everybody who is signed in and may hold them; the present ones are overwritten. */
export function handOverRenewed(core: Core, renewed: readonly RenewedRelease[]): void {
  for (const { releaseId, generation, present, next } of renewed) {
    handOverRelease(core, releaseReader(releaseId, generation), next);
    present.fill(0);
    next.fill(0);
  }
}
