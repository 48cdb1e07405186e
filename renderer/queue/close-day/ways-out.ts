import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import type { LeavingReason } from '../reasons.ts';

/** How an open ticket ends at the close of day: first what the person gets, then why they got nothing. */
export const WAYS = ['slip', 'appointment', 'call-back', 'come-again', 'turned-away', 'gave-up'] as const;
export type WayOut = (typeof WAYS)[number];

export interface WayOutDetails {
  way: WayOut;
  /** Local day and wall time of the call or appointment. */
  day?: string;
  from?: string;
  /** The number to call. */
  reach?: string;
}

interface Resolution {
  ticketId: string;
  revision: number;
  reason: LeavingReason;
  instead:
    | { kind: 'slip' }
    | { kind: 'call-back'; day: string; from: string; reach: string }
    | { kind: 'appointment'; day: string; from: string }
    | null;
}

/** The resolution of a ticket as the office wants it; null as long as something is missing. */
export function resolutionOf(
  ticket: Pick<TicketView, 'id' | 'revision'>,
  details: WayOutDetails | undefined,
): Resolution | null {
  if (!details) return null;
  const on = { ticketId: ticket.id, revision: ticket.revision };
  const { way, day = '', from = '', reach = '' } = details;
  if (way === 'slip') return { ...on, reason: 'come-again', instead: { kind: 'slip' } };
  if (way !== 'call-back' && way !== 'appointment') return { ...on, reason: way, instead: null };
  if (day === '' || from === '') return null;
  if (way === 'appointment') return { ...on, reason: 'come-again', instead: { kind: 'appointment', day, from } };
  return reach.trim() === '' ? null : { ...on, reason: 'come-again', instead: { kind: 'call-back', day, from, reach } };
}
