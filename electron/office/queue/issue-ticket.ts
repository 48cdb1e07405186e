import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { Instant, LocalDate } from '../../../shared/kernel/instants.ts';
import { type Lane, nextTicketNumber, type TicketKind, type TicketSource } from '../../../shared/queue/ticket.rules.ts';
import { run, type Tx } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { rule } from '../rpc/faults.ts';
import { openDay } from './queue-day.ts';
import { type By, insertEvent } from './record-event.ts';
import { ticketLabel } from './ticket-label.ts';

/** What a new ticket says, whoever gives it out. */
export interface NewTicket {
  kind: TicketKind;
  source: TicketSource;
  lane?: Lane;
  spoken: string;
  /** Null: as spoken. */
  understood: string | null;
  read: string | null;
  topics: readonly string[];
  personId: string | null;
  adults: number;
  children: number;
  /** Who of those who came along interprets; nobody by default. */
  companionInterprets?: 'adult' | 'minor' | null;
  doorNote: string;
  priorityReason: string | null;
  genderWish: 'w' | 'm' | null;
  /** When an appointment, a call back or a home visit is due; null: no time was agreed. */
  dueAt: Instant | null;
  /** When the person came, if that was typed later; without it: now. */
  arrivedAt?: Instant;
  /** The number of a reserve sheet; without it: the day's next one. */
  number?: number;
}

export interface IssuedTicket {
  ticketId: string;
  revision: number;
  number: number;
  /** The number as people read it. */
  label: string;
}

/**
 * Gives out a ticket of today, for the desk, the kiosk, an appointment that comes due or a reserve sheet. `by` is null
 * where no person did it. Throws RULE numbers-exhausted after 999, RULE number-taken, RULE day-closed, NOT_FOUND for an
 * unknown person.
 */
export function issueTicket(tx: Tx, ticket: NewTicket, by: By): IssuedTicket {
  return issueTicketOn(tx, openDay(tx), ticket, by);
}

/** The same for a day that is there and open: a reserve sheet of yesterday is typed in today. */
export function issueTicketOn(tx: Tx, day: LocalDate, ticket: NewTicket, by: By): IssuedTicket {
  if (ticket.personId) requireStanding(tx, ticket.personId);
  const number = numberFor(tx, day, ticket.number);
  const ticketId = uuidv7();
  const arrivedAt = ticket.arrivedAt ?? tx.at;
  run(
    tx,
    `INSERT INTO ticket (id, day, number, kind, source, lane, spoken, understood, read, gender_wish, topics, person_id, adults, children, door_note, priority_reason, arrived_at, due_at, companion_interprets)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ticketId,
    day,
    number,
    ticket.kind,
    ticket.source,
    ticket.lane ?? 'counter',
    ticket.spoken,
    ticket.understood ?? ticket.spoken,
    ticket.read ?? ticket.spoken,
    ticket.genderWish,
    JSON.stringify([...new Set(ticket.topics)]),
    ticket.personId,
    ticket.adults,
    ticket.children,
    ticket.doorNote,
    ticket.priorityReason,
    arrivedAt,
    ticket.dueAt,
    ticket.companionInterprets ?? null,
  );
  insertEvent(tx, ticketId, 1, { type: 'issued', at: arrivedAt, typed: ticket.arrivedAt !== undefined }, by);
  tx.touch({ entity: 'ticket', id: ticketId, op: 'put', revision: 1 });
  return { ticketId, revision: 1, number, label: ticketLabel(findOffice(tx).ticket_letter, number) };
}

function numberFor(tx: Tx, day: LocalDate, typed: number | undefined): number {
  const isTaken = (number: number) =>
    tx.statement('SELECT 1 FROM ticket WHERE day = ? AND number = ?').get(day, number) !== undefined;
  if (typed !== undefined) {
    if (isTaken(typed)) throw rule('number-taken');
    return typed;
  }
  // Reserve sheets have numbers of their own: typing one in late must not move the day's count.
  const highest = z
    .int()
    .parse(
      tx
        .statement("SELECT coalesce(max(number), 0) FROM ticket WHERE day = ? AND source <> 'paper'")
        .pluck(true)
        .get(day),
    );
  let number = nextTicketNumber(highest);
  while (number !== null && isTaken(number)) number = nextTicketNumber(number);
  if (number === null) throw rule('numbers-exhausted');
  return number;
}
