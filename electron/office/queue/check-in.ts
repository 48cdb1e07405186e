import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { CheckIn } from '../../../shared/queue/queue.contract.ts';
import { nextTicketNumber } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { requirePerson } from '../people/person-row.ts';
import { rule } from '../rpc/faults.ts';
import { openDay } from './queue-day.ts';

/** A ticket's number as people read it: with the office's letter before it, three digits. */
export function ticketLabel(letter: string, number: number): string {
  return `${letter}${letter ? ' ' : ''}${String(number).padStart(3, '0')}`;
}

/** Gives out the day's next number. Throws RULE numbers-exhausted after 999, RULE day-closed, NOT_FOUND for an unknown person. */
export function checkIn(
  tx: Tx,
  input: z.output<typeof CheckIn>,
  who: Who,
): { ticketId: string; revision: number; number: number; label: string } {
  const day = openDay(tx);
  if (input.personId) requirePerson(tx, input.personId);
  const highest = z
    .int()
    .parse(tx.statement('SELECT coalesce(max(number), 0) AS highest FROM ticket WHERE day = ?').pluck(true).get(day));
  const number = nextTicketNumber(highest);
  if (number === null) throw rule('numbers-exhausted');
  const ticketId = uuidv7();
  run(
    tx,
    `INSERT INTO ticket (id, day, number, kind, spoken, understood, read, topics, person_id, adults, children, door_note, priority_reason, arrived_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ticketId,
    day,
    number,
    input.kind,
    input.spoken,
    input.understood ?? input.spoken,
    input.read ?? input.spoken,
    JSON.stringify([...new Set(input.topics)]),
    input.personId,
    input.adults,
    input.children,
    input.doorNote,
    input.priorityReason,
    tx.at,
  );
  run(
    tx,
    "INSERT INTO ticket_event (ticket_id, sequence, type, at, staff_id, desk) VALUES (?, 1, 'issued', ?, ?, ?)",
    ticketId,
    tx.at,
    who.staffId,
    who.desk,
  );
  tx.touch({ entity: 'ticket', id: ticketId, op: 'put', revision: 1 });
  return { ticketId, revision: 1, number, label: ticketLabel(findOffice(tx).ticket_letter, number) };
}
