/**
 * The id of an entry that an office added: `own.<central id>.<16 hex digits>`, of a step phrase `own.step.<16 hex digits>`.
 * It names its parent, so that whoever knows the central part alone (a report, a pictogram, a rule) can do with it what it
 * does with the parent. The dot keeps it apart from central ids, which have none.
 */
const OWN_ID = /^own\.([a-z][a-z0-9-]*)\.[0-9a-f]{16}$/;
/** Stands in the id of an added step phrase, which has no parent. */
export const NO_PARENT = 'step';

/** Whether an office added the entry with this id. */
export function isOwnId(id: string): boolean {
  return OWN_ID.test(id);
}

/** The central entry that this one belongs to; a central id is its own. */
export function centralIdOf(id: string): string {
  return OWN_ID.exec(id)?.[1] ?? id;
}

/** Whether a list that speaks of topics speaks of this one: by itself, or of what it belongs to. */
export function speaksOf(topics: readonly string[], topic: string): boolean {
  return topics.includes(topic) || topics.includes(centralIdOf(topic));
}
