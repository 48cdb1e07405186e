/** A freely typed step is offered as a phrase once it was agreed with at least so many different people. */
export const LEAST_PEOPLE = 3;

/**
 * What makes two freely typed steps the same: the letters, without case, spaces, punctuation; a number is a number, so that
 * "Termin am 3.5." and "Termin am 12.6." are one. Empty where nothing but these was typed.
 */
export function sameStep(what: string): string {
  const plain = what
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{N}+(?:[\s.,:/-]*\p{N}+)*/gu, ' # ')
    .replace(/[^\p{L}\p{M}#]+/gu, ' ')
    .trim();
  return /\p{L}/u.test(plain) ? plain : '';
}

/** The words as they are offered: somebody's day or telephone number is no part of a phrase. */
export function withoutNumbers(what: string): string {
  return what.replace(/\p{N}+(?:[\s.,:/-]*\p{N}+)*/gu, '…');
}
