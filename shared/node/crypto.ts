/**
 * The only module, with crypto/age.ts beside it, that touches cryptographic primitives. Everything else in the office and
 * at the city calls these functions, so that an auditor finds the whole of our cryptography here.
 *
 * Allowed algorithms, each with its purpose; adding one needs a note in docs/decisions/:
 *
 * | algorithm                                       | from            | purpose                                              |
 * |-------------------------------------------------|-----------------|------------------------------------------------------|
 * | AES-256-GCM, random 96-bit nonce                | node:crypto     | sealing: note texts, drafts, wrapped keys            |
 * | HKDF-SHA-256                                    | node:crypto     | one key per purpose from one secret                  |
 * | HMAC-SHA-256                                    | node:crypto     | tokens of people in a programme                      |
 * | SHA-256                                         | node:crypto     | file hashes, journal chain, fingerprints             |
 * | Ed25519                                         | node:crypto     | office signature, city receipt                       |
 * | Argon2id (v1.3)                                 | @node-rs/argon2 | key from a passphrase                                |
 * | HPKE base mode, DHKEM(X25519, HKDF-SHA-256) +   | @hpke/core      | sealing to a person or an employer whose secret key  |
 * |   HKDF-SHA-256 + AES-256-GCM (RFC 9180)         |                 |   this session does not hold                         |
 * | age v1: X25519, or ML-KEM-768 + X25519 hybrid   | crypto/age.ts   | bundles: only their recipients can read them         |
 *
 * crypto/age.ts (its own file by size alone) is the only caller of the package age-encryption.
 *
 * Electron links BoringSSL: chacha20-poly1305 and argon2 of node:crypto exist in Node but not in the product, so neither
 * is used from there.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPairSync,
  hash,
  hkdfSync,
  type KeyObject,
  randomFillSync,
  sign as signEd25519,
  timingSafeEqual,
  verify as verifyEd25519,
} from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { hashRaw } from '@node-rs/argon2';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The seal does not open: another key, other associated text, or altered bytes. Which of these is not told. */
export class SealBroken extends Error {
  override name = 'SealBroken';
}

/** @returns `count` bytes of the operating system's generator. */
export function randomBytes(count: number): Uint8Array {
  return randomFillSync(new Uint8Array(count));
}

/** @returns a fresh 256-bit key. */
export function randomKey(): Uint8Array {
  return randomBytes(KEY_BYTES);
}

/**
 * Seals bytes under a key with AES-256-GCM.
 *
 * @param key 32 bytes. One key may seal up to 2^32 times with random nonces (NIST SP 800-38D, 8.3).
 * @param associated what the bytes are and where they belong, such as `note 0195… version 3`: a sealed text that is moved
 *   elsewhere does not open there.
 * @returns nonce (12 bytes), ciphertext, tag (16 bytes) in one array.
 */
export function seal(key: Uint8Array, plaintext: Uint8Array, associated: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', createSecretKey(key), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(associated, 'utf8'));
  const ciphertext = cipher.update(plaintext);
  return new Uint8Array(Buffer.concat([nonce, ciphertext, cipher.final(), cipher.getAuthTag()]));
}

/**
 * Opens what {@link seal} made.
 *
 * @throws SealBroken if key, associated text or bytes are not exactly those of the sealing.
 */
export function unseal(key: Uint8Array, sealed: Uint8Array, associated: string): Uint8Array {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new SealBroken('sealed bytes are too short');
  // Bare bytes take node:crypto twice as long as a key object, and thousands of notes are opened at a sign-in.
  const ready = createSecretKey(key);
  // Security: the tag length is fixed; node:crypto would otherwise accept tags cut down to 4 bytes.
  const decipher = createDecipheriv('aes-256-gcm', ready, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(associated, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    const plaintext = decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES));
    return new Uint8Array(Buffer.concat([plaintext, decipher.final()]));
  } catch {
    throw new SealBroken('sealed bytes do not open');
  }
}

/** @returns SHA-256 as 64 lower-case hex digits; a string is hashed as UTF-8. */
export function sha256Hex(data: Uint8Array | string): string {
  // In one call, twice as fast as an object for each: a first report hashes a hundred thousand short lines.
  return hash('sha256', data, 'hex');
}

