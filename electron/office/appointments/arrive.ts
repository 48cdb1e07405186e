import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { TicketKind } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { getPerson } from '../people/person-row.ts';
import { issueTicket } from '../queue/issue-ticket.ts';
import { rule } from '../rpc/faults.ts';
import type { Appointment } from './appointment-row.ts';
import { bookedInHand, type OnAppointment, setStatus, touched } from './change-appointment.ts';

/**
 * Somebody with an appointment is here: a ticket that is due at the appointment's time. Throws RULE not-booked, not-today,
 * day-closed, numbers-exhausted, CONFLICT.
 */
export function arrive(tx: Tx, on: OnAppointment, who: Who): OnAppointment & { ticketId: string; label: string } {
  const appointment = bookedInHand(tx, on);
  if (appointment.kind === 'blocked') throw rule('not-booked');
  if (appointment.day !== localDateOf(tx.at)) throw rule('not-today');
  // A call that was due waits in the list already; now the person stands here instead.
  if (appointment.ticketId !== null) throw rule('not-booked');
  const ticket = issueFor(tx, appointment, 'appointment', appointment.startsAt, who);
  setStatus(tx, appointment, 'arrived', who.staffId);
  run(tx, 'UPDATE appointment SET ticket_id = ? WHERE id = ?', ticket.ticketId, appointment.id);
  return { ...touched(tx, on, ['status', 'ticket_id']), ...ticket };
}

/** A ticket that says what the appointment says; with a name only where it is one person's. */
export function issueFor(
  tx: Tx,
  appointment: Appointment,
  kind: TicketKind,
  dueAt: string,
  by: { staffId: string; desk: number } | null,
): { ticketId: string; label: string } {
  const [personId] = appointment.kind === 'talk' ? appointment.personIds : [];
  const person = personId === undefined ? null : getPerson(tx, personId);
  const spoken = appointment.language ?? person?.spoken ?? 'de';
  const isTheirs = person !== null && (person.spoken === null || person.spoken === spoken);
  const { ticketId, label } = issueTicket(
    tx,
    {
      kind,
      source: 'desk',
      spoken,
      understood: isTheirs ? person.understood : null,
      read: isTheirs ? person.read : null,
      topics: appointment.topics,
      personId: personId ?? null,
      adults: Math.min(20, Math.max(0, appointment.personIds.length + appointment.unnamed - 1)),
      children: 0,
      doorNote: '',
      priorityReason: null,
      genderWish: null,
      dueAt,
    },
    by,
  );
  return { ticketId, label };
}
