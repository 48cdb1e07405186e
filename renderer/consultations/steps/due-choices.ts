import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';

export const DUE_CHOICES = ['none', 'tomorrow', 'one-week', 'two-weeks', 'four-weeks'] as const;
export type DueChoice = (typeof DUE_CHOICES)[number];

const DAYS: Readonly<Record<Exclude<DueChoice, 'none'>, number>> = {
  tomorrow: 1,
  'one-week': 7,
  'two-weeks': 14,
  'four-weeks': 28,
};

/** The first working day on or after the date: on a weekend nobody is there to do it. */
function onWorkingDay(date: LocalDate): LocalDate {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(date, 2);
  return weekday === 0 ? addDays(date, 1) : date;
}

/** The day that a quick choice means, seen from `today`; null for no due day. */
export function dueOnOf(choice: DueChoice, today: LocalDate): LocalDate | null {
  return choice === 'none' ? null : onWorkingDay(addDays(today, DAYS[choice]));
}
