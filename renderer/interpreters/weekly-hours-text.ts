import type { WeeklyHours } from '../../shared/interpreters/on-call.rules.ts';

const FROM_TO = /^(\d{1,2})(?:[:.](\d{2}))?\s*[–-]\s*(\d{1,2})(?:[:.](\d{2}))?$/;

/**
 * Reads hours as people write them: `Mo 9–12, Do 14:30–17`. A further time without a day belongs to the day before it.
 *
 * @param weekdays the words for Monday to Sunday
 * @returns null when something in it can't be read
 */
export function parseWeeklyHours(text: string, weekdays: readonly string[]): WeeklyHours[] | null {
  const hours: WeeklyHours[] = [];
  let weekday = 0;
  for (const part of text.split(/[,;\n]/).map((one) => one.trim())) {
    if (part === '') continue;
    const [, word = '', times = ''] = /^(\p{L}*)\.?\s*(.*)$/u.exec(part) ?? [];
    if (word !== '') weekday = weekdays.findIndex((day) => day.toLowerCase() === word.toLowerCase()) + 1;
    const [, fromHour, fromMinute = '00', toHour, toMinute = '00'] = FROM_TO.exec(times.trim()) ?? [];
    const from = wallTime(fromHour, fromMinute);
    const to = wallTime(toHour, toMinute);
    if (weekday === 0 || from === null || to === null || from >= to) return null;
    hours.push({ weekday, from, to });
  }
  return hours;
}

/** Hours as people write them, in the order of the week. */
export function weeklyHoursText(hours: readonly WeeklyHours[], weekdays: readonly string[]): string {
  return [...hours]
    .sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from))
    .map(({ weekday, from, to }) => `${weekdays[weekday - 1] ?? ''} ${short(from)}–${short(to)}`)
    .join(', ');
}

function wallTime(hour: string | undefined, minute: string): string | null {
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}

function short(time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return minute === '00' ? String(Number(hour)) : `${Number(hour)}:${minute}`;
}
