import { describe, expect, it } from 'vitest';
import { CLIENT_LANGUAGES } from '../catalogue/catalogue.ts';
import { DOOR_VERDICTS } from './door-answer.rules.ts';
import { doorClientLines, doorLanguages } from './door-client-text.ts';

const answer = {
  until: '12:00',
  ahead: 4,
  range: { fromMinutes: 20, toMinutes: 45 },
  nextHours: { day: '2026-11-26', from: '14:00', to: '17:00' },
};

describe.each(CLIENT_LANGUAGES)('in %s', (language) => {
  it.each(DOOR_VERDICTS)('says %s without a gap', (verdict) => {
    const lines = doorClientLines(language, { ...answer, verdict });
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).not.toMatch(/[{}]|[\u0660-\u0669\u06f0-\u06f9]/);
  });

  it('names the time until which the language is spoken and how many are ahead', () => {
    const text = doorClientLines(language, { ...answer, verdict: 'not-certain' }).join(' ');
    expect(text).toContain('12:00');
    expect(text).toContain('4');
    expect(doorClientLines(language, { ...answer, verdict: 'likely' }).join(' ')).toMatch(/20.*45/);
  });
});

// Each language has letters that look like another one's.
it.each([
  ['ar', /[\u06a9\u06cc\u06d5\u06be]/],
  ['fa', /[\u0643\u064a\u0649\u06d5]/],
  ['ckb', /[\u0643\u064a\u0649\u0647]/],
] as const)('writes %s without foreign letters', (language, foreign) => {
  for (const verdict of DOOR_VERDICTS)
    for (const line of doorClientLines(language, { ...answer, nextHours: null, verdict }))
      expect(line).not.toMatch(foreign);
});

it('shows the own language and German, and English where the own is not there', () => {
  expect(doorLanguages('ckb')).toEqual(['ckb', 'de']);
  expect(doorLanguages('de')).toEqual(['de']);
  expect(doorLanguages('ti')).toEqual(['de', 'en']);
});

it('promises nothing when somebody is there at another day only', () => {
  const lines = doorClientLines('de', { ...answer, verdict: 'other-day' });
  expect(lines.join(' ')).not.toContain('12:00');
  expect(lines.join(' ')).toContain('Donnerstag, 26. November 2026');
});
