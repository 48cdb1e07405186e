import { chmod, mkdir, open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OFFICE_ID_PATTERN } from '../shared/bundle/bundle-file-name.ts';
import { writeFileWhole } from '../shared/node/bundle/bundle-files.ts';
import { type AgeKind, generateAgeIdentity, recipientOf } from '../shared/node/crypto/age.ts';
import { fingerprintOf, generateSigningKey, signingKeyBytes } from '../shared/node/crypto.ts';
import { CityMistake } from './city-mistake.ts';

/** The files of a keys folder. `city.identity` is a stock age identity file; the others are PEM. */
const IDENTITY = 'city.identity';
const RECIPIENT = 'city.recipient';
const RECEIPT_KEY = 'receipt.key.pem';
const RECEIPT_PUBLIC = 'receipt.pub.pem';
const OFFICES = 'offices';
const OFFICE_KEY_ENDING = '.pub.pem';

/** The city's keys as `receive` and `open` need them. */
export type CityKeys = {
  identities: readonly string[];
  /** Fingerprints of the recipients that belong to the identities. */
  fingerprints: readonly string[];
  receiptKeyPem: string;
};

/** The public half, for the offices, with the fingerprints that two people compare. */
export type CityPublicKeys = {
  recipient: string;
  receiptKeyPem: string;
  recipientFingerprint: string;
  receiptFingerprint: string;
};

/**
 * Makes the city's keys in a folder: an age identity, and an Ed25519 key for receipts.
 *
 * @param recipient `hybrid` (post-quantum; stock age opens it from version 1.3 on) or `x25519`.
 * @throws CityMistake if there are keys already: they are never overwritten.
 */
export async function initCity(options: { keys: string; recipient: AgeKind; now?: Date }): Promise<CityPublicKeys> {
  const { keys, recipient: kind, now = new Date() } = options;
  await mkdir(join(keys, OFFICES), { recursive: true, mode: 0o700 });
  if (await isThere(join(keys, IDENTITY)))
    throw new CityMistake(`there are keys in ${keys} already; nothing was changed`);
  const age = await generateAgeIdentity(kind);
  const receipt = generateSigningKey();
  const identityFile = `# created: ${now.toISOString()}\n# public key: ${age.recipient}\n${age.identity}\n`;
  await writeSecret(join(keys, RECEIPT_KEY), receipt.privateKeyPem);
  await writeFileWhole(keys, RECEIPT_PUBLIC, Buffer.from(receipt.publicKeyPem, 'utf8'));
  await writeFileWhole(keys, RECIPIENT, Buffer.from(`${age.recipient}\n`, 'utf8'));
  // Last: its presence says that the folder is complete.
  await writeSecret(join(keys, IDENTITY), identityFile);
  return {
    recipient: age.recipient,
    receiptKeyPem: receipt.publicKeyPem,
    recipientFingerprint: fingerprintOf(age.recipient),
    receiptFingerprint: fingerprintOf(receipt.publicKeyPem),
  };
}

/**
 * Enrolls an office's public signing key, or replaces it after a change of keys.
 *
 * @param publicKeyPem the text of the PEM file.
 * @returns its fingerprint, for two people to compare.
 * @throws CityMistake for a bad office id or a text that holds no Ed25519 public key.
 */
export async function enrollOffice(options: {
  keys: string;
  office: string;
  publicKeyPem: string;
}): Promise<{ fingerprint: string }> {
  const { keys, office, publicKeyPem } = options;
  if (!OFFICE_ID_PATTERN.test(office)) throw new CityMistake(`not an office id: ${JSON.stringify(office)}`);
  if (!isSigningKey(publicKeyPem)) throw new CityMistake('this file holds no Ed25519 public key in PEM form');
  await mkdir(join(keys, OFFICES), { recursive: true, mode: 0o700 });
  await writeFileWhole(join(keys, OFFICES), `${office}${OFFICE_KEY_ENDING}`, Buffer.from(publicKeyPem, 'utf8'));
  return { fingerprint: fingerprintOf(publicKeyPem) };
}

/** @returns the public signing key of each enrolled office. */
export async function listEnrolledOffices(keys: string): Promise<Map<string, string>> {
  const names = await readdir(join(keys, OFFICES)).catch(() => []);
  const offices = new Map<string, string>();
  for (const name of names.toSorted((a, b) => a.localeCompare(b))) {
    const office = name.slice(0, -OFFICE_KEY_ENDING.length);
    if (!name.endsWith(OFFICE_KEY_ENDING) || !OFFICE_ID_PATTERN.test(office)) continue;
    const publicKeyPem = await readFile(join(keys, OFFICES, name), 'utf8');
    if (!isSigningKey(publicKeyPem)) throw new CityMistake(`${join(keys, OFFICES, name)} holds no Ed25519 public key`);
    offices.set(office, publicKeyPem);
  }
  return offices;
}

function isSigningKey(publicKeyPem: string): boolean {
  try {
    return signingKeyBytes(publicKeyPem).length > 0;
  } catch {
    return false;
  }
}

/** Reads the city's secret keys. @throws CityMistake if the folder holds none. */
export async function loadCityKeys(keys: string): Promise<CityKeys> {
  const receiptKeyPem = await readKey(keys, RECEIPT_KEY);
  const identities = await readIdentities(join(keys, IDENTITY), await readKey(keys, IDENTITY));
  const recipients = await Promise.all(identities.map(recipientOf));
  return { identities, fingerprints: recipients.map(fingerprintOf), receiptKeyPem };
}

async function readIdentities(path: string, text: string): Promise<string[]> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const valid = await Promise.all(
    lines.map((line) =>
      recipientOf(line.trim()).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (lines.length === 0 || valid.includes(false)) throw new CityMistake(`${path} is no age identity file`);
  return lines.map((line) => line.trim());
}

async function readKey(keys: string, name: string): Promise<string> {
  try {
    return await readFile(join(keys, name), 'utf8');
  } catch {
    throw new CityMistake(`${join(keys, name)} can't be read; \`init\` makes the city's keys`);
  }
}

async function writeSecret(path: string, text: string): Promise<void> {
  // Mode at the making, not after it: at no moment can somebody else open it.
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(path, 0o600);
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
