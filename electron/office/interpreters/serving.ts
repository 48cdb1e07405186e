import type { AttemptView, TicketServing } from '../../../shared/interpreters/interpreters.contract.ts';
import {
  nextStep,
  type Present,
  type PresentStaff,
  type ServingNeed,
  type ServingStep,
  servingStaff,
  whoCanServe,
} from '../../../shared/interpreters/serving.rules.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { isOpen, standingOf } from '../../../shared/queue/ticket.rules.ts';
import { listStaff } from '../access/staff.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { eventsOfDay } from '../queue/ticket-events.ts';
import { listTickets, type Ticket } from '../queue/ticket-row.ts';
import { attemptsOfDay, triedInVain } from './attempts.ts';
import { interpreterNames } from './interpreter-row.ts';
import { presentNow } from './present.ts';

/** What a ticket needs of whoever serves it. */
export function needOf(ticket: Pick<Ticket, 'spoken' | 'understood' | 'topics' | 'gender_wish'>): ServingNeed {
  const { spoken, understood, topics, gender_wish: genderWish } = ticket;
  return { spoken, understood, topics, genderWish };
}

/** The staff present who serve the ticket alone. */
export function servableBy(
  ticket: Pick<Ticket, 'spoken' | 'understood' | 'topics' | 'gender_wish'>,
  staff: readonly PresentStaff[],
): string[] {
  return servingStaff(whoCanServe(needOf(ticket), { staff, interpreters: [], hours: [] }));
}

/** Who can serve, with only the nearest consulting hour of each kind of fit: the others say nothing more. */
export function stepsFor(need: ServingNeed, present: Present): ServingStep[] {
  const seen = new Set<string>();
  return whoCanServe(need, present).filter((step) => {
    if (step.kind !== 'appointment') return true;
    const isFirst = !seen.has(step.fit);
    seen.add(step.fit);
    return isFirst;
  });
}

/** For each open ticket of today who can serve it, what was tried, and what to try next. */
export function servingToday(db: Db, core: Core): { tickets: TicketServing[]; names: Record<string, string> } {
  const now = core.ports.clock.now();
  const day = localDateOf(now);
  const present = presentNow(db, core, now);
  const events = eventsOfDay(db, day);
  const attempts = attemptsOfDay(db, day);
  const open = listTickets(db, day).filter(({ id }) => isOpen(standingOf(events.get(id) ?? []).state));
  return {
    tickets: open.map((ticket) => servingOf(ticket, present, attempts.get(ticket.id) ?? [])),
    names: servingNames(db),
  };
}

function servingOf(ticket: Ticket, present: Present, attempts: AttemptView[]): TicketServing {
  const steps = stepsFor(needOf(ticket), present);
  return { ticketId: ticket.id, steps, next: nextStep(steps, triedInVain(attempts)), attempts };
}

/** The names of everybody whom a step can mean. */
export function servingNames(db: Db): Record<string, string> {
  const staff = listStaff(db).map(({ id, display_name: name }): [string, string] => [id, name]);
  return Object.fromEntries([...staff, ...interpreterNames(db)]);
}
