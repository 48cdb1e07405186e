/**
 * A card as the QR code writes it: a word and letters of five bits each. Capitals and digits alone, so that the code takes
 * its dense mode; without Y and Z, which a scanner swaps that types as an English keyboard on a German PC, and without I and O.
 */
const LETTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWX';
const WORD = 'TANDEM';

/** The text of a card's bytes. */
export function cardText(bytes: Uint8Array): string {
  return WORD + lettersOf(bytes);
}

/** Bytes as letters of the card's alphabet, five bits each; the last one is filled up with zeros. */
export function lettersOf(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += LETTERS[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + LETTERS[(held << (5 - bits)) & 31];
}

/** Whether what a scanner typed begins like a card, however it goes on. */
export function beginsLikeCard(typed: string): boolean {
  return plain(typed).startsWith(WORD);
}

/** The bytes of what a scanner typed: blanks and small letters do not matter. Null when it is no text of a card. */
export function cardBytes(typed: string): Uint8Array | null {
  const text = plain(typed);
  if (!text.startsWith(WORD)) return null;
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of text.slice(WORD.length)) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  // What is left over is the filling of the last letter: less than a letter, and zeros.
  return bits < 5 && held === 0 ? Uint8Array.from(bytes) : null;
}

function plain(typed: string): string {
  return typed.replace(/\s/g, '').toUpperCase();
}
