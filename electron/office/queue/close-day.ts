import { localDateOf } from '../../../shared/kernel/instants.ts';
import { standingOf, type TicketEventType } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { bookAppointment, bookCallBack } from '../appointments/book.ts';
import { revokeIfBooked } from '../appointments/revoke-if-booked.ts';
import { run, type Tx } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { forgetAnswersBefore } from '../rpc/requests.ts';
import { actOnTicket } from './act-on-ticket.ts';
import { closeSettledDays, listLeftOver } from './left-over.ts';
import { closedAt, daysClosedAt, openDay } from './queue-day.ts';
import { recordEvent } from './record-event.ts';
import { giveReturnSlip, withdrawReturnSlip } from './return-slip.ts';
import { listTicketEvents, ticketStanding } from './ticket-events.ts';
import { isTicketOpen } from './ticket-in-hand.ts';
import { getTicket, listTickets, type Ticket } from './ticket-row.ts';

interface Resolution {
  ticketId: string;
  revision: number;
  reason: string;
  /** What the person gets instead of a talk. */
  instead?:
    | { kind: 'slip' }
    | { kind: 'call-back'; day: string; from: string; reach: string }
    | { kind: 'appointment'; day: string; from: string }
    | null;
}

/** An appointment that is made at the close of day lasts so long. */
const APPOINTMENT_MINUTES = 30;

/**
 * Resolves open tickets as told, also those left over, and closes today and all days before it. Who gets an appointment,
 * a call back or a slip instead of a talk gets it here. Throws RULE still-serving as long as somebody is talked with, RULE
 * tickets-open when one is left without a resolution, and what booking throws; then nothing is changed.
 */
export function closeDay(
  tx: Tx,
  resolutions: readonly Resolution[],
  who: Who,
): { day: string; tickets: number; resolved: number } {
  const day = openDay(tx);
  const leftOver = listLeftOver(tx, day);
  const isServing = ({ id }: { id: string }) => ticketStanding(tx, id).state === 'serving';
  if ([...leftOver, ...listTickets(tx, day)].some(isServing)) throw rule('still-serving');
  for (const resolution of resolutions) resolve(tx, resolution, who);
  const tickets = listTickets(tx, day);
  if ([...leftOver, ...tickets].some((ticket) => isTicketOpen(tx, ticket))) throw rule('tickets-open');
  closeSettledDays(tx, day);
  run(tx, 'UPDATE queue_day SET closed_at = ?, closed_by = ? WHERE day = ?', tx.at, who.staffId, day);
  forgetAnswersBefore(tx, day);
  tx.touch({ entity: 'queue-day', id: day, op: 'put', fields: ['closed_at'] });
  return { day, tickets: tickets.length, resolved: resolutions.length };
}

function resolve(tx: Tx, { reason, instead, ...on }: Resolution, who: Who): void {
  const appointmentId = instead ? giveInstead(tx, getTicket(tx, on.ticketId), instead, who) : null;
  actOnTicket(tx, on, 'left', who, reason, {
    detail: {
      atClose: true,
      ...(instead ? { instead: instead.kind } : {}),
      ...(appointmentId === null ? {} : { appointmentId }),
    },
  });
}

/** Returns the id of the appointment that was booked; null for a slip. */
function giveInstead(tx: Tx, ticket: Ticket, instead: NonNullable<Resolution['instead']>, who: Who): string | null {
  if (instead.kind === 'slip') {
    giveReturnSlip(tx, ticket.id);
    return null;
  }
  const about = { day: instead.day, from: instead.from, language: ticket.understood, topics: ticket.topics };
  if (instead.kind === 'call-back') {
    const call = { ...about, personId: ticket.person_id, reach: instead.reach, staffIds: [] };
    return bookCallBack(tx, call, who).appointmentId;
  }
  const booked = bookAppointment(
    tx,
    {
      ...about,
      kind: 'talk',
      minutes: APPOINTMENT_MINUTES,
      place: 'office',
      outpostId: null,
      travelMinutes: 0,
      staffIds: [],
      personIds: ticket.person_id === null ? [] : [ticket.person_id],
      seats: 1,
      unnamed: ticket.person_id === null ? 1 : 0,
      interpreterId: null,
      partnerId: null,
      reach: '',
      note: '',
      requestedOn: ticket.day,
      // The day ends now: a warning (nobody with this language then) is for the morning.
      despiteWarnings: true,
    },
    who,
  );
  return booked.appointmentId;
}

/**
 * Takes the close of today back, with everything that it resolved: who left by it waits again, their slips are void, what
 * was booked for them is called off. Throws RULE day-open.
 */
export function reopenDay(tx: Tx, who: Who): void {
  const day = localDateOf(tx.at);
  const closed = closedAt(tx, day);
  if (!closed) throw rule('day-open');
  // Earlier days that it closed along with today are open again, too.
  const days = daysClosedAt(tx, closed);
  for (const one of days) {
    run(tx, 'UPDATE queue_day SET closed_at = NULL, closed_by = NULL WHERE day = ?', one);
    tx.touch({ entity: 'queue-day', id: one, op: 'put', fields: ['closed_at'] });
  }
  for (const { id } of days.flatMap((one) => listTickets(tx, one))) {
    const events = listTicketEvents(tx, id);
    const { undoable } = standingOf(events);
    const byClose: TicketEventType = 'left';
    if (undoable.type !== byClose || undoable.at !== closed || !undoable.detail?.atClose) continue;
    recordEvent(tx, getTicket(tx, id), events.length + 1, { type: 'undone' }, who);
    withdrawReturnSlip(tx, id);
    if (undoable.detail.appointmentId) revokeIfBooked(tx, undoable.detail.appointmentId, who);
  }
}
