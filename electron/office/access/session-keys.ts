import { z } from 'zod';
import { seal, unseal } from '../../../shared/node/crypto.ts';
import { decode, encode } from './keyring.ts';

/** A reader's secret: the symmetric key wraps fast, the private key opens what others sealed for this reader. */
export interface ReaderKey {
  key: Uint8Array;
  privateKey: Uint8Array;
}

/**
 * Who can be given a note's key, each with its generation: an employer's vault, one member of staff, or a client's release,
 * whose key both employers hold as long as it is active.
 */
export type Reader = `vault:${string}:${number}` | `person:${string}:${number}` | `release:${string}:${number}`;

/** Everything a session can open, from sign-in to lock. */
export interface SessionKeys {
  /** What new drafts and V3 notes are sealed for. */
  personal: Reader;
  /** What new V2 notes are sealed for; null as long as nobody has let this person in. */
  vault: Reader | null;
  readers: Map<Reader, ReaderKey>;
}

const ReaderKeyText = z.strictObject({ key: z.string(), privateKey: z.string() });

/** A reader's secret as it is sealed into the keyring. */
export function readerKeyToBytes(reader: ReaderKey): Uint8Array {
  return Buffer.from(JSON.stringify({ key: encode(reader.key), privateKey: encode(reader.privateKey) }), 'utf8');
}

/** What {@link readerKeyToBytes} made, once it is unsealed. */
export function readerKeyFromBytes(bytes: Uint8Array): ReaderKey {
  const { key, privateKey } = ReaderKeyText.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return { key: decode(key), privateKey: decode(privateKey) };
}

/** Overwrites all keys of a session, when it ends. */
export function forgetKeys(keys: SessionKeys): void {
  forgetReaders(keys, () => true);
}

/** Overwrites the keys of those readers that a session may no longer open. */
export function forgetReaders(keys: SessionKeys, which: (reader: Reader) => boolean): void {
  for (const [reader, { key, privateKey }] of keys.readers) {
    if (!which(reader)) continue;
    key.fill(0);
    privateKey.fill(0);
    keys.readers.delete(reader);
  }
}

/** The first byte of a wrapped key says how it is wrapped: another way will have another number. */
const SYMMETRIC = 1;

/** Wraps a note's key for a reader whose secret this session holds. */
export function wrapNoteKey(noteKey: Uint8Array, noteId: string, reader: Reader, keys: SessionKeys): Uint8Array {
  const held = keys.readers.get(reader);
  if (!held) throw new Error('This session does not hold the reader');
  return new Uint8Array([SYMMETRIC, ...seal(held.key, noteKey, `note-key:${noteId}:${reader}`)]);
}

/** The note's key, if it is wrapped symmetrically for one of the session's readers; null when this session can't open it. */
export function unwrapNoteKey(
  noteId: string,
  wrappedFor: readonly { reader: string; wrapped: Uint8Array }[],
  keys: SessionKeys,
): Uint8Array | null {
  for (const { reader, wrapped } of wrappedFor) {
    // The column holds what wrapNoteKey was given.
    const held = keys.readers.get(reader as Reader);
    if (!held || wrapped[0] !== SYMMETRIC) continue;
    return unseal(held.key, wrapped.subarray(1), `note-key:${noteId}:${reader}`);
  }
  return null;
}
