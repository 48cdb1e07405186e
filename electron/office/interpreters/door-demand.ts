import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { DemandCause, DemandOutcome } from '../../../shared/interpreters/unmet-demand.rules.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { standingOf } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { run, type Tx } from '../database/handles.ts';
import { listTicketEvents } from '../queue/ticket-events.ts';
import { getTicket } from '../queue/ticket-row.ts';
import { notFound, rule } from '../rpc/faults.ts';

/** Notes that somebody left at the door without a number. Nothing about the person. Throws RULE not-offered. */
export function recordDemand(
  tx: Tx,
  demand: { outcome: DemandOutcome; cause: DemandCause; language: string; topics: readonly string[] },
  who: Who,
): { id: string } {
  requireOffered(tx, 'topic', demand.topics);
  const id = uuidv7();
  run(
    tx,
    'INSERT INTO door_demand (id, day, at, outcome, cause, language, topics, staff_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    localDateOf(tx.at),
    tx.at,
    demand.outcome,
    demand.cause,
    demand.language,
    JSON.stringify([...new Set(demand.topics)]),
    who.staffId,
  );
  tx.touch({ entity: 'door-demand', id, op: 'put' });
  return { id };
}

/** Takes one of today back. Throws NOT_FOUND, RULE not-possible for another day. */
export function takeBackDemand(tx: Tx, id: string): void {
  const day = z.string().optional().parse(tx.statement('SELECT day FROM door_demand WHERE id = ?').pluck(true).get(id));
  if (day === undefined) throw notFound();
  if (day !== localDateOf(tx.at)) throw rule('not-possible');
  run(tx, 'DELETE FROM door_demand WHERE id = ?', id);
  tx.touch({ entity: 'door-demand', id, op: 'delete' });
}

/** Says why a ticket that has left was turned away or gave up. Throws RULE not-possible for one that did neither. */
export function setLeavingCause(tx: Tx, ticketId: string, cause: DemandCause): { ticketId: string } {
  const ticket = getTicket(tx, ticketId);
  const { state, undoable } = standingOf(listTicketEvents(tx, ticketId));
  const left = undoable.type === 'left' && (undoable.reason === 'turned-away' || undoable.reason === 'gave-up');
  if (state !== 'left' || !left || ticket.day !== localDateOf(tx.at)) throw rule('not-possible');
  run(
    tx,
    `INSERT INTO leaving_cause (ticket_id, sequence, cause) VALUES (?, ?, ?)
     ON CONFLICT (ticket_id, sequence) DO UPDATE SET cause = excluded.cause`,
    ticketId,
    undoable.sequence,
    cause,
  );
  tx.touch({ entity: 'ticket', id: ticketId, op: 'put', fields: ['cause'], revision: ticket.revision });
  return { ticketId };
}