/** SHA-256 of what comes piece by piece; `hex` ends it. */
export function sha256InPieces(): { add(piece: Uint8Array): void; hex(): string } {
  const hash = createHash('sha256');
  return { add: (piece) => void hash.update(piece), hex: () => hash.digest('hex') };
}

/** @returns HMAC-SHA-256 (32 bytes) of the text's UTF-8. */
export function hmacSha256(key: Uint8Array, data: string): Uint8Array {
  return new Uint8Array(Buffer.from(hmacSha256Under(key)(data), 'hex'));
}

/**
 * {@link hmacSha256} of many texts under one key, as 64 lower-case hex digits: making the key ready for each text, and an
 * array for each result, takes five times as long as the rest.
 */
export function hmacSha256Under(key: Uint8Array): (data: string) => string {
  const ready = createSecretKey(key);
  return (data) => createHmac('sha256', ready).update(data, 'utf8').digest('hex');
}

/**
 * A 32-byte key for one purpose (HKDF-SHA-256 without salt).
 *
 * @param secret at least 32 bytes of full entropy; never a passphrase, which needs {@link derivePassphraseKey}.
 * @param purpose written into the derivation, so that one secret serves several purposes without one key serving two.
 */
export function deriveKey(secret: Uint8Array, purpose: string): Uint8Array {
  if (secret.length < KEY_BYTES) throw new RangeError(`a secret of ${secret.length} bytes is too short to derive from`);
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(0), Buffer.from(purpose, 'utf8'), KEY_BYTES));
}

/** Argon2id parameters as they stand in a keyring entry. */
export type PassphraseParameters = {
  /** At least 16 random bytes. */
  salt: Uint8Array;
  memoryKiB: number;
  passes: number;
  lanes: number;
};

/**
 * The 32-byte key of a passphrase (Argon2id). The passphrase is brought to Unicode NFC, because an ü typed on another
 * keyboard may arrive as u + ¨; it is neither trimmed nor cut, because both would weaken it unnoticed.
 *
 * @throws RangeError for parameters outside sane bounds: they come from a file that somebody may have altered, either to
 *   weaken the derivation or to make it never end.
 */
export async function derivePassphraseKey(passphrase: string, parameters: PassphraseParameters): Promise<Uint8Array> {
  const { salt, memoryKiB, passes, lanes } = parameters;
  requireWithin('salt bytes', salt.length, 16, 64);
  requireWithin('lanes', lanes, 1, 16);
  requireWithin('memoryKiB', memoryKiB, 8 * lanes, 1024 * 1024);
  requireWithin('passes', passes, 1, 64);
  const key = await hashRaw(Buffer.from(passphrase.normalize('NFC'), 'utf8'), {
    // 2 is Argon2id; the package declares a const enum, which sources that are only stripped of types can't read.
    algorithm: 2,
    salt,
    memoryCost: memoryKiB,
    timeCost: passes,
    parallelism: lanes,
    outputLen: KEY_BYTES,
  });
  return new Uint8Array(key);
}

function requireWithin(what: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`${what}: ${value} is not between ${least} and ${most}`);
  }
}

const hpke = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
const ENCAPSULATED_BYTES = 32;

/** @returns a fresh X25519 pair for {@link sealTo}, 32 raw bytes each. */
export async function generateKeyPair(): Promise<{ publicKey: Uint8Array; privateKey: Uint8Array }> {
  const pair = await hpke.kem.generateKeyPair();
  return {
    publicKey: new Uint8Array(await hpke.kem.serializePublicKey(pair.publicKey)),
    privateKey: new Uint8Array(await hpke.kem.serializePrivateKey(pair.privateKey)),
  };
}

/**
 * Seals bytes to somebody's public key (HPKE base mode): whoever has it can write, only its owner can read. It does not
 * tell who wrote.
 *
 * @param info what the bytes are and where they belong; opening needs the same text.
 * @returns the encapsulated key (32 bytes) followed by ciphertext and tag.
 */
