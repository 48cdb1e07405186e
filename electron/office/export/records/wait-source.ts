import type { WaitPut } from '../../../../shared/bundle/records/wait.ts';
import {
  countingEvents,
  standingOf,
  type TicketEvent,
  type TicketEventType,
} from '../../../../shared/queue/ticket.rules.ts';
import { TicketEventDetail } from '../../../../shared/queue/ticket-event-detail.ts';
import { centralTopics } from './central-entries.ts';
import { doorDemandLines, pageOfThoseWhoCame } from './door-demand-lines.ts';
import { type CountingRow, groupedBy, type RecordSource, rowsFor } from './record-source.ts';

interface TicketRow {
  id: string;
  day: string;
  kind: WaitPut['kind'];
  spoken: string;
  topics: string;
  priority_reason: string | null;
  arrived_at: string;
}

interface EventRow extends Omit<TicketEvent, 'detail'> {
  ticketId: string;
  detail: string | null;
}

interface CauseRow {
  ticketId: string;
  sequence: number;
  cause: NonNullable<WaitPut['cause']>;
}

const TICKETS = `SELECT id, day, kind, spoken, topics, priority_reason, arrived_at FROM ticket
  WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`;
const EVENTS = `SELECT ticket_id AS ticketId, sequence, type, at, recorded_at AS recordedAt, staff_id AS staffId, desk, reason, detail FROM ticket_event
  WHERE ticket_id IN (SELECT value FROM json_each(?)) ORDER BY ticket_id, sequence`;

const CAUSES = `SELECT ticket_id AS ticketId, sequence, cause FROM leaving_cause
  WHERE ticket_id IN (SELECT value FROM json_each(?))`;

/** Tickets, and those who left at the door without one. A ticket counts once it is resolved; its clocks derive from its events, so that an undone slip leaves no trace. */
export const waitSource: RecordSource<'wait'> = {
  record: 'wait',
  page: pageOfThoseWhoCame,
  counting(reading, ticketIds) {
    const { db, ids, local } = reading;
    const events = groupedBy(rowsFor<EventRow>(db, EVENTS, ticketIds), (row) => row.ticketId);
    const causes = new Map(
      rowsFor<CauseRow>(db, CAUSES, ticketIds).map((row) => [`${row.ticketId} ${row.sequence}`, row.cause]),
    );
    const tickets = rowsFor<TicketRow>(db, TICKETS, ticketIds).flatMap((row): CountingRow<'wait'>[] => {
      const happened = (events.get(row.id) ?? []).map(asEvent);
      const wait = waitOf(happened);
      if (wait === null) return [];
      return [
        {
          id: row.id,
          personId: null,
          line: {
            op: 'put',
            id: ids.ofRow('wait', row.id),
            day: row.day,
            hour: local(row.arrived_at).hour,
            kind: row.kind,
            language: row.spoken,
            topics: centralTopics(row.topics),
            priority: row.priority_reason,
            outcome: wait.outcome,
            // Of the leaving that counts: one that was undone has left its cause behind.
            cause: causes.get(`${row.id} ${countingEvents(happened).at(-1)?.sequence}`) ?? null,
            waitMinutes: wait.waitMinutes,
            wayMinutes: wait.wayMinutes,
            serviceMinutes: wait.serviceMinutes,
          },
        },
      ];
    });
    return [...tickets, ...doorDemandLines(reading, ticketIds)];
  },
};

function asEvent({ detail, ...event }: EventRow): TicketEvent {
  return { ...event, detail: detail === null ? null : TicketEventDetail.parse(JSON.parse(detail)) };
}

type Wait = Pick<WaitPut, 'outcome' | 'waitMinutes' | 'wayMinutes' | 'serviceMinutes'>;

/** How a ticket ended and how long each part took; null while it is open. */
export function waitOf(events: readonly TicketEvent[]): Wait | null {
  const counting = countingEvents(events);
  const last = counting.at(-1);
  if (last?.type !== 'finished' && last?.type !== 'left') return null;
  const { clocks } = standingOf(events);
  const happened = (type: TicketEventType) => counting.some((event) => event.type === type);
  return {
    outcome: last.type === 'finished' ? 'served' : outcomeOfLeaving(last.reason, counting.at(-2)?.type),
    waitMinutes: wholeMinutes(clocks.waitingMs),
    wayMinutes: happened('called') ? wholeMinutes(clocks.wayMs) : null,
    serviceMinutes: happened('started') ? wholeMinutes(clocks.serviceMs) : null,
  };
}

function outcomeOfLeaving(reason: string | null, before: TicketEventType | undefined): Wait['outcome'] {
  if (reason === 'turned-away' || reason === 'come-again') return reason;
  // Called, did not come, and was given up at the close of day: missed, not tired of waiting.
  return before === 'not-appeared' ? 'missed' : 'gave-up';
}

/** The nearest whole minute. A ticket that nobody resolved overnight counts as a day at most. */
function wholeMinutes(ms: number): number {
  return Math.min(1440, Math.round(ms / 60_000));
}
