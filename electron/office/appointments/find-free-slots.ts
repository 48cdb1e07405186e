import type { ConsultingHours } from '../../../shared/appointments/consulting-hours.rules.ts';
import {
  type FreeSlot,
  freeSlotsOn,
  HORIZON_DAYS,
  type SlotNeed,
  thirdNextDays,
} from '../../../shared/appointments/free-slots.rules.ts';
import type { Occupied } from '../../../shared/appointments/overlap.rules.ts';
import { addDays, type Instant, type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import type { Db } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { listTaken, occupied } from './appointment-row.ts';
import { appointmentSettings } from './appointment-settings.ts';
import { hoursReader } from './consulting-hours-on.ts';

/** What free slots are worked out from, read once for many questions. */
export interface SlotCalendar {
  now: Instant;
  hoursOf: (day: LocalDate) => readonly ConsultingHours[];
  takenOn: (day: LocalDate) => readonly Occupied[];
  desks: number;
  travelMinutes: number;
}

/** The office's calendar from today on. */
export function slotCalendar(db: Db, now: Instant): SlotCalendar {
  const today = localDateOf(now);
  const taken = Map.groupBy(listTaken(db, addDays(today, -1), addDays(today, 2 * HORIZON_DAYS)), ({ day }) => day);
  const byDay = new Map([...taken].map(([day, appointments]) => [day, appointments.map(occupied)]));
  return {
    now,
    hoursOf: memo(hoursReader(db, today)),
    takenOn: (day) => byDay.get(day) ?? [],
    desks: findOffice(db).desks,
    travelMinutes: appointmentSettings(db).travelMinutes,
  };
}

/** Many languages ask for the same days. */
export function memo<T>(of: (day: LocalDate) => T): (day: LocalDate) => T {
  const known = new Map<LocalDate, T>();
  return (day) => {
    const value = known.get(day) ?? of(day);
    known.set(day, value);
    return value;
  };
}

function slotsOn(calendar: SlotCalendar, need: SlotNeed, day: LocalDate): FreeSlot[] {
  const { now, desks, travelMinutes } = calendar;
  const options = { desks, travelMinutes, after: now };
  return freeSlotsOn(day, calendar.hoursOf(day), calendar.takenOn(day), need, options);
}

/** The next free slots from a day on, at most `limit`, not further than eight weeks ahead. */
export function nextFreeSlots(calendar: SlotCalendar, need: SlotNeed, from: LocalDate, limit: number): FreeSlot[] {
  const found: FreeSlot[] = [];
  const today = localDateOf(calendar.now);
  const begin = from < today ? today : from;
  for (let ahead = 0; ahead <= HORIZON_DAYS && found.length < limit; ahead += 1)
    found.push(...slotsOn(calendar, need, addDays(begin, ahead)));
  return found.slice(0, limit);
}

/** Days from today to the third next free slot for a need; null: more than eight weeks. */
export function thirdNext(calendar: SlotCalendar, need: SlotNeed): number | null {
  const today = localDateOf(calendar.now);
  return thirdNextDays((ahead) => slotsOn(calendar, need, addDays(today, ahead)).length);
}
