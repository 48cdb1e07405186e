import type { LocalDate } from '../../shared/kernel/instants.ts';

const TYPED = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/;

/** A day as it is typed in Germany (`28.11.2026`) or as ISO; null when it is no day. */
export function parseDay(typed: string): LocalDate | null {
  const words = typed.trim();
  const german = TYPED.exec(words);
  const iso = german ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}` : words;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return null;
  const date = new Date(`${iso}T12:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** The day as it is typed; the empty text for none. */
export function dayText(day: LocalDate | null): string {
  if (day === null) return '';
  const [year, month, date] = day.split('-');
  return `${date}.${month}.${year}`;
}
