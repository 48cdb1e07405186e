import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { EmployerKind } from '../../../shared/access/access.contract.ts';
import { Id } from '../../../shared/kernel/ids.ts';
import { DatabaseBlocked } from '../database/open-database.ts';

const Base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);

/** Sealed to somebody's X25519 key by HPKE: whoever is entitled can be given a new one without their passphrase. */
const Grant = z.strictObject({ of: z.string(), sealed: Base64 });

export const KeyringStaff = z.strictObject({
  staffId: Id,
  employerId: Id,
  signInName: z.string(),
  active: z.boolean(),
  argon2id: z.strictObject({ salt: Base64, memoryKiB: z.int(), passes: z.int(), lanes: z.int() }),
  /** Generation of the personal keys: a passphrase that was reset by recovery sheet starts a new one. */
  generation: z.int().min(1),
  publicKey: Base64,
  /** The personal symmetric and private key, under the key derived from the passphrase. */
  personal: Base64,
  /** The database's key, for this person's public key. */
  dataKey: Base64,
  /** The employer's vault, every generation that a note may still stand under, the newest last; empty for who reads no notes or waits to be let in. */
  vaults: z.array(Grant),
  /** The database's and the vault's next keys, while somebody's leaving is under way. */
  nextDataKey: Base64.nullable(),
  nextVault: Grant.nullable().default(null),
  /** Held the vault before a change of roles took it away: it is renewed when this person leaves. */
  heldVault: z.boolean().default(false),
  /** Personal keys of those whose deputy this person is. */
  deputyFor: z.array(Grant),
});
export type KeyringStaff = z.infer<typeof KeyringStaff>;

const EmployerKeys = z.strictObject({
  vaultGeneration: z.int().min(1),
  vaultPublicKey: Base64,
  /** This employer's recovery sheet: its age recipient, and age files with the database's key and with the vault. */
  recovery: z.strictObject({ recipient: z.string(), dataKey: Base64, vault: Base64 }),
});
export type EmployerKeys = z.infer<typeof EmployerKeys>;

export const KeyringEmployer = EmployerKeys.extend({
  employerId: Id,
  kind: EmployerKind,
  /** What holds as soon as the leaving that is under way is through. */
  next: EmployerKeys.nullable().default(null),
});
export type KeyringEmployer = z.infer<typeof KeyringEmployer>;

/** The file `office.keyring`: wrapped keys only. It says who may sign in, never what they may read without the key. */
export const Keyring = z.strictObject({
  format: z.literal('tandem-keyring/1'),
  officeId: z.string(),
  officeName: z.string(),
  training: z.boolean(),
  desks: z.int(),
  /** The port at which the office network finds screens; null: it does not. Served from the start, so that they can say what they wait for. */
  screenPort: z.int().min(1).max(65_535).nullable().default(null),
  /** The database's salt: tells another office's file from a damaged one of ours. */
  databaseSalt: z.string(),
  staff: z.array(KeyringStaff),
  employers: z.array(KeyringEmployer).length(2),
  /** Whose leaving is under way: the keyring holds old and new keys until it is through (next-keys.ts). */
  leaving: Id.nullable().default(null),
  /** The highest epoch of bundles that this office has used: a second restore must not use one twice. */
  epoch: z.int().min(1),
  /** The database's key wrapped by the operating system, where the office allows an unattended start. */
  unattended: Base64.nullable(),
});
export type Keyring = z.infer<typeof Keyring>;

/** Bytes as they stand in the keyring. */
export function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** What {@link encode} wrote. */
export function decode(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

const KEYRING = 'office.keyring';
/** Without the keyring nothing opens any more, no local copy either: one bad block must not cost the whole office. */
const COPY = 'office.keyring.copy';

/**
 * Reads the keyring, or its copy where it is damaged, or gone beside a database; null when there is none. Throws
 * DatabaseBlocked when neither can be read.
 */
export function readKeyring(dataFolder: string): Keyring | null {
  const keyring = readFrom(join(dataFolder, KEYRING));
  if (typeof keyring === 'object') return keyring;
  // A folder that somebody has emptied to begin anew is empty.
  if (keyring === 'missing' && !existsSync(join(dataFolder, 'office.db'))) return null;
  const copy = readFrom(join(dataFolder, COPY));
  if (typeof copy === 'object') return copy;
  if (keyring === 'missing') return null;
  throw new DatabaseBlocked('keyring-damaged');
}

function readFrom(path: string): Keyring | 'missing' | 'damaged' {
  try {
    return Keyring.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'missing' : 'damaged';
  }
}

/** Replaces the keyring in one step: a power cut leaves the old one or the new one, never half of either. Then its copy. */
export function writeKeyring(dataFolder: string, keyring: Keyring): void {
  replaceFile(join(dataFolder, KEYRING), `${JSON.stringify(Keyring.parse(keyring), null, 1)}\n`);
  copyKeyring(dataFolder);
}

/** Brings the copy to the keyring's state. */
export function copyKeyring(dataFolder: string): void {
  replaceFile(join(dataFolder, COPY), readFileSync(join(dataFolder, KEYRING)));
}

/** Writes beside, flushes, renames over, flushes the folder. Readable by this user only. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
  flushFolderOf(path);
}

/** Makes the renaming of a file durable. */
export function flushFolderOf(path: string): void {
  // Windows has no flush of a folder; there the rename is made durable by the file system itself.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/**
 * An entry that no passphrase opens, costing the same derivation as a real one: so an unknown name can't be told from a
 * wrong passphrase by the time it takes.
 */
export function sealedNowhere(
  keyring: Keyring | null,
  cost: { memoryKiB: number; passes: number; lanes: number },
): KeyringStaff {
  const typical = keyring?.staff[0]?.argon2id ?? { salt: encode(new Uint8Array(16)), ...cost };
  const nobody = '00000000-0000-7000-8000-000000000000';
  return {
    staffId: nobody,
    employerId: nobody,
    signInName: '',
    active: false,
    argon2id: typical,
    generation: 1,
    publicKey: '',
    personal: encode(new Uint8Array(128)),
    dataKey: '',
    vaults: [],
    nextDataKey: null,
    nextVault: null,
    heldVault: false,
    deputyFor: [],
  };
}
