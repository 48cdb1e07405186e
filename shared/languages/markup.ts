import { isRightToLeft } from '../catalogue/catalogue.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// What has no place in print: controls but newline, bidi overrides and isolates (we isolate ourselves), broken surrogates.
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/**
 * A value as it may be printed: NFC, without control characters and without bidi overrides, with which a name could
 * make the rest of its line read as something else. Joiners stay, since Persian needs them. Doubled braces are set
 * apart, so that `{{` in anything printed is always a fault of ours and can be looked for.
 */
export function printableText(value: string): string {
  return value
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', ' ')
    .replace(UNPRINTABLE, '')
    .replace(/\{(?=\{)/g, '{ ')
    .replace(/\}(?=\})/g, '} ')
    .normalize('NFC');
}

/** Text for use in an HTML element or a quoted attribute; nothing in it can become markup. */
export function escapeHtml(value: string): string {
  return printableText(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** The `lang` and `dir` attributes of a language of the catalogue (kmr left to right, ckb right to left). */
export function languageAttributes(languageId: string): string {
  return `lang="${escapeHtml(languageId)}" dir="${isRightToLeft(languageId) ? 'rtl' : 'ltr'}"`;
}

/**
 * A value inside running text of any direction: its own direction stays inside (`<bdi>`), so that a number, a street
 * or a name is neither turned round nor turns round what stands beside it.
 *
 * @param direction `auto` looks at the first strong letter; `ltr` is for German streets, phone numbers and dates, which
 *   may begin with a digit.
 */
export function isolate(value: string, direction: 'auto' | 'ltr' = 'auto'): string {
  return direction === 'ltr' ? `<bdi dir="ltr">${escapeHtml(value)}</bdi>` : `<bdi>${escapeHtml(value)}</bdi>`;
}

/** Text as a quoted CSS string, for `content` in a page margin; every character that could end it is written by number. */
export function cssString(value: string): string {
  const escaped = printableText(value).replace(
    /[^\p{L}\p{N} .,·-]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
