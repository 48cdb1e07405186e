import type { AppointmentPut } from '../../../../shared/bundle/records/appointment.ts';
import { countingEvents, type TicketEvent } from '../../../../shared/queue/ticket.rules.ts';
import { centralTopics } from './central-entries.ts';
import { groupedBy, pageOf, type RecordSource, rowsFor } from './record-source.ts';

interface AppointmentRow {
  id: string;
  day: string;
  from_time: string;
  place: AppointmentPut['placeKind'];
  language: string | null;
  topics: string;
  status: AppointmentPut['status'] | 'arrived';
  no_show_reason: string | null;
  requested_on: string;
  ticket_id: string | null;
}

interface EventRow extends TicketEvent {
  ticketId: string;
}

const APPOINTMENTS = `SELECT id, day, from_time, place, language, topics, status, no_show_reason, requested_on, ticket_id FROM appointment
  WHERE id IN (SELECT value FROM json_each(?)) AND kind <> 'blocked' ORDER BY id`;
const EVENTS = `SELECT ticket_id AS ticketId, sequence, type, at, staff_id AS staffId, desk, reason FROM ticket_event
  WHERE ticket_id IN (SELECT value FROM json_each(?)) ORDER BY ticket_id, sequence`;

/**
 * An appointment counts from its booking on, since the wait for it is told too; time that is kept free is no appointment.
 * Whose it is, with whom and what was noted is never read.
 */
export const appointmentSource: RecordSource<'appointment'> = {
  record: 'appointment',
  page: pageOf('appointment'),
  counting({ db, ids }, appointmentIds) {
    const rows = rowsFor<AppointmentRow>(db, APPOINTMENTS, appointmentIds);
    const tickets = rows.flatMap(({ ticket_id }) => ticket_id ?? []);
    const events = groupedBy(rowsFor<EventRow>(db, EVENTS, tickets), (row) => row.ticketId);
    return rows.map((row) => ({
      id: row.id,
      personId: null,
      line: {
        op: 'put',
        id: ids.ofRow('appointment', row.id),
        requestedOn: row.requested_on,
        day: row.day,
        hour: Number(row.from_time.slice(0, 2)),
        language: row.language,
        topics: centralTopics(row.topics),
        placeKind: row.place,
        status: statusOf(row, row.ticket_id === null ? [] : (events.get(row.ticket_id) ?? [])),
        noShowReason: row.no_show_reason,
      },
    }));
  },
};

/** As the city counts: seen once the talk is finished; who came and left again without one was not seen by us. */
function statusOf({ status }: AppointmentRow, events: readonly TicketEvent[]): AppointmentPut['status'] {
  if (status !== 'booked' && status !== 'arrived') return status;
  const last = countingEvents(events).at(-1)?.type;
  if (last === 'finished') return 'seen';
  if (last === 'left' && status === 'arrived') return 'revoked';
  return 'booked';
}
