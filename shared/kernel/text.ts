import { z } from 'zod';

// C0 and C1 control characters but tab and newline, Windows' too; bidi overrides that could make a text read as another.
const UNPRINTABLE =
  /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

// What pasted text brings along to turn its direction round (phone numbers from an address book, text from a chat). The
// screen and the letter set direction by themselves.
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

// What nobody sees though it counts as a letter, a mark or a symbol: fillers, selectors of a variant, the empty Braille cell.
const SHAPELESS = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
// Something that is seen: no blank, no joiner or other character without a shape of its own.
const VISIBLE = /[^\p{Z}\p{C}\s]/u;

/** Whether nothing of a text is seen: blanks, joiners and other characters without a shape. */
export function isBlank(value: string): boolean {
  return !VISIBLE.test(value.replaceAll(SHAPELESS, ''));
}

/** Running text of up to `max` characters, as typed and in NFC (which can be longer), newlines allowed, without control characters; marks that turn its direction are left out. One of which nothing is seen is none: a field that looks empty is. */
export function text(max: number) {
  return z
    .string()
    .max(max)
    .transform((value) => value.replaceAll(TURNING, ''))
    .refine((value) => !UNPRINTABLE.test(value))
    .transform((value) => value.replaceAll('\r\n', '\n').normalize('NFC'))
    .refine((value) => value.length <= max)
    .transform((value) => (isBlank(value) ? '' : value));
}

/** One line of 1 to `max` characters, as typed and in NFC, at least one of which is seen, NFC, trimmed. */
export function line(max: number) {
  return z
    .string()
    .max(max)
    .refine((value) => !UNPRINTABLE.test(value) && !value.includes('\n') && !isBlank(value))
    .transform((value) => value.trim().replace(/\s+/g, ' ').normalize('NFC'))
    .refine((value) => value.length <= max);
}

/** The digits of Arabic and Persian keyboards as Western ones. */
function withWesternDigits(value: string): string {
  return value.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * A telephone number and what is said with it, up to `max` characters. Its digits are Western: others run from right to
 * left in groups, and "50111-22" would stand on the screen as "22-50111".
 */
export function phoneNumber(max: number) {
  return text(max).transform(withWesternDigits);
}
