import { addDays, type Instant, type LocalDate, localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';

/** The local day and hour of an instant; nothing finer leaves the office. */
export type LocalHours = (instant: Instant) => { day: LocalDate; hour: number };

/**
 * Asks the calendar once for each UTC day, and more often only on the two on which the clock changes: ten years of
 * contacts ask a hundred thousand times, and asking the calendar each time takes longer than reading the rows.
 */
export function localHours(): LocalHours {
  const offsets = new Map<LocalDate, number | 'changes'>();
  const midnights = new Map<LocalDate, number>();
  return (instant) => {
    const utcDay = instant.slice(0, 10);
    const offset = offsets.get(utcDay) ?? offsetOn(utcDay, midnights);
    offsets.set(utcDay, offset);
    const hour = offset === 'changes' ? 24 : Number(instant.slice(11, 13)) + offset;
    return hour < 24 ? { day: utcDay, hour } : { day: localDateOf(instant), hour: hourOf(instant) };
  };
}

/** Hours from UTC to local time on a UTC day. The zone lies east of Greenwich: at midnight UTC the clock shows them. */
function offsetOn(utcDay: LocalDate, midnights: Map<LocalDate, number>): number | 'changes' {
  const hourAtMidnight = (day: LocalDate) => {
    const hour = midnights.get(day) ?? hourOf(`${day}T00:00:00.000Z`);
    midnights.set(day, hour);
    return hour;
  };
  const offset = hourAtMidnight(utcDay);
  return hourAtMidnight(addDays(utcDay, 1)) === offset ? offset : 'changes';
}

function hourOf(instant: Instant): number {
  return Number(localTimeOf(instant).slice(0, 2));
}
