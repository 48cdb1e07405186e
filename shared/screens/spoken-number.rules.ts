import type { ClientLanguage } from '../catalogue/catalogue.ts';

/**
 * One spoken piece of a number: `1` to `19`, the tens, the hundreds, the word between them, and German's bound `ein`.
 * From these 38 every number to 999 is put together.
 */
export type NumberPart = string;

/** The pieces that a language needs. */
export function numberPartsOf(language: ClientLanguage): NumberPart[] {
  const units = Array.from({ length: 19 }, (_, index) => String(index + 1));
  const tens = Array.from({ length: 8 }, (_, index) => String((index + 2) * 10));
  const hundreds = Array.from({ length: 9 }, (_, index) => String((index + 1) * 100));
  return [...units, ...tens, ...hundreds, 'and', ...(language === 'de' ? ['ein'] : [])];
}

/**
 * The pieces of a number (1 to 999) in the order in which a language says them:
 *
 * - German: hundert – ein(s) – und – zwanzig: units before tens, `eins` becomes `ein` before `und`; nothing after the hundred.
 * - English: hundred – and – twenty – one (British).
 * - Arabic: hundred – wa – unit – wa – ten: units before tens, `wa` between all.
 * - Persian, Kurmanji, Sorani: hundred – o/û/u – ten – o/û/u – unit.
 */
export function spokenNumber(language: ClientLanguage, number: number): NumberPart[] {
  if (!Number.isInteger(number) || number < 1 || number > 999) throw new Error('Numbers are 1 to 999');
  const hundred = Math.floor(number / 100) * 100;
  const rest = restParts(language, number % 100);
  if (hundred === 0) return rest;
  if (rest.length === 0) return [String(hundred)];
  return language === 'de' ? [String(hundred), ...rest] : [String(hundred), 'and', ...rest];
}

/** Below a hundred; nothing for 0. */
function restParts(language: ClientLanguage, rest: number): NumberPart[] {
  if (rest === 0) return [];
  if (rest < 20) return [String(rest)];
  const [ten, unit] = [String(Math.floor(rest / 10) * 10), rest % 10];
  if (unit === 0) return [ten];
  switch (language) {
    case 'de':
      return [unit === 1 ? 'ein' : String(unit), 'and', ten];
    case 'ar':
      return [String(unit), 'and', ten];
    case 'en':
      return [ten, String(unit)];
    default:
      return [ten, 'and', String(unit)];
  }
}

/** A call as pieces: "number … please to desk …". */
export function spokenCall(language: ClientLanguage, call: { number: number; desk: number }): string[] {
  return ['number', ...spokenNumber(language, call.number), 'desk', ...spokenNumber(language, call.desk)];
}
