import { followInterpreterMode } from '../consultations/interpreter-mode.ts';
import type { Tx } from '../database/handles.ts';
import { getTicket } from '../queue/ticket-row.ts';
import { attemptsOf } from './attempts.ts';
import { modeFromDoor } from './interpreting.ts';

/** Lets the contact of a ticket, if there is one that nobody has corrected, say how it is interpreted. */
export function followServing(tx: Tx, ticketId: string): void {
  const mode = modeFromDoor(attemptsOf(tx, ticketId), getTicket(tx, ticketId).companion_interprets);
  followInterpreterMode(tx, ticketId, mode);
}
