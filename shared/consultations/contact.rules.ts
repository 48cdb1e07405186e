/** The most minutes that a contact can have: a ticket that nobody finished overnight is no talk of twenty hours. */
export const MOST_MINUTES = 600;

/** Minutes of a talk from the milliseconds of the ticket's clock: begun minutes count, none lasted none. */
export function minutesOfService(serviceMs: number): number {
  return Math.min(MOST_MINUTES, Math.ceil(serviceMs / 60_000));
}

/** What keeps a contact from being finished; null when nothing does. A prefilled topic has no result and so never counts by itself. */
export function topicsProblem(
  topics: readonly { result: string | null }[],
): 'no-topic' | 'topic-without-result' | null {
  if (topics.length === 0) return 'no-topic';
  return topics.some((topic) => topic.result === null) ? 'topic-without-result' : null;
}

/** Whether a value occurs twice. */
export function hasDuplicate(values: readonly string[]): boolean {
  return new Set(values).size < values.length;
}
