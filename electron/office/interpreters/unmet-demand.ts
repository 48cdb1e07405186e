import { z } from 'zod';
import {
  DEMAND_CAUSES,
  DEMAND_OUTCOMES,
  type DemandCause,
  type DemandOutcome,
} from '../../../shared/interpreters/unmet-demand.rules.ts';
import { addDays, type LocalDate, localTimeOf } from '../../../shared/kernel/instants.ts';
import { standingOf } from '../../../shared/queue/ticket.rules.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, listRows } from '../database/handles.ts';
import { eventsOfDay } from '../queue/ticket-events.ts';
import { listTickets } from '../queue/ticket-row.ts';

/** Somebody who came and was not served: what for, in which language, when, and why not. Nothing about the person. */
export interface UnmetDemand {
  day: LocalDate;
  /** The hour of leaving, 0 to 23, local. */
  hour: number;
  outcome: DemandOutcome;
  /** Null: nobody said why. */
  cause: DemandCause | null;
  language: string;
  topics: readonly string[];
  /** Without a number, at the door. */
  atDoor: boolean;
}

const DoorRow = z.strictObject({
  day: z.string(),
  at: z.string(),
  outcome: z.enum(DEMAND_OUTCOMES),
  cause: z.enum(DEMAND_CAUSES),
  language: z.string(),
  topics: jsonColumn(z.array(z.string())),
});
const CauseRow = z.strictObject({ ticket_id: z.string(), sequence: z.int(), cause: z.enum(DEMAND_CAUSES) });

/**
 * Who was turned away or gave up on these local days (both included), with and without a number, by day. Single people,
 * for adding up only: whoever shows it hides groups of fewer than five.
 */
export function listUnmetDemand(db: Db, fromDay: LocalDate, toDay: LocalDate): UnmetDemand[] {
  const atDoor = listRows(
    db,
    DoorRow,
    'SELECT day, at, outcome, cause, language, topics FROM door_demand WHERE day BETWEEN ? AND ? ORDER BY day, id',
    fromDay,
    toDay,
  ).map(({ at, ...row }): UnmetDemand => ({ ...row, hour: hourOf(at), atDoor: true }));
  const causes = new Map(
    listRows(
      db,
      CauseRow,
      'SELECT ticket_id, sequence, cause FROM leaving_cause JOIN ticket ON ticket.id = ticket_id WHERE day BETWEEN ? AND ?',
      fromDay,
      toDay,
    ).map((row) => [`${row.ticket_id} ${row.sequence}`, row.cause]),
  );
  const left = daysBetween(fromDay, toDay).flatMap((day) => leftOn(db, day, causes));
  return [...atDoor, ...left].sort((a, b) => a.day.localeCompare(b.day) || a.hour - b.hour);
}

function leftOn(db: Db, day: LocalDate, causes: ReadonlyMap<string, DemandCause>): UnmetDemand[] {
  const tickets = listTickets(db, day);
  if (tickets.length === 0) return [];
  const events = eventsOfDay(db, day);
  return tickets.flatMap((ticket): UnmetDemand[] => {
    const { state, since, undoable } = standingOf(events.get(ticket.id) ?? []);
    const outcome = DEMAND_OUTCOMES.find((one) => one === undoable.reason);
    if (state !== 'left' || undoable.type !== 'left' || outcome === undefined) return [];
    const cause = causes.get(`${ticket.id} ${undoable.sequence}`) ?? null;
    const { spoken: language, topics } = ticket;
    return [{ day, hour: hourOf(since), outcome, cause, language, topics, atDoor: false }];
  });
}

function hourOf(instant: string): number {
  return Number(localTimeOf(instant).slice(0, 2));
}

function daysBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
