import { equalBytes, sha256Hex, sign, signingKeyBytes, signingPublicKeyOf, verify } from '../crypto.ts';
import { BundleRefused } from './bundle-refused.ts';

/**
 * Signed notes (C2SP signed-note, https://c2sp.org/signed-note) with Ed25519: the text, an empty line, then
 * `— <key name> <base64 of key hash (4 bytes) and signature (64 bytes)>`. The signature is over the text with its last
 * line feed. We write and accept exactly one signature line.
 */
const SIGNATURE_LINE = /^\u2014 ([a-z0-9-]{1,40}) ([A-Za-z0-9+/]+={0,2})$/;
const ED25519_SIGNATURE_TYPE = 1;
const KEY_HASH_BYTES = 4;
const SIGNATURE_BYTES = 64;

/** @returns name and hash of a key, `mengede-huckarde+1a2b3c4d`: the manifest's `signedBy`. */
export function signerOf(keyName: string, publicKeyPem: string): string {
  return `${keyName}+${Buffer.from(keyHash(keyName, publicKeyPem)).toString('hex')}`;
}

/** @returns the whole note. @param text ends in a line feed and holds no empty line. */
export function signText(text: string, keyName: string, privateKeyPem: string): string {
  if (!text.endsWith('\n') || text.includes('\n\n')) throw new RangeError('a signed text ends in one line feed');
  const signature = sign(privateKeyPem, Buffer.from(text, 'utf8'));
  const line = Buffer.concat([keyHash(keyName, signingPublicKeyOf(privateKeyPem)), signature]).toString('base64');
  return `${text}\n\u2014 ${keyName} ${line}\n`;
}

/**
 * The text of a note whose signature holds.
 *
 * @throws BundleRefused `note-unreadable` if it is no signed note, `wrong-signer` if another key name or key signed it,
 *   `bad-signature` if this key did not sign exactly this text.
 */
export function verifiedText(note: string, keyName: string, publicKeyPem: string): string {
  const end = note.indexOf('\n\n');
  const text = note.slice(0, end + 1);
  const rest = note.slice(end + 2);
  const [, name, encoded = ''] = SIGNATURE_LINE.exec(rest.slice(0, -1)) ?? [];
  if (end < 0 || !rest.endsWith('\n') || name === undefined) throw new BundleRefused('note-unreadable');
  const signed = Buffer.from(encoded, 'base64');
  // Security: base64 with other unused bits would be a second note with the same meaning.
  if (signed.toString('base64') !== encoded || signed.length !== KEY_HASH_BYTES + SIGNATURE_BYTES) {
    throw new BundleRefused('note-unreadable');
  }
  if (name !== keyName || !equalBytes(signed.subarray(0, KEY_HASH_BYTES), keyHash(keyName, publicKeyPem))) {
    throw new BundleRefused('wrong-signer');
  }
  if (!verify(publicKeyPem, Buffer.from(text, 'utf8'), signed.subarray(KEY_HASH_BYTES))) {
    throw new BundleRefused('bad-signature');
  }
  return text;
}

/** The first four bytes of SHA-256(name, line feed, signature type, raw public key). */
function keyHash(keyName: string, publicKeyPem: string): Uint8Array {
  const hashed = Buffer.concat([
    Buffer.from(`${keyName}\n`, 'utf8'),
    Buffer.from([ED25519_SIGNATURE_TYPE]),
    signingKeyBytes(publicKeyPem),
  ]);
  return Buffer.from(sha256Hex(hashed), 'hex').subarray(0, KEY_HASH_BYTES);
}
