import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { QueueDay, TicketView } from '../../../shared/queue/queue.contract.ts';
import { inOrderOfCalling, standingOf, type TicketEvent } from '../../../shared/queue/ticket.rules.ts';
import { signedInStaff } from '../access/sign-in.ts';
import { listStaff, type Staff } from '../access/staff.ts';
import { contactIdsOfDay } from '../consultations/open-contact.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { displayNames } from '../people/person-row.ts';
import { ticketLabel } from './check-in.ts';
import { listLeftOver } from './left-over.ts';
import { closedAt } from './queue-day.ts';
import { eventsOfDay } from './ticket-events.ts';
import { listTickets, type Ticket } from './ticket-row.ts';

/** Today's queue as every desk sees it: who waits in the order of calling first, then the others by number, then what is left over. */
export function queueToday(db: Db, core: Core): QueueDay {
  const now = core.ports.clock.now();
  const day = localDateOf(now);
  const leftOver = listLeftOver(db, day);
  const tickets = [...listTickets(db, day), ...leftOver];
  const days = [day, ...new Set(leftOver.map((ticket) => ticket.day))];
  const events = new Map(days.flatMap((one) => [...eventsOfDay(db, one)]));
  const contacts = new Map(days.flatMap((one) => [...contactIdsOfDay(db, one)]));
  const names = displayNames(
    db,
    tickets.flatMap((ticket) => ticket.person_id ?? []),
  );
  const letter = findOffice(db).ticket_letter;
  const signedIn = signedInStaff(core);
  const present = listStaff(db).filter((staff) => signedIn.has(staff.id));
  const views = tickets.map((ticket) =>
    viewOf(ticket, events.get(ticket.id) ?? [], { names, contacts, letter, present, today: day }),
  );
  const isCallable = (view: TicketView) => view.state === 'waiting' && view.leftOverFrom === undefined;
  const others = views.filter((view) => !isCallable(view));
  return { day, closedAt: closedAt(db, day), now, tickets: [...inOrderOfCalling(views.filter(isCallable)), ...others] };
}

interface Beside {
  names: ReadonlyMap<string, string>;
  contacts: ReadonlyMap<string, string>;
  letter: string;
  present: readonly Staff[];
  today: string;
}

function viewOf(
  ticket: Ticket,
  events: readonly TicketEvent[],
  { names, contacts, letter, present, today }: Beside,
): TicketView {
  const standing = standingOf(events);
  const { undoable } = standing;
  return {
    id: ticket.id,
    revision: ticket.revision,
    number: ticket.number,
    label: ticketLabel(letter, ticket.number),
    kind: ticket.kind,
    spoken: ticket.spoken,
    understood: ticket.understood,
    read: ticket.read,
    topics: ticket.topics,
    person: ticket.person_id ? { id: ticket.person_id, name: names.get(ticket.person_id) ?? '' } : null,
    adults: ticket.adults,
    children: ticket.children,
    doorNote: ticket.door_note,
    priorityReason: ticket.priority_reason,
    arrivedAt: ticket.arrived_at,
    state: standing.state,
    since: standing.since,
    desk: standing.desk,
    staffId: standing.staffId,
    reason: standing.reason,
    clocks: standing.clocks,
    runningClock: standing.runningClock,
    undoable: undoable && { type: undoable.type, at: undoable.at, staffId: undoable.staffId },
    servableBy: present
      .filter((staff) => staff.languages.includes(ticket.spoken) || staff.languages.includes(ticket.understood))
      .map((staff) => staff.id),
    contactId: contacts.get(ticket.id) ?? null,
    ...(ticket.day === today ? {} : { leftOverFrom: ticket.day }),
  };
}
