import { z } from 'zod';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { seal, sealTo, unseal, unsealWith } from '../../../shared/node/crypto.ts';
import { decode, type Keyring } from '../access/keyring.ts';
import type { Reader, ReaderKey } from '../access/session-keys.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';

/** The first byte says how a release's key is wrapped, as with the keys of notes. */
const SYMMETRIC = 1;
const TO_PUBLIC_KEY = 2;

/** The name under which the keys of notes are wrapped for a release whose key is of this generation. */
export function releaseReader(releaseId: string, generation: number): Reader {
  return `release:${releaseId}:${generation}`;
}

const place = (release: Reader, vault: string) => `${release} for ${vault}`;

/** Wraps a release's key for a vault that this session holds: opens fast. */
export function wrapForOwnVault(
  releaseKey: Uint8Array,
  release: Reader,
  vault: { reader: Reader } & ReaderKey,
): Uint8Array {
  return new Uint8Array([SYMMETRIC, ...seal(vault.key, releaseKey, place(release, vault.reader))]);
}

/** Wraps a release's key for the other employer, whose vault this session does not hold: by HPKE to its public key. */
export async function wrapForOtherVault(
  releaseKey: Uint8Array,
  release: Reader,
  vault: { reader: Reader; publicKey: Uint8Array },
): Promise<Uint8Array> {
  return new Uint8Array([TO_PUBLIC_KEY, ...(await sealTo(vault.publicKey, releaseKey, place(release, vault.reader)))]);
}

/** The name and the public key of an employer's vault as the keyring has them now. */
export function publicVault(keyring: Keyring, employerId: string): { reader: Reader; publicKey: Uint8Array } {
  const employer = keyring.employers.find((candidate) => candidate.employerId === employerId);
  if (!employer) throw new Error('Every employer stands in the keyring');
  return {
    reader: `vault:${employerId}:${employer.vaultGeneration}`,
    publicKey: decode(employer.vaultPublicKey),
  };
}

const WrappedRow = z.strictObject({
  release_id: z.string(),
  key_generation: z.int(),
  vault: z.string(),
  wrapped: z.instanceof(Uint8Array),
});
export type WrappedReleaseKey = z.infer<typeof WrappedRow>;

/** The wrapped keys of releases that hold on the day, for these vaults. */
export function listWrappedKeys(db: Db, vaults: readonly string[], today: string): WrappedReleaseKey[] {
  return listRows(
    db,
    WrappedRow,
    `SELECT release_id, key_generation, vault, wrapped FROM release_key JOIN release ON release.id = release_id
      WHERE vault IN (SELECT value FROM json_each(?)) AND withdrawn_at IS NULL AND valid_until >= ?`,
    JSON.stringify(vaults),
    today,
  );
}

/** Opens one wrapped key with the vault that it is for. Throws SealBroken. */
export async function unwrapReleaseKey(row: WrappedReleaseKey, vault: ReaderKey): Promise<Uint8Array> {
  const sealed = row.wrapped.subarray(1);
  const where = place(releaseReader(row.release_id, row.key_generation), row.vault);
  return row.wrapped[0] === SYMMETRIC
    ? unseal(vault.key, sealed, where)
    : await unsealWith(vault.privateKey, sealed, where);
}

/**
 * The keys of all releases that hold today, for who holds one of the vaults among `readers`. What came by HPKE is wrapped
 * symmetrically on the way: opening that takes milliseconds each, and a sign-in must not wait for hundreds of them again.
 */
export async function openReleaseKeys(
  core: Core,
  readers: ReadonlyMap<Reader, ReaderKey>,
): Promise<Map<Reader, ReaderKey>> {
  const vaults = [...readers.keys()].filter((reader) => reader.startsWith('vault:'));
  const opened = new Map<Reader, ReaderKey>();
  const slow: { row: WrappedReleaseKey; wrapped: Uint8Array }[] = [];
  const rows = listWrappedKeys(openDatabaseOf(core), vaults, localDateOf(core.ports.clock.now()));
  for (const row of rows) {
    // releaseKeysFor wrote a Reader there.
    const reader = row.vault as Reader;
    const vault = readers.get(reader);
    if (!vault) continue;
    const key = await unwrapReleaseKey(row, vault);
    const release = releaseReader(row.release_id, row.key_generation);
    opened.set(release, { key, privateKey: new Uint8Array() });
    if (row.wrapped[0] === TO_PUBLIC_KEY)
      slow.push({ row, wrapped: wrapForOwnVault(key, release, { reader, ...vault }) });
  }
  if (slow.length > 0)
    writeAndPublish(core, { staffId: null, procedure: 'releases.openKeys' }, (tx) => keepFaster(tx, slow));
  return opened;
}

function keepFaster(tx: Tx, slow: readonly { row: WrappedReleaseKey; wrapped: Uint8Array }[]): void {
  // Only what is still there in the same wrapping: a withdrawal meanwhile must not be undone.
  for (const { row, wrapped } of slow)
    run(
      tx,
      'UPDATE release_key SET wrapped = ? WHERE release_id = ? AND vault = ? AND wrapped = ?',
      wrapped,
      row.release_id,
      row.vault,
      row.wrapped,
    );
}
