import { SealBroken, seal, unseal } from '../../../../shared/node/crypto.ts';

// Security: what was sealed as one version of one note opens as nothing else, so that nobody who can write the database
// can put one note's text in the place of another.
const place = (noteId: string, version: number) => `note:${noteId}:${version}`;

/** Seals the text of one version under a key of its note. */
export function sealText(key: Uint8Array, noteId: string, version: number, text: string): Uint8Array {
  return seal(key, Buffer.from(text, 'utf8'), place(noteId, version));
}

/** The text of one version; null when none of the keys opens it. */
export function openText(
  keys: readonly Uint8Array[],
  noteId: string,
  version: number,
  sealed: Uint8Array,
): string | null {
  for (const key of keys) {
    try {
      return Buffer.from(unseal(key, sealed, place(noteId, version))).toString('utf8');
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
    }
  }
  return null;
}
