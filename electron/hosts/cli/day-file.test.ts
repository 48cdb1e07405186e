import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_FILE_HEADER, parseDayFile } from './day-file.ts';

const HEADER = DAY_FILE_HEADER.join(',');
const parse = (text: string) => parseDayFile(Buffer.from(text, 'utf8'));
const row = (changes: Partial<Record<(typeof DAY_FILE_HEADER)[number], string>> = {}) =>
  Object.values({
    time: '09:06',
    kind: 'walk-in',
    language: 'ar',
    topics: 'kita',
    person: '',
    minutes: '8',
    referral: '',
    ...changes,
  }).join(',');

test('the shipped day has forty visits, eight of them with a referral', () => {
  const day = parseDayFile(readFileSync(new URL('../../../resources/demo/day.csv', import.meta.url)));
  if ('badRows' in day) throw new Error(JSON.stringify(day.badRows));
  expect(day.visits).toHaveLength(40);
  expect(day.visits.filter(({ referral }) => referral !== null)).toHaveLength(8);
  expect(day.visits[5]).toEqual({
    time: '09:36',
    kind: 'appointment',
    language: 'kmr',
    topics: ['school-enrolment', 'neighbourhood'],
    person: { givenName: 'Berfîn', familyName: 'Ibrahim' },
    minutes: 29,
    referral: 'school-example',
  });
});

test('byte order mark, CRLF, quotes, empty lines and any order are fine', () => {
  const day = parse(
    `\uFEFF${HEADER}\r\n${row({ time: '10:00' })}\r\n\r\n"09:00","walk-in","ar","kita|school","Anna ""Anni"" Beispiel","600",""\r\n`,
  );
  expect(day).toEqual({
    visits: [
      {
        time: '09:00',
        kind: 'walk-in',
        language: 'ar',
        topics: ['kita', 'school'],
        person: { givenName: 'Anna', familyName: '"Anni" Beispiel' },
        minutes: 600,
        referral: null,
      },
      { time: '10:00', kind: 'walk-in', language: 'ar', topics: ['kita'], person: null, minutes: 8, referral: null },
    ],
  });
});

test('a person may have one name, or several family names', () => {
  const day = parse([HEADER, row({ person: 'Şilan' }), row({ person: 'Mohamed Al  Khalil' })].join('\n'));
  if ('badRows' in day) throw new Error(JSON.stringify(day.badRows));
  expect(day.visits.map(({ person }) => person)).toEqual([
    { givenName: '', familyName: 'Şilan' },
    { givenName: 'Mohamed', familyName: 'Al Khalil' },
  ]);
});

describe('a bad row is named with line and reason', () => {
  test.each([
    [row({ time: '9:06' }), 'time "9:06" is not HH:MM'],
    [row({ time: '24:00' }), 'time "24:00" is not HH:MM'],
    [row({ time: '09:60' }), 'time "09:60" is not HH:MM'],
    [row({ kind: 'walkin' }), 'kind "walkin" is neither walk-in nor appointment'],
    [row({ language: 'xx' }), 'language "xx" is not in the catalogue'],
    [row({ language: '' }), 'language "" is not in the catalogue'],
    [row({ topics: '' }), 'topics are missing'],
    [row({ topics: 'kita|nothing' }), 'topic "nothing" is not in the catalogue'],
    [row({ topics: 'kita|' }), 'topic "" is not in the catalogue'],
    [row({ topics: 'kita|kita' }), 'topic "kita" stands there twice'],
    [
      row({ topics: 'birth|kita|school|housing|landlord|leisure|form-help|authorities|residence' }),
      '9 topics, more than 8',
    ],
    [row({ minutes: '0' }), 'minutes "0" is not a whole number from 1 to 600'],
    [row({ minutes: '601' }), 'minutes "601" is not a whole number from 1 to 600'],
    [row({ minutes: '-5' }), 'minutes "-5" is not a whole number from 1 to 600'],
    [row({ minutes: '7.5' }), 'minutes "7.5" is not a whole number from 1 to 600'],
    [row({ minutes: '' }), 'minutes "" is not a whole number from 1 to 600'],
    [row({ referral: 'nobody' }), 'referral "nobody" is none of the example partners'],
    [row({ person: ' ' }), 'person is no name of 1 to 200 characters on one line'],
    [row({ person: 'a\u0000b' }), 'person is no name of 1 to 200 characters on one line'],
    [row({ person: 'a\u202eb' }), 'person is no name of 1 to 200 characters on one line'],
    ['09:06,walk-in,ar,kita,,8', '6 fields instead of 7'],
    [`${row()},`, '8 fields instead of 7'],
    [row({ person: '"Anna' }), 'the quotes of a field do not end, or stand where none may'],
    [row({ person: 'An"na' }), 'the quotes of a field do not end, or stand where none may'],
    [row({ person: '"Anna" Beispiel' }), 'the quotes of a field do not end, or stand where none may'],
  ])('%s', (bad, reason) => {
    expect(parse([HEADER, row(), bad, row()].join('\n'))).toEqual({ badRows: [{ line: 3, reason }] });
  });

  test('each of several', () => {
    expect(parse([HEADER, row({ time: 'x' }), row(), row({ minutes: 'x' })].join('\r\n'))).toEqual({
      badRows: [
        { line: 2, reason: 'time "x" is not HH:MM' },
        { line: 4, reason: 'minutes "x" is not a whole number from 1 to 600' },
      ],
    });
  });

  test('a line that is not UTF-8', () => {
    const latin1 = Buffer.from([HEADER, row({ person: 'Jörg' })].join('\n'), 'latin1');
    expect(parseDayFile(latin1)).toEqual({ badRows: [{ line: 2, reason: 'not UTF-8' }] });
  });

  test('the thousandth visit', () => {
    const rows = Array.from({ length: 1000 }, () => row());
    expect(parse([HEADER, ...rows.slice(0, 999)].join('\n'))).toHaveProperty('visits.length', 999);
    expect(parse([HEADER, ...rows].join('\n'))).toEqual({
      badRows: [{ line: 1001, reason: 'more than 999 visits: a day has the ticket numbers 1 to 999' }],
    });
  });
});

test.each(['', '\n', 'time,kind', `${HEADER},more`, HEADER.toUpperCase(), row()])(
  'a file without the header is refused: %j',
  (text) => {
    expect(parse(text)).toMatchObject({ badRows: [{ line: 1 }] });
  },
);

test('a day without visits is a day', () => {
  expect(parse(`${HEADER}\n`)).toEqual({ visits: [] });
});

test('whatever stands in the file, it is read or each line that is bad is named', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (rows) => {
      const day = parse([HEADER, ...rows].join('\n'));
      return 'visits' in day || day.badRows.every(({ line, reason }) => line > 1 && reason !== '');
    }),
  );
});
