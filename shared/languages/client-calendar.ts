import ar from '../../resources/locales/ar/calendar.json' with { type: 'json' };
import ckb from '../../resources/locales/ckb/calendar.json' with { type: 'json' };
import de from '../../resources/locales/de/calendar.json' with { type: 'json' };
import en from '../../resources/locales/en/calendar.json' with { type: 'json' };
import fa from '../../resources/locales/fa/calendar.json' with { type: 'json' };
import kmr from '../../resources/locales/kmr/calendar.json' with { type: 'json' };
import type { ClientLanguage } from '../catalogue/catalogue.ts';
import type { LocalDate } from '../kernel/instants.ts';

// Chromium has no names of days and months for ckb and kmr and would silently show German ones, and `fa` alone means
// the Persian calendar. So the names stand in the locale files, the same on every engine.
const calendars = { de, en, ar, fa, kmr, ckb } satisfies Record<ClientLanguage, typeof de>;

/** The day in words in this language, Gregorian, digits as on German papers: "Sonntag, 22. November 2026". */
export function clientDate(language: ClientLanguage, date: LocalDate): string {
  const midday = new Date(`${date}T12:00:00Z`);
  const calendar = calendars[language];
  return calendar.date
    .replace('{{weekday}}', calendar.weekdays[(midday.getUTCDay() + 6) % 7] ?? '')
    .replace('{{day}}', String(midday.getUTCDate()))
    .replace('{{month}}', calendar.months[midday.getUTCMonth()] ?? '')
    .replace('{{year}}', String(midday.getUTCFullYear()));
}

/** A wall time (`HH:MM`) as this language says it: "09:41 Uhr". */
export function clientTime(language: ClientLanguage, time: string): string {
  return calendars[language].time.replace('{{time}}', time);
}

/** Day and wall time (`HH:MM`) in words in this language. */
export function clientDateAndTime(language: ClientLanguage, date: LocalDate, time: string): string {
  return calendars[language].dateAndTime
    .replace('{{date}}', clientDate(language, date))
    .replace('{{time}}', clientTime(language, time));
}
