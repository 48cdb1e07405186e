import type { LocalDate } from '../kernel/instants.ts';

// Month names of the solar calendar in Persian; Dari and Pashto use others and are not in the six languages.
const MONTHS = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
] as const;

const solar = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** The day by the solar Hijri calendar, as Iran writes it, with Western digits: "9 آذر 1405". */
export function solarDate(date: LocalDate): string {
  const parts = new Map(solar.formatToParts(new Date(`${date}T12:00:00Z`)).map(({ type, value }) => [type, value]));
  const month = MONTHS[Number(parts.get('month')) - 1] ?? '';
  return `${parts.get('day')} ${month} ${Number.parseInt(parts.get('year') ?? '', 10)}`;
}
