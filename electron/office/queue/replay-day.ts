import { z } from 'zod';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { type ReplayedCall, replayCalls, type Turn } from '../../../shared/queue/replay.rules.ts';
import { LANES } from '../../../shared/queue/ticket.rules.ts';
import { type Db, listRows } from '../database/handles.ts';
import { eventsInTurn } from './ticket-events.ts';
import { listTickets } from './ticket-row.ts';

const BeforeRow = z.strictObject({
  ticket_id: z.string(),
  sequence: z.int(),
  lane: z.enum(LANES),
  spoken: z.string(),
  understood: z.string(),
  gender_wish: z.enum(['w', 'm']).nullable(),
  priority_reason: z.string().nullable(),
});

/**
 * Plays a day again from its record: whom the order of calling would have called each time. What a ticket said is taken
 * from before its corrections; a correction counts from its own turn on.
 */
export function replayDay(db: Db, day: LocalDate): ReplayedCall[] {
  const rows = eventsInTurn(db, day);
  const before = Map.groupBy(
    listRows(
      db,
      BeforeRow,
      `SELECT ticket_id, sequence, ticket_before.lane, ticket_before.spoken, ticket_before.understood, ticket_before.gender_wish, ticket_before.priority_reason
       FROM ticket_before JOIN ticket ON ticket.id = ticket_id WHERE day = ? ORDER BY ticket_id, sequence`,
      day,
    ),
    (row) => row.ticket_id,
  );
  const tickets = new Map(
    listTickets(db, day).map(({ id, number, kind, due_at, ...ticket }) => [
      id,
      {
        now: {
          lane: ticket.lane,
          spoken: ticket.spoken,
          understood: ticket.understood,
          genderWish: ticket.gender_wish,
          priorityReason: ticket.priority_reason,
        },
        fixed: { number, kind, dueAt: due_at },
      },
    ]),
  );
  const turns = rows.flatMap(({ ticketId, event }, index): Turn[] => {
    const ticket = tickets.get(ticketId);
    if (!ticket) return [];
    const undone = undoneUntil(rows, ticketId, index);
    // The first change that still lay ahead holds what the ticket said until then.
    const ahead = before.get(ticketId)?.find(({ sequence }) => sequence > event.sequence && !undone.has(sequence));
    const said = ahead
      ? {
          lane: ahead.lane,
          spoken: ahead.spoken,
          understood: ahead.understood,
          genderWish: ahead.gender_wish,
          priorityReason: ahead.priority_reason,
        }
      : ticket.now;
    return [{ ticketId, event, ticket: { ...ticket.fixed, ...said } }];
  });
  return replayCalls(turns);
}

/** The sequences of changes that had been taken back by this turn: they hold nothing any more. */
function undoneUntil(
  rows: readonly { ticketId: string; event: { sequence: number; type: string } }[],
  ticketId: string,
  turn: number,
): ReadonlySet<number> {
  const open: number[] = [];
  const undone = new Set<number>();
  for (const { ticketId: id, event } of rows.slice(0, turn + 1)) {
    if (id !== ticketId) continue;
    if (event.type !== 'undone') open.push(event.sequence);
    else undone.add(open.pop() ?? 0);
  }
  return undone;
}
