/**
 * The sounds that names are compared by, one character each, so that a name in sounds is a short string. Latin and Arabic
 * script lead to the same sounds where they agree, and to a sound of their own where a letter says less than a sound: what
 * such a letter may stand for is in the costs (alignment-costs.ts).
 *
 * Consonants: b p t d k q g f v w y l m n r s z h as they are; T th ث, D dh ذ ظ ض, G gh غ, K kh x خ, S sh sch ş ش, C ch ç چ,
 * j j dj ج, J zh ژ, c the Latin letter alone (k, s, or the j of Turkish and Kurmanji), Q the Latin digraph ch (sh, kh or ch).
 * Vowels: a e i o u, known from the letters. Of Arabic script: A alif, W waw, Y ye, H final he or ta marbuta, I a leading
 * alif that carries any vowel, E one with its hamza below (e, i), O above (a, o, u), 3 ain.
 */
export const VOWELS = 'aeiou';
/** Letters of Arabic script that may be a long vowel, or nothing in Latin. */
export const LONG_VOWELS = 'AWYHIEO3';

/** How a name is written: Arabic script leaves short vowels out. */
export type Writing = 'latin' | 'abjad';

/** One word of a name, ready to be compared. */
export interface SoundedWord {
  writing: Writing;
  /** The sounds in order, see above. */
  sounds: string;
}

const ABJAD = /[\u0621-\u064a\u066e-\u06d3\u06d5]/u;

/** Whether a word is in Arabic script (Arabic, Persian, Dari, Sorani). */
export function isAbjad(word: string): boolean {
  return ABJAD.test(word);
}
