import { useTranslation } from 'react-i18next';
import { OFFICE_TIME_ZONE } from '../../shared/kernel/office-time-zone.ts';

/** Dates and times as the staff reads them. Always the office's own zone, never that of the PC. */
function createFormats(locale: 'de-DE' | 'en-GB') {
  const inZone = { timeZone: OFFICE_TIME_ZONE } as const;
  const time = new Intl.DateTimeFormat(locale, { ...inZone, hour: '2-digit', minute: '2-digit' });
  const timeWithSeconds = new Intl.DateTimeFormat(locale, {
    ...inZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const day = new Intl.DateTimeFormat(locale, { ...inZone, day: '2-digit', month: '2-digit', year: 'numeric' });
  const shortDay = new Intl.DateTimeFormat(locale, { ...inZone, weekday: 'short', day: '2-digit', month: '2-digit' });
  const longDay = new Intl.DateTimeFormat(locale, { ...inZone, weekday: 'long', day: 'numeric', month: 'long' });
  // A local date has no time; midday keeps it on its day in every zone.
  const atMidday = (localDate: string) => new Date(`${localDate}T12:00:00Z`);
  return {
    /** 09:41 */
    time: (instant: string) => time.format(new Date(instant)),
    /** 09:41:07, where "saved at" must be exact. */
    timeWithSeconds: (instant: string) => timeWithSeconds.format(new Date(instant)),
    /** 28.11.2025 */
    instantDay: (instant: string) => day.format(new Date(instant)),
    /** 28.11.2025 of a local date. */
    date: (localDate: string) => day.format(atMidday(localDate)),
    /** Fr., 28.11. */
    shortDate: (localDate: string) => shortDay.format(atMidday(localDate)),
    /** Freitag, 28. November */
    longDate: (localDate: string) => longDay.format(atMidday(localDate)),
  };
}

const made = new Map<string, ReturnType<typeof createFormats>>();

/** The formats of a staff language. Made once for the whole page: five formatters for each line of a history are felt. */
export function formatsFor(language: string): ReturnType<typeof createFormats> {
  const locale = language === 'en' ? 'en-GB' : 'de-DE';
  const known = made.get(locale) ?? createFormats(locale);
  made.set(locale, known);
  return known;
}

/** Dates, times and numbers as they are written in the language of the screens. */
export function useFormats() {
  const { i18n } = useTranslation();
  return formatsFor(i18n.language);
}
