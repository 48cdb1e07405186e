/** Files in the age format (C2SP age v1): the part of the cryptography module that the bundles need. See ../crypto.ts. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  Decrypter,
  Encrypter,
  generateHybridIdentity,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';

/** An age file that can't be opened. */
export class AgeBroken extends Error {
  override name = 'AgeBroken';
  /** `not-a-recipient`: intact as far as we can tell, but none of our identities opens it. `damaged`: anything else. */
  readonly reason: 'not-a-recipient' | 'damaged';

  constructor(reason: AgeBroken['reason']) {
    super(`age file: ${reason}`);
    this.reason = reason;
  }
}

/** The two sorts of age keys we use. One bundle goes to keys of one sort. */
export type AgeKind = 'hybrid' | 'x25519';

/** @returns a fresh age identity (secret) and its recipient (public). Stock age reads hybrid ones from version 1.3 on. */
export async function generateAgeIdentity(kind: AgeKind): Promise<{ identity: string; recipient: string }> {
  const identity = kind === 'hybrid' ? await generateHybridIdentity() : await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** @returns the public recipient of an age identity. @throws if the text is no identity. */
export function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity);
}

/** @returns the sort of an age recipient, or null if we don't use that sort (or it is none). */
export function ageKindOf(recipient: string): AgeKind | null {
  if (/^age1pq1[02-9ac-hj-np-z]{1950,1960}$/.test(recipient)) return 'hybrid';
  // Bech32 has no "1" after the separator, so this leaves out age1pq1…, age1tag1… and plug-in recipients.
  return /^age1[02-9ac-hj-np-z]{58}$/.test(recipient) ? 'x25519' : null;
}

/**
 * Encrypts to one or more age recipients.
 *
 * @throws TypeError for no recipient, an unknown sort, or a mix of sorts: a mixed file would be only as strong against a
 *   quantum computer as its weakest recipient, and stock age refuses to write it as well.
 */
export async function ageEncrypt(plaintext: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  const kinds = new Set(recipients.map(ageKindOf));
  if (kinds.size !== 1 || kinds.has(null)) throw new TypeError('age recipients must be of one known sort');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const chunks: Uint8Array[] = [];
  for await (const chunk of await encrypter.encrypt(inPieces(plaintext))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** About ten milliseconds of work. */
const PIECE_BYTES = 1024 * 1024;

/** Between two pieces the office serves its screens: the backup of ten years takes a second to encrypt. */
function inPieces(plaintext: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      await nextTurn();
      controller.enqueue(plaintext.subarray(at, at + PIECE_BYTES));
      at += PIECE_BYTES;
      if (at >= plaintext.length) controller.close();
    },
  });
}

/**
 * Decrypts a whole age file; nothing is returned unless every byte of it was authentic.
 *
 * @throws AgeBroken if no identity fits, or if the file is altered, cut or extended.
 */
export async function ageDecrypt(file: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(file);
  } catch (error) {
    const none = error instanceof Error && error.message === "no identity matched any of the file's recipients";
    throw new AgeBroken(none ? 'not-a-recipient' : 'damaged');
  }
}
