import type { ContactPut } from '../../../../shared/bundle/records/contact.ts';
import { centralIdOf } from '../../../../shared/catalogue/own-ids.ts';

/** The city knows the central catalogue alone: what an office added counts as what it belongs to. */
export function centralEntry<T extends string | null>(id: T): T {
  // A central id is a string where there was one, and null stays null.
  return (id === null ? null : centralIdOf(id)) as T;
}

/** The topics of a JSON list of catalogue ids, each central one once; the table checks that it is JSON, the record's schema the rest. */
export function centralTopics(json: string): string[] {
  return [...new Set((JSON.parse(json) as string[]).map(centralIdOf))];
}

/** The schema's bound: how many times one topic can be asked for in a talk. */
const MOST_TIMES = 20;

/**
 * The topics of a talk, each central one once: what belongs together adds up. Where the results differ, the first stands,
 * as the talk has it in its order.
 */
export function centralTopicsOfTalk(
  topics: readonly { topic: string; result: string | null; quantity: number }[],
): ContactPut['topics'] {
  return [...Map.groupBy(topics, ({ topic }) => centralIdOf(topic))].map(([id, of]) => ({
    id,
    result: centralEntry(of.find(({ result }) => result !== null)?.result ?? null),
    quantity: Math.min(
      MOST_TIMES,
      of.reduce((sum, { quantity }) => sum + quantity, 0),
    ),
  }));
}
