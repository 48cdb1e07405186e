import type { PresentStaff } from '../../../shared/interpreters/serving.rules.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { orderForAll, parseCallReason, type Why } from '../../../shared/queue/calling-order.rules.ts';
import type { QueueDay, TicketView } from '../../../shared/queue/queue.contract.ts';
import { countingEvents, repeatsLeft, standingOf, type TicketEvent } from '../../../shared/queue/ticket.rules.ts';
import type { Who } from '../access/session.ts';
import { contactIdsOfDay } from '../consultations/open-contact.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { presentStaff } from '../interpreters/present.ts';
import { servableBy } from '../interpreters/serving.ts';
import { findOffice } from '../office/office-row.ts';
import { displayNames } from '../people/person-row.ts';
import { promisedRange, promisesOfDays, type TicketPromise } from '../waiting-time/promise-row.ts';
import { asWaiting, lineForDesk } from './call-next.ts';
import { listLeftOver } from './left-over.ts';
import { closedAt } from './queue-day.ts';
import { staffedDesks } from './staffed-desks.ts';
import { eventsOfDay } from './ticket-events.ts';
import { ticketLabel } from './ticket-label.ts';
import { listTickets, type Ticket } from './ticket-row.ts';

/**
 * Today's queue: who waits in the order in which this desk calls them first, then the others by number, then what is left
 * over. Without `who` the order is the one that all desks have together.
 */
export function queueToday(db: Db, core: Core, who?: Who): QueueDay {
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
  const { ticket_letter: letter, call_repeats: repeats } = findOffice(db);
  const present = presentStaff(db, core);
  const promises = promisesOfDays(db, days.toSorted()[0] ?? day, day);
  const today = tickets.slice(0, tickets.length - leftOver.length);
  const waiting = today.flatMap((ticket) => asWaiting(ticket, events.get(ticket.id) ?? []));
  const placed = who ? lineForDesk(core, waiting, who, now).placed : null;
  const order = placed?.map(({ ticket }) => ticket) ?? orderForAll(waiting, staffedDesks(core), now);
  const reasons = new Map(placed?.map(({ ticket, why }) => [ticket.id, why]));
  const views = new Map(
    tickets.map((ticket) => [
      ticket.id,
      viewOf(ticket, events.get(ticket.id) ?? [], {
        names,
        contacts,
        letter,
        repeats,
        present,
        today: day,
        reasons,
        promises,
      }),
    ]),
  );
  const inOrder = order.flatMap(({ id }) => views.get(id) ?? []);
  const waitingIds = new Set(order.map(({ id }) => id));
  const others = [...views.values()].filter(({ id }) => !waitingIds.has(id));
  return { day, closedAt: closedAt(db, day), now, tickets: [...inOrder, ...others] };
}

interface Beside {
  names: ReadonlyMap<string, string>;
  contacts: ReadonlyMap<string, string>;
  letter: string;
  /** How often the office calls again. */
  repeats: number;
  present: readonly PresentStaff[];
  today: string;
  /** Why each who waits stands where they stand. */
  reasons: ReadonlyMap<string, Why>;
  promises: ReadonlyMap<string, TicketPromise>;
}

function viewOf(
  ticket: Ticket,
  events: readonly TicketEvent[],
  { names, contacts, letter, repeats, present, today, reasons, promises }: Beside,
): TicketView {
  const standing = standingOf(events);
  const { undoable } = standing;
  const counting = countingEvents(events);
  const mayUndo = ticket.day === today || localDateOf(undoable.recordedAt ?? undoable.at) === today;
  return {
    id: ticket.id,
    revision: ticket.revision,
    number: ticket.number,
    label: ticketLabel(letter, ticket.number),
    kind: ticket.kind,
    source: ticket.source,
    lane: ticket.lane,
    spoken: ticket.spoken,
    understood: ticket.understood,
    read: ticket.read,
    topics: ticket.topics,
    person: ticket.person_id ? { id: ticket.person_id, name: names.get(ticket.person_id) ?? '' } : null,
    adults: ticket.adults,
    children: ticket.children,
    companionInterprets: ticket.companion_interprets,
    doorNote: ticket.door_note,
    priorityReason: ticket.priority_reason,
    genderWish: ticket.gender_wish,
    arrivedAt: ticket.arrived_at,
    dueAt: ticket.due_at,
    state: standing.state,
    since: standing.since,
    desk: standing.desk,
    staffId: standing.staffId,
    reason: standing.reason,
    clocks: standing.clocks,
    runningClock: standing.runningClock,
    undoable: mayUndo ? { type: undoable.type, at: undoable.at, staffId: undoable.staffId } : null,
    calls: standing.calls,
    corrected: standing.corrected,
    repeatsLeft: standing.state === 'called' ? repeatsLeft(standing.calls, repeats) : 0,
    wakeAt: standing.wakeAt,
    forwardedTo: standing.forwardedTo,
    forwardWords: counting.findLast(({ type }) => type === 'forwarded')?.detail?.words ?? '',
    why:
      standing.state === 'waiting'
        ? (reasons.get(ticket.id) ?? null)
        : parseCallReason(counting.findLast(({ type }) => type === 'called')?.reason ?? null),
    promise: promisedRange(promises.get(ticket.id)),
    servableBy: servableBy(ticket, present),
    contactId: contacts.get(ticket.id) ?? null,
    ...(ticket.day === today ? {} : { leftOverFrom: ticket.day }),
  };
}
