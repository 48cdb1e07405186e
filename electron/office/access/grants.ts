import { z } from 'zod';
import { ageDecrypt, ageEncrypt } from '../../../shared/node/crypto/age.ts';
import {
  derivePassphraseKey,
  generateKeyPair,
  randomBytes,
  randomKey,
  seal,
  sealTo,
  unseal,
  unsealWith,
} from '../../../shared/node/crypto.ts';
import type { PassphraseCost } from '../ports.ts';
import { decode, encode, type KeyringEmployer, type KeyringStaff } from './keyring.ts';
import { type Reader, type ReaderKey, readerKeyFromBytes, readerKeyToBytes } from './session-keys.ts';

/** An employer's vault of one generation, in the hands of who may hold it. */
export interface Vault extends ReaderKey {
  reader: Reader;
  publicKey: Uint8Array;
}

/** The name under which notes' keys are wrapped for an employer's vault of one generation. */
export function vaultReader(employerId: string, generation: number): Reader {
  return `vault:${employerId}:${generation}`;
}

/** The name under which notes' keys are wrapped for somebody's personal keys of one generation. */
export function personReader(staffId: string, generation: number): Reader {
  return `person:${staffId}:${generation}`;
}

/** Fresh keys of an employer's vault. */
export async function newVault(employerId: string, generation: number): Promise<Vault> {
  const { publicKey, privateKey } = await generateKeyPair();
  return { reader: vaultReader(employerId, generation), key: randomKey(), privateKey, publicKey };
}

/** A keyring entry with fresh personal keys under the passphrase, to which the database's key and the vaults are granted. */
export async function newStaffEntry(
  person: { staffId: string; employerId: string; signInName: string; generation: number },
  passphrase: string,
  cost: PassphraseCost,
  dataKey: Uint8Array,
  vaults: readonly ({ reader: Reader } & ReaderKey)[],
): Promise<{ entry: KeyringStaff; personal: ReaderKey }> {
  const { publicKey, privateKey } = await generateKeyPair();
  const personal: ReaderKey = { key: randomKey(), privateKey };
  const entry: KeyringStaff = {
    ...person,
    active: true,
    ...(await sealPersonal(personal, person.staffId, passphrase, cost)),
    publicKey: encode(publicKey),
    dataKey: '',
    vaults: [],
    nextDataKey: null,
    nextVault: null,
    heldVault: false,
    deputyFor: [],
  };
  entry.dataKey = await grantDataKey(entry, dataKey);
  for (const vault of vaults) entry.vaults.push(await grantVault(entry, vault));
  return { entry, personal };
}

/** Seals somebody's personal keys under a passphrase, with a fresh salt. */
export async function sealPersonal(
  personal: ReaderKey,
  staffId: string,
  passphrase: string,
  cost: PassphraseCost,
): Promise<Pick<KeyringStaff, 'argon2id' | 'personal'>> {
  const salt = randomBytes(16);
  const key = await derivePassphraseKey(passphrase, { salt, ...cost });
  return {
    argon2id: { salt: encode(salt), ...cost },
    personal: encode(seal(key, readerKeyToBytes(personal), `personal:${staffId}`)),
  };
}

/** Opens somebody's personal keys. Throws SealBroken when the passphrase is not theirs. */
export async function openPersonal(entry: KeyringStaff, passphrase: string): Promise<ReaderKey> {
  const { salt, ...cost } = entry.argon2id;
  const key = await derivePassphraseKey(passphrase, { salt: decode(salt), ...cost });
  return readerKeyFromBytes(unseal(key, decode(entry.personal), `personal:${entry.staffId}`));
}

/** The database's key, sealed for the entry's person. */
export async function grantDataKey(entry: KeyringStaff, dataKey: Uint8Array): Promise<string> {
  return encode(await sealTo(decode(entry.publicKey), dataKey, `data-key:${entry.staffId}`));
}

/** Opens what {@link grantDataKey} made for this person. Throws SealBroken. */
export async function openDataKey(sealed: string, staffId: string, personal: ReaderKey): Promise<Uint8Array> {
  return unsealWith(personal.privateKey, decode(sealed), `data-key:${staffId}`);
}

/** A vault, or a person's own keys for their deputy, sealed for the entry's person. */
export async function grantVault(
  entry: KeyringStaff,
  vault: { reader: Reader } & ReaderKey,
): Promise<{ of: string; sealed: string }> {
  return {
    of: vault.reader,
    sealed: encode(
      await sealTo(decode(entry.publicKey), readerKeyToBytes(vault), `${vault.reader} for ${entry.staffId}`),
    ),
  };
}

/** Opens what was granted to somebody: a vault, or the keys of one whose deputy they are. */
export async function openGrant(
  grant: { of: string; sealed: string },
  staffId: string,
  personal: ReaderKey,
): Promise<ReaderKey> {
  return readerKeyFromBytes(await unsealWith(personal.privateKey, decode(grant.sealed), `${grant.of} for ${staffId}`));
}

/** Every generation, the oldest first: a restored copy may hold notes that stand under an older one. */
const VaultTexts = z.array(z.strictObject({ reader: z.string(), keys: z.string() })).min(1);

/** What an employer's recovery sheet opens: the database and this employer's vault, never the other's, never a personal key. */
export async function sealRecovery(
  recipient: string,
  dataKey: Uint8Array,
  vaults: readonly ({ reader: Reader } & ReaderKey)[],
): Promise<KeyringEmployer['recovery']> {
  return {
    recipient,
    dataKey: await sealRecoveryDataKey(recipient, dataKey),
    vault: await sealRecoveryVaults(recipient, vaults),
  };
}

/** The two parts are sealed apart, so that a new database key needs nobody who holds the vault. */
export async function sealRecoveryDataKey(recipient: string, dataKey: Uint8Array): Promise<string> {
  return encode(await ageEncrypt(dataKey, [recipient]));
}

async function sealRecoveryVaults(
  recipient: string,
  vaults: readonly ({ reader: Reader } & ReaderKey)[],
): Promise<string> {
  const content: z.infer<typeof VaultTexts> = vaults.map((vault) => ({
    reader: vault.reader,
    keys: encode(readerKeyToBytes(vault)),
  }));
  return encode(await ageEncrypt(Buffer.from(JSON.stringify(content), 'utf8'), [recipient]));
}

/** Opens an employer's recovery files with its sheet: the database's key and all generations of the vault. Throws AgeBroken when the sheet is not this employer's. */
export async function openRecovery(
  { recovery }: Pick<KeyringEmployer, 'recovery'>,
  identity: string,
): Promise<{ dataKey: Uint8Array; vaults: ({ reader: Reader } & ReaderKey)[] }> {
  const dataKey = await ageDecrypt(decode(recovery.dataKey), [identity]);
  return { dataKey, vaults: await openRecoveryVaults(decode(recovery.vault), identity) };
}

/** All generations of a vault out of the age file that is for its employer's sheet, the oldest first. Throws AgeBroken when the sheet is not this employer's. */
export async function openRecoveryVaults(
  age: Uint8Array,
  identity: string,
): Promise<({ reader: Reader } & ReaderKey)[]> {
  const content = VaultTexts.parse(JSON.parse(Buffer.from(await ageDecrypt(age, [identity])).toString('utf8')));
  // sealRecoveryVaults wrote a Reader there.
  return content.map(({ reader, keys }) => ({ reader: reader as Reader, ...readerKeyFromBytes(decode(keys)) }));
}
