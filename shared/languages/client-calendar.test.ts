import { describe, expect, it } from 'vitest';
import { CLIENT_LANGUAGES } from '../catalogue/catalogue.ts';
import { clientDate, clientDateAndTime } from './client-calendar.ts';

describe('clientDate', () => {
  it.each([
    ['de', 'Sonntag, 22. November 2026'],
    ['en', 'Sunday 22 November 2026'],
    ['ar', 'الأحد، 22 نوفمبر (تشرين الثاني) 2026'],
    ['fa', 'یکشنبه، 22 نوامبر 2026'],
    ['kmr', 'yekşem, 22ê mijdara 2026'],
    ['ckb', 'یەکشەممە، 22ی تشرینی دووەمی 2026'],
  ] as const)('says a day in %s, Gregorian and with Western digits', (language, said) => {
    expect(clientDate(language, '2026-11-22')).toBe(said);
  });

  it('has the right weekday for every day of a year', () => {
    const german = new Intl.DateTimeFormat('de', { weekday: 'long', timeZone: 'UTC' });
    for (let day = 0; day < 365; day += 1) {
      const date = new Date(Date.UTC(2026, 0, 1 + day));
      expect(clientDate('de', date.toISOString().slice(0, 10))).toContain(`${german.format(date)}, `);
    }
  });

  it('leaves no placeholder standing', () => {
    for (const language of CLIENT_LANGUAGES)
      for (let month = 1; month <= 12; month += 1)
        expect(clientDateAndTime(language, `2026-${String(month).padStart(2, '0')}-09`, '09:41')).toMatch(
          /^[^{}]*09:41[^{}]*$/,
        );
  });
});
