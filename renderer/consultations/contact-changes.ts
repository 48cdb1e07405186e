import { obstacleLevel } from '../../shared/catalogue/catalogue.ts';
import type { ContactView } from '../../shared/consultations/consultations.contract.ts';
import type { LocalDate } from '../../shared/kernel/instants.ts';
import type { ObstacleState } from '../../shared/obstacles/obstacles.contract.ts';

/** What the talk's screen can change of a contact; what is left out stays. */
export interface ContactPatch {
  person?: ContactView['person'];
  medium?: ContactView['medium'];
  interpreterMode?: ContactView['interpreterMode'];
  interpreterSworn?: boolean;
  place?: ContactView['place'];
  topics?: ContactView['topics'];
  obstacles?: ContactView['obstacles'];
}

/** The contact as it will be once the office has taken the patches in. */
export function withPatches(contact: ContactView, patches: readonly ContactPatch[]): ContactView {
  return patches.reduce<ContactView>((view, patch) => ({ ...view, ...patch, ...touchedBy(patch) }), contact);
}

/** What somebody has chosen is no longer only taken over. */
function touchedBy(patch: ContactPatch): Partial<ContactView> {
  return {
    ...(patch.medium === undefined ? {} : { mediumPrefilled: false }),
    ...(patch.place === undefined ? {} : { placePrefilled: false }),
    ...(patch.interpreterMode === undefined ? {} : { interpreterPrefilled: false }),
  };
}

/** The topics with one more, at the end and without a result; unchanged when it is there. */
export function withTopic(topics: ContactView['topics'], topic: string): ContactView['topics'] {
  return topics.some((one) => one.topic === topic) ? topics : [...topics, { topic, result: null, quantity: 1 }];
}

/** The topics without this one. */
export function withoutTopic(topics: ContactView['topics'], topic: string): ContactView['topics'] {
  return topics.filter((one) => one.topic !== topic);
}

/** How often the topic came up in this visit, 1 to 20. */
export function withQuantity(topics: ContactView['topics'], topic: string, quantity: number): ContactView['topics'] {
  const within = Math.min(20, Math.max(1, Math.round(quantity)));
  return topics.map((one) => (one.topic === topic ? { ...one, quantity: within } : one));
}

/** Sets a topic's result; the same result again takes it away, as a second press on a chip does everywhere. */
export function withResult(topics: ContactView['topics'], topic: string, result: string): ContactView['topics'] {
  return topics.map((one) => (one.topic === topic ? { ...one, result: one.result === result ? null : result } : one));
}

/** Adds the obstacle as open, or takes it away when this talk noticed it; one from an earlier talk stays. */
export function toggleObstacle(
  obstacles: ContactView['obstacles'],
  obstacle: string,
  today: LocalDate,
): ContactView['obstacles'] {
  const known = obstacles.find((one) => one.obstacle === obstacle);
  if (known) return known.earlier ? obstacles : obstacles.filter((one) => one !== known);
  const level = obstacleLevel(obstacle);
  return [...obstacles, { obstacle, level, state: 'open', cause: null, since: today, earlier: false }];
}

/** How an obstacle of the list stands now. */
export function withObstacleState(
  obstacles: ContactView['obstacles'],
  obstacle: string,
  state: ObstacleState,
): ContactView['obstacles'] {
  return obstacles.map((one) => (one.obstacle === obstacle ? { ...one, state } : one));
}

/** Says what in the city causes it; null: nothing that is known. */
export function withCause(
  obstacles: ContactView['obstacles'],
  obstacle: string,
  cause: string | null,
): ContactView['obstacles'] {
  return obstacles.map((one) => (one.obstacle === obstacle ? { ...one, cause } : one));
}

/** What keeps the talk from being finished, in the order in which the screen goes to it. */
export type Missing = { kind: 'no-topic' } | { kind: 'no-result'; topic: string } | { kind: 'draft' };

/** Everything that keeps the talk from being finished, first things first; empty: nothing does. */
export function missingForFinish(contact: Pick<ContactView, 'topics'>, hasDraft: boolean): Missing[] {
  const missing: Missing[] = [];
  if (contact.topics.length === 0) missing.push({ kind: 'no-topic' });
  for (const { topic, result } of contact.topics) if (result === null) missing.push({ kind: 'no-result', topic });
  if (hasDraft) missing.push({ kind: 'draft' });
  return missing;
}
