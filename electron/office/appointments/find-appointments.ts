import { addDays, type Instant, localDateOf } from '../../../shared/kernel/instants.ts';
import { matchesWords } from '../../../shared/kernel/matches-words.ts';
import type { Who } from '../access/session.ts';
import type { Db } from '../database/handles.ts';
import { listAppointments } from './appointment-row.ts';
import { appointmentViews } from './appointment-view.ts';

const DAYS_BACK = 7;
const DAYS_AHEAD = 120;

/**
 * Appointments from a week ago to four months ahead with every word in who comes, what is noted or the number of the card,
 * the nearest day first. Those that do not concern the reader are not found, nor who takes part in a group.
 */
export function findAppointments(db: Db, reader: Who, words: string, now: Instant, most: number) {
  const today = localDateOf(now);
  const nearby = listAppointments(db, addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD));
  return appointmentViews(db, nearby, reader, now)
    .filter(
      ({ concealed, people, note, number }) =>
        !concealed && matchesWords([...people.map(({ name }) => name), note, number].join(' '), words),
    )
    .map(({ id, day, from, people, note }) => ({ id, day, from, people, note }))
    .sort(
      (a, b) => Number(a.day < today) - Number(b.day < today) || `${a.day}${a.from}`.localeCompare(`${b.day}${b.from}`),
    )
    .slice(0, most);
}
