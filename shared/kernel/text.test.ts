import { describe, expect, it } from 'vitest';
import { line, phoneNumber, text } from './text.ts';

describe('one line', () => {
  it.each([
    ['nothing', ''],
    ['blanks of any kind', ' \t\u00a0\u2003\u3000'],
    ['characters that nobody sees', '\u200b\ufeff\u2060\u00ad\u200e'],
    ['joiners alone', '\u200c\u200d'],
    ['fillers, selectors and empty cells', '\u3164\uffa0\ufe0f\u034f\u2800'],
    ['longer in NFC than it may be', '\ufb2c'.repeat(80)],
    ['two lines', 'a\nb'],
    ['NUL', 'a\0b'],
    ['an override of direction', 'a\u202eb'],
    ['half a character', 'a\ud800b'],
  ])('is not: %s', (_, value) => {
    expect(line(80).safeParse(value).success).toBe(false);
  });

  it.each([
    ['  Anna \t Rot ', 'Anna Rot'],
    ['Ju\u0308rgen', 'Jürgen'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['👩\u200d🌾', '👩\u200d🌾'],
  ])('is: %s', (value, tidied) => {
    expect(line(80).parse(value)).toBe(tidied);
  });
});

it('keeps what running text is made of, and refuses what nobody typed', () => {
  expect(text(80).parse('a\r\nb\tc\u2028d')).toBe('a\nb\tc\u2028d');
  expect(text(80).parse('')).toBe('');
  for (const value of ['\u0007', '\u009f', '\uffff', '\udc00']) expect(text(80).safeParse(value).success).toBe(false);
  expect(text(3).safeParse('abcd').success).toBe(false);
  // One character that NFC writes as three.
  expect(text(3).parse('\ufb2c')).toHaveLength(3);
  expect(text(2).safeParse('\ufb2c').success).toBe(false);
});

it('takes a text of which nothing is seen for none, so that a field that looks empty is', () => {
  for (const value of ['\u200b', ' \n\t', '\u3164\ufe0f', '\u2800', '\u200c\u200d'])
    expect(text(80).parse(value)).toBe('');
  expect(phoneNumber(80).parse('\u200b\ufeff')).toBe('');
  expect(text(80).parse(' می\u200cخواهم\n')).toBe(' می\u200cخواهم\n');
});

it('leaves out what pasted text brings along to turn its direction', () => {
  expect(text(80).parse('\u2068+49 231 50-0\u2069, \u202d0231\u202c')).toBe('+49 231 50-0, 0231');
});

it('writes the digits of a telephone number as they are dialled, whichever keyboard they came from', () => {
  expect(phoneNumber(80).parse('+49 (0)231 ٥٠١١١-٢٢')).toBe('+49 (0)231 50111-22');
  expect(phoneNumber(80).parse('۰۲۳۱ ۴۷۱۰, nur abends')).toBe('0231 4710, nur abends');
  expect(phoneNumber(3).safeParse('1234').success).toBe(false);
});
