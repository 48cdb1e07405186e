import { type Instant, localDateOf } from '../../../shared/kernel/instants.ts';
import { serves, type WaitingTicket } from '../../../shared/queue/calling-order.rules.ts';
import { standingOf } from '../../../shared/queue/ticket.rules.ts';
import type { LiveQueue } from '../../../shared/waiting-time/forecast.ts';
import { type PastTicket, weekdayOf } from '../../../shared/waiting-time/past-ticket.ts';
import { listAppointments } from '../appointments/appointment-row.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { asWaiting } from '../queue/call-next.ts';
import { staffedDesks } from '../queue/staffed-desks.ts';
import { eventsOfDay } from '../queue/ticket-events.ts';
import { listTickets } from '../queue/ticket-row.ts';
import { asComing, asLiveTicket, midnightOf } from './as-past-ticket.ts';

/** The queue of this moment for the forecast, with each of today's tickets by its id. */
export interface Live {
  day: string;
  queue: LiveQueue;
  byId: ReadonlyMap<string, PastTicket>;
}

/** Beyond as many who wait nobody can promise anything, and reckoning it would keep the desks waiting. */
const MOST_WAITING = 300;

/** Reads the queue of today; null when nobody sits at a desk, or too many wait: then nobody knows how long it takes. */
export function liveQueue(db: Db, core: Core, now: Instant): Live | null {
  const desks = staffedDesks(core);
  if (desks.length === 0) return null;
  const day = localDateOf(now);
  const events = eventsOfDay(db, day);
  const byId = new Map<string, PastTicket>();
  const lines = new Map<PastTicket, WaitingTicket>();
  for (const ticket of listTickets(db, day)) {
    const of = events.get(ticket.id) ?? [];
    if (standingOf(of).state === 'void') continue;
    const live = asLiveTicket(ticket, of);
    byId.set(ticket.id, live);
    for (const line of asWaiting(ticket, of)) lines.set(live, line);
  }
  if (lines.size > MOST_WAITING) return null;
  return {
    day,
    byId,
    queue: {
      nowMs: Date.parse(now),
      dayStartMs: midnightOf(day),
      weekday: weekdayOf(day),
      today: [...byId.values()],
      staffed: desks.map((desk) => ({
        server: desk.staffId,
        serves: (ticket) => serves(desk, lines.get(ticket) ?? asLine(ticket)),
      })),
      booked: bookedLater(db, day, now),
    },
  };
}

/** Appointments of today that have not come into the line yet. */
function bookedLater(db: Db, day: string, now: Instant): PastTicket[] {
  return listAppointments(db, day, day)
    .filter(
      ({ status, startsAt, ticketId, kind }) =>
        status === 'booked' && ticketId === null && kind === 'talk' && startsAt > now,
    )
    .map(({ startsAt, language, topics, number }) =>
      asComing({
        day,
        number: 1000 + number,
        kind: 'appointment',
        language: language ?? '',
        topics,
        arrivedAt: startsAt,
        dueAt: startsAt,
      }),
    );
}

/** Somebody who is not in the line yet, as the order of calling would see them. */
export function asLine(ticket: PastTicket): WaitingTicket {
  const { number, language, understood, urgent, kind, arrivedAtMs, dueAtMs } = ticket;
  const languages = [language, understood ?? language].filter((one) => one !== '');
  return {
    id: '',
    number,
    kind,
    languages: [...new Set(languages)],
    priorityReason: urgent ? 'urgent' : null,
    arrivedAt: new Date(arrivedAtMs).toISOString(),
    dueAt: dueAtMs === null ? null : new Date(dueAtMs).toISOString(),
  };
}
