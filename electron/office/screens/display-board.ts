import { localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import {
  countingEvents,
  standingOf,
  type TicketEvent,
  type TicketKind,
  type TicketState,
} from '../../../shared/queue/ticket.rules.ts';
import { announcementLanguages } from '../../../shared/screens/announcement.rules.ts';
import type { CallView, DisplayBoard } from '../../../shared/screens/screens.contract.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { findOffice, type Office } from '../office/office-row.ts';
import { closedAt } from '../queue/queue-day.ts';
import { eventsOfDay } from '../queue/ticket-events.ts';
import { ticketLabel } from '../queue/ticket-label.ts';
import { listTickets, type Ticket } from '../queue/ticket-row.ts';
import { expectedWaits } from './expected-waits.ts';
import { screenSettings } from './screen-row.ts';

/** A call that was followed stays among the last calls; more than these nobody reads. */
const LAST_CALLS = 6;
/** Who was called and came, or did not: the call is over, and others may want to see that it was. */
const OVER: ReadonlySet<TicketState> = new Set(['appeared', 'serving', 'finished', 'missed']);

/** Who is rung up or visited does not sit in the waiting room. */
const ELSEWHERE: ReadonlySet<TicketKind> = new Set(['call-back', 'home-visit']);

/** What every display shows: who is called where, how long a wait is. Nothing in it says who somebody is or why they came. */
export function displayBoard(db: Db, core: Core): DisplayBoard {
  const now = core.ports.clock.now();
  const day = localDateOf(now);
  const office = findOffice(db);
  const events = eventsOfDay(db, day);
  const calls: CallView[] = [];
  let waiting = 0;
  for (const ticket of listTickets(db, day)) {
    if (ELSEWHERE.has(ticket.kind)) continue;
    const own = events.get(ticket.id) ?? [];
    const { state } = standingOf(own);
    if (state === 'waiting') waiting += 1;
    const call = state === 'called' || OVER.has(state) ? callOf(ticket, own, office, state === 'called') : null;
    if (call) calls.push(call);
  }
  calls.sort((a, b) => b.calledAt.localeCompare(a.calledAt) || b.number - a.number);
  const over = calls.filter(({ active }) => !active).slice(0, LAST_CALLS);
  return {
    now,
    day,
    time: localTimeOf(now),
    officeName: office.name,
    closedAt: closedAt(db, day),
    calls: [...calls.filter(({ active }) => active), ...over],
    waiting,
    waits: expectedWaits(db, core, null),
    text: screenSettings(db).displayText,
  };
}

/** The newest call that counts; null when somebody was served without a call, or at no desk. */
function callOf(ticket: Ticket, events: readonly TicketEvent[], office: Office, active: boolean): CallView | null {
  const counting = countingEvents(events);
  const calledIndex = counting.findLastIndex(({ type }) => type === 'called');
  const called = counting[calledIndex];
  if (!called || called.desk === null) return null;
  const recalls = counting.slice(calledIndex + 1).filter(({ type }) => type === 'recalled');
  const newest = recalls.at(-1) ?? called;
  return {
    key: `${ticket.number}-${newest.sequence}`,
    number: ticket.number,
    label: ticketLabel(office.ticket_letter, ticket.number),
    desk: newest.desk ?? called.desk,
    languages: announcementLanguages(ticket, recalls.length, {
      languages: office.languages,
      repeats: office.call_repeats,
    }),
    calledAt: newest.at,
    repetition: recalls.length,
    active,
  };
}
