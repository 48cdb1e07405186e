import { z } from 'zod';
import { seal, sealTo, unseal, unsealWith } from '../../../shared/node/crypto.ts';
import { decode, encode } from './keyring.ts';

/** A reader's secret: the symmetric key wraps fast, the private key opens what others sealed for this reader. */
export interface ReaderKey {
  key: Uint8Array;
  privateKey: Uint8Array;
}

/** Who can be given a note's key: an employer's vault or one member of staff, each with its generation. */
export type Reader = `vault:${string}:${number}` | `person:${string}:${number}`;

/** Everything a session can open, from sign-in to lock. */
export interface SessionKeys {
  /** What new drafts and V3 notes are sealed for. */
  personal: Reader;
  /** What new V2 notes are sealed for; null as long as nobody has let this person in. */
  vault: Reader | null;
  readers: Map<Reader, ReaderKey>;
}

const ReaderKeyText = z.strictObject({ key: z.string(), privateKey: z.string() });

export function readerKeyToBytes(reader: ReaderKey): Uint8Array {
  return Buffer.from(JSON.stringify({ key: encode(reader.key), privateKey: encode(reader.privateKey) }), 'utf8');
}

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

const SYMMETRIC = 1;
const PUBLIC_KEY = 2;

/** Wraps a note's key for a reader whose secret this session holds. */
export function wrapNoteKey(noteKey: Uint8Array, noteId: string, reader: Reader, keys: SessionKeys): Uint8Array {
  const held = keys.readers.get(reader);
  if (!held) throw new Error('This session does not hold the reader');
  return new Uint8Array([SYMMETRIC, ...seal(held.key, noteKey, `note-key:${noteId}:${reader}`)]);
}

/** Wraps a note's key for a reader by its public key alone: a release to the other employer. */
export async function wrapNoteKeyFor(noteKey: Uint8Array, noteId: string, reader: Reader, publicKey: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array([PUBLIC_KEY, ...(await sealTo(publicKey, noteKey, `note-key:${noteId}:${reader}`))]);
}

/** The note's key, if it is wrapped symmetrically for one of the session's readers; null when this session can't open it. */
export function unwrapNoteKey(noteId: string, wrappedFor: readonly { reader: string; wrapped: Uint8Array }[], keys: SessionKeys): Uint8Array | null {
  for (const { reader, wrapped } of wrappedFor) {
    // The column holds what wrapNoteKey was given.
    const held = keys.readers.get(reader as Reader);
    if (!held || wrapped[0] !== SYMMETRIC) continue;
    return unseal(held.key, wrapped.subarray(1), `note-key:${noteId}:${reader}`);
  }
  return null;
}

/** The same for keys that were sealed to a public key. */
export async function unwrapNoteKeyFor(noteId: string, wrapped: Uint8Array, reader: Reader, keys: SessionKeys): Promise<Uint8Array | null> {
  const held = keys.readers.get(reader);
  if (!held || wrapped[0] !== PUBLIC_KEY) return null;
  return unsealWith(held.privateKey, wrapped.subarray(1), `note-key:${noteId}:${reader}`);
}

