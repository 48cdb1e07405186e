import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { TICKET_KINDS, type TicketKind } from '../../shared/queue/ticket.rules.ts';
import { clockMinutes } from './ticket-time.ts';

export interface StreamAverage {
  kind: TicketKind;
  waiting: number;
  /** Mean minutes waited by those who were called or helped today; null while nobody was. */
  averageMinutes: number | null;
}

/**
 * How long each stream waits by itself. Who has a time waits from that time on, not from their early arrival (as ZMS
 * counts it): otherwise punctual people would make appointments look slow.
 */
export function streamAverages(tickets: readonly TicketView[], nowMs: number): StreamAverage[] {
  const today = tickets.filter(({ leftOverFrom, state }) => leftOverFrom === undefined && state !== 'void');
  return TICKET_KINDS.flatMap((kind) => {
    const ofKind = today.filter((ticket) => ticket.kind === kind);
    if (ofKind.length === 0) return [];
    const helped = ofKind.filter(({ state }) => state !== 'waiting' && state !== 'left' && state !== 'parked');
    const minutes = helped.map((ticket) => waited(ticket, nowMs));
    return {
      kind,
      waiting: ofKind.filter(({ state }) => state === 'waiting').length,
      averageMinutes:
        minutes.length === 0 ? null : Math.round(minutes.reduce((sum, one) => sum + one, 0) / minutes.length),
    };
  });
}

function waited(ticket: TicketView, nowMs: number): number {
  const early =
    ticket.dueAt === null ? 0 : Math.max(0, Date.parse(ticket.dueAt) - Date.parse(ticket.arrivedAt)) / 60_000;
  return Math.max(0, clockMinutes(ticket, 'waitingMs', nowMs) - early);
}