export async function sealTo(publicKey: Uint8Array, plaintext: Uint8Array, info: string): Promise<Uint8Array> {
  const recipientPublicKey = await hpke.kem.deserializePublicKey(new Uint8Array(publicKey).buffer);
  const sealed = await hpke.seal(
    { recipientPublicKey, info: new Uint8Array(Buffer.from(info, 'utf8')).buffer },
    new Uint8Array(plaintext).buffer,
  );
  return new Uint8Array(Buffer.concat([new Uint8Array(sealed.enc), new Uint8Array(sealed.ct)]));
}

/**
 * Opens what {@link sealTo} made.
 *
 * @throws SealBroken if key, info or bytes are not exactly those of the sealing.
 */
export async function unsealWith(privateKey: Uint8Array, sealed: Uint8Array, info: string): Promise<Uint8Array> {
  if (sealed.length < ENCAPSULATED_BYTES + TAG_BYTES) throw new SealBroken('sealed bytes are too short');
  const recipientKey = await hpke.kem.deserializePrivateKey(new Uint8Array(privateKey).buffer);
  try {
    const plaintext = await hpke.open(
      {
        recipientKey,
        enc: new Uint8Array(sealed.subarray(0, ENCAPSULATED_BYTES)).buffer,
        info: new Uint8Array(Buffer.from(info, 'utf8')).buffer,
      },
      new Uint8Array(sealed.subarray(ENCAPSULATED_BYTES)).buffer,
    );
    return new Uint8Array(plaintext);
  } catch {
    throw new SealBroken('sealed bytes do not open');
  }
}

/** @returns a fresh Ed25519 pair as PEM (SubjectPublicKeyInfo and PKCS #8), readable by stock openssl. */
export function generateSigningKey(): { publicKeyPem: string; privateKeyPem: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

/** @returns the Ed25519 signature (64 bytes). @throws if the PEM holds no Ed25519 private key. */
export function sign(privateKeyPem: string, data: Uint8Array): Uint8Array {
  return new Uint8Array(signEd25519(null, data, requireEd25519(createPrivateKey(privateKeyPem))));
}

/** @returns whether the signature is this key's over exactly these bytes. @throws if the PEM holds no Ed25519 key. */
export function verify(publicKeyPem: string, data: Uint8Array, signature: Uint8Array): boolean {
  return verifyEd25519(null, data, publicKeyFromPem(publicKeyPem), signature);
}

/** @returns the 32 raw bytes of an Ed25519 public key, as signed notes need them. @throws if the PEM holds none. */
export function signingKeyBytes(publicKeyPem: string): Uint8Array {
  const { x } = publicKeyFromPem(publicKeyPem).export({ format: 'jwk' });
  return new Uint8Array(Buffer.from(x ?? '', 'base64url'));
}

/** @returns the public half, as PEM, of an Ed25519 private key. */
export function signingPublicKeyOf(privateKeyPem: string): string {
  return createPublicKey(requireEd25519(createPrivateKey(privateKeyPem)))
    .export({ type: 'spki', format: 'pem' })
    .toString();
}

function publicKeyFromPem(publicKeyPem: string): KeyObject {
  // Security: createPublicKey also takes a private key's PEM; whoever hands over the wrong file must hear of it at once.
  if (!publicKeyPem.includes('-----BEGIN PUBLIC KEY-----')) throw new TypeError('not a public key in PEM form');
  return requireEd25519(createPublicKey(publicKeyPem));
}

function requireEd25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError(`not an Ed25519 key: ${key.asymmetricKeyType}`);
  return key;
}

/** Compares in constant time. @returns false also for different lengths (a length is no secret here). */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * Thirty digits in six groups that two people can compare aloud, for a public key or recipient in text form.
 *
 * Construction: SHA-256 over the line `tandem-fingerprint/1`, a line feed, and the text without any white space (so that
 * another line ending or a lost last newline does not matter); each of the first six groups of 5 bytes, read as a
 * big-endian number, modulo 100000. That is 99.6 bits: finding a second key with the same fingerprint takes about 2^99
 * tries. Digits, because they are said and understood in any language.
 */
export function fingerprintOf(publicText: string): string {
  const digest = createHash('sha256')
    .update(`tandem-fingerprint/1\n${publicText.replace(/\s/g, '')}`)
    .digest();
  const groups = [0, 5, 10, 15, 20, 25].map((at) => digest.readUIntBE(at, 5) % 100_000);
  return groups.map((group) => String(group).padStart(5, '0')).join(' ');
}
