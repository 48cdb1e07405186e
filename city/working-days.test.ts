import { describe, expect, test } from 'vitest';
import { isWorkingDay, latestDueDay, parseHolidays, workingDayBefore } from './working-days.ts';

const none = new Set<string>();

describe('working days', () => {
  test('are Monday to Friday without holidays', () => {
    expect(isWorkingDay('2026-11-20', none)).toBe(true);
    expect(isWorkingDay('2026-11-21', none)).toBe(false);
    expect(isWorkingDay('2026-11-22', none)).toBe(false);
    expect(isWorkingDay('2026-12-25', new Set(['2026-12-25']))).toBe(false);
    expect(workingDayBefore('2026-11-23', none)).toBe('2026-11-20');
    expect(workingDayBefore('2026-12-28', new Set(['2026-12-25', '2026-12-24']))).toBe('2026-12-23');
  });

  // Noon in Dortmund is 11:00 UTC in winter and 10:00 UTC in summer.
  test.each([
    ['Tuesday before noon', '2026-11-24T10:59:00.000Z', '2026-11-20'],
    ['Tuesday noon', '2026-11-24T11:00:00.000Z', '2026-11-23'],
    ['Monday before noon', '2026-11-23T10:00:00.000Z', '2026-11-19'],
    ["Monday noon: Friday's report is due", '2026-11-23T11:00:00.000Z', '2026-11-20'],
    ['Saturday', '2026-11-21T15:00:00.000Z', '2026-11-19'],
    ['summer time', '2026-07-14T10:00:00.000Z', '2026-07-13'],
    ['summer time, before noon', '2026-07-14T09:59:00.000Z', '2026-07-10'],
  ])('%s', (_, now, day) => {
    expect(latestDueDay(now, none)).toBe(day);
  });

  test('a holiday puts noon off', () => {
    const allSaints = new Set(['2027-11-01']);
    expect(latestDueDay('2027-11-01T15:00:00.000Z', allSaints)).toBe('2027-10-28');
    expect(latestDueDay('2027-11-02T11:00:00.000Z', allSaints)).toBe('2027-10-29');
  });

  test('a list of holidays has one day a line and remarks', () => {
    expect(parseHolidays('# 2026\n2026-12-25 # Christmas\r\n\n2026-12-26\n')).toEqual(
      new Set(['2026-12-25', '2026-12-26']),
    );
    for (const bad of ['25.12.2026', '2026-02-30', '2026-13-01', 'x'])
      expect(() => parseHolidays(`2026-12-25\n${bad}`)).toThrow(/line 2/);
  });
});
