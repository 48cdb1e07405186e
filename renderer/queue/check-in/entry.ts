import type { z } from 'zod';
import type { CheckIn, TicketView } from '../../../shared/queue/queue.contract.ts';

/** What is being entered at the door; becomes a ticket only with a language. */
export interface CheckInEntry {
  kind: TicketView['kind'];
  spoken: string | null;
  /** Null: as spoken. */
  understood: string | null;
  read: string | null;
  topics: readonly string[];
  person: { id: string; name: string } | null;
  adults: number;
  children: number;
  doorNote: string;
  priorityReason: string | null;
  /** Wants to talk with a woman or with a man. */
  genderWish: 'w' | 'm' | null;
  lane: TicketView['lane'];
  /** Who of those who came along interprets. */
  companionInterprets: TicketView['companionInterprets'];
  /** The code of a slip "first next time". */
  returnCode: string | null;
}

/** Nobody is asked for anything but a language. */
export const EMPTY_ENTRY: CheckInEntry = {
  kind: 'walk-in',
  spoken: null,
  understood: null,
  read: null,
  topics: [],
  person: null,
  adults: 0,
  children: 0,
  doorNote: '',
  priorityReason: null,
  genderWish: null,
  lane: 'counter',
  companionInterprets: null,
  returnCode: null,
};

/** The contract's limit of topics on one ticket. */
export const MOST_TOPICS = 8;

/** What was entered for a ticket that exists, for correcting it. */
export function entryOf(ticket: TicketView): CheckInEntry {
  return {
    kind: ticket.kind,
    spoken: ticket.spoken,
    understood: ticket.understood === ticket.spoken ? null : ticket.understood,
    read: ticket.read === ticket.spoken ? null : ticket.read,
    topics: ticket.topics,
    person: ticket.person,
    adults: ticket.adults,
    children: ticket.children,
    doorNote: ticket.doorNote,
    priorityReason: ticket.priorityReason,
    genderWish: ticket.genderWish,
    lane: ticket.lane,
    companionInterprets: ticket.companionInterprets,
    returnCode: null,
  };
}

/** Adds the topic, or takes it away when it is there; beyond the limit nothing changes. */
export function toggleTopic(topics: readonly string[], id: string): readonly string[] {
  if (topics.includes(id)) return topics.filter((topic) => topic !== id);
  return topics.length >= MOST_TOPICS ? topics : [...topics, id];
}

/** The input of queue.checkIn and queue.change; null without a language. */
export function checkInOf(entry: CheckInEntry): Omit<z.output<typeof CheckIn>, 'requestId'> | null {
  if (entry.spoken === null) return null;
  return {
    kind: entry.kind,
    spoken: entry.spoken,
    understood: entry.understood,
    read: entry.read,
    topics: [...entry.topics],
    personId: entry.person?.id ?? null,
    adults: entry.adults,
    children: entry.children,
    doorNote: entry.doorNote.trim(),
    priorityReason: entry.priorityReason,
    genderWish: entry.genderWish,
    lane: entry.lane,
    dueAt: null,
    companionInterprets: entry.companionInterprets,
    // Half a code is none.
    returnCode: entry.returnCode?.length === 4 ? entry.returnCode : null,
  };
}
