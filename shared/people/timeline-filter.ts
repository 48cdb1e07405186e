import type { EmployerKind } from '../access/access.contract.ts';
import type { NoteLevel } from '../consultations/consultations.contract.ts';
import { type LocalDate, localDateOf } from '../kernel/instants.ts';
import type { TimelineEntry } from './people.contract.ts';

/** Which lines of a person's history are shown; null asks for nothing. */
export interface TimelineFilter {
  kind: TimelineEntry['kind'] | null;
  topic: string | null;
  /** Whose staff made the entry; steps are of both. */
  employer: EmployerKind | null;
  /** Notes of this level and nothing else. */
  level: NoteLevel | null;
  /** The first local day. */
  from: LocalDate | null;
}

export const NO_FILTER: TimelineFilter = { kind: null, topic: null, employer: null, level: null, from: null };

/**
 * The entries that fit all parts of the filter, in their order. A note or step has the topics of its talk, as far as the
 * talk is among the entries; a letter has none.
 */
export function filteredTimeline(entries: readonly TimelineEntry[], filter: TimelineFilter): TimelineEntry[] {
  const topics = topicsByContact(entries);
  const { kind, topic, employer, level, from } = filter;
  return entries.filter(
    (entry) =>
      (kind === null || entry.kind === kind) &&
      (level === null || (entry.kind === 'note' && entry.level === level)) &&
      (employer === null || ('employerKind' in entry && entry.employerKind === employer)) &&
      (from === null || localDateOf(entry.at) >= from) &&
      (topic === null || (topics.get(contactOf(entry) ?? '')?.has(topic) ?? false)),
  );
}

/** The topics that a filter can ask for, each once, in the order of the entries. */
export function topicsOfTimeline(entries: readonly TimelineEntry[]): string[] {
  return [...new Set([...topicsByContact(entries).values()].flatMap((topics) => [...topics]))];
}

function contactOf(entry: TimelineEntry): string | null {
  if (entry.kind === 'contact') return entry.id;
  return 'contactId' in entry ? entry.contactId : null;
}

function topicsByContact(entries: readonly TimelineEntry[]): Map<string, Set<string>> {
  return new Map(
    entries.flatMap((entry) =>
      entry.kind === 'contact' ? [[entry.id, new Set(entry.topics.map(({ topic }) => topic))]] : [],
    ),
  );
}
