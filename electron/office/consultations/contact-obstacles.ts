import { v7 as uuidv7 } from 'uuid';
import type { z } from 'zod';
import { obstacleLevel } from '../../../shared/catalogue/catalogue.ts';
import type { ContactObstacle, ContactView } from '../../../shared/consultations/consultations.contract.ts';
import { standingIn } from '../../../shared/obstacles/obstacle.rules.ts';
import { type Db, run, type Tx } from '../database/handles.ts';
import { appendObstacleEvent } from '../obstacles/obstacle-events.ts';
import { type Obstacle, obstaclesInContact, openOfKind } from '../obstacles/obstacle-row.ts';
import { rule } from '../rpc/faults.ts';
import { outdateOtherTalks } from './other-talks.ts';

interface Talk {
  id: string;
  person_id: string | null;
  day: string;
}

/** What stands in the way: noticed in this talk, and brought along by its person from earlier ones. */
export function listObstacles(db: Db, contact: Talk): ContactView['obstacles'] {
  return obstaclesInContact(db, contact).map(({ obstacle, level, state, cause, noticedOn, contactId }) => ({
    obstacle,
    level,
    state,
    cause,
    since: noticedOn,
    earlier: contactId !== contact.id,
  }));
}

/**
 * Takes what a talk says of obstacles. One that stays keeps its id, so that a report does not count it as another; one
 * that the talk itself noticed and that is left out is gone; one from an earlier talk stays as it is. Throws RULE
 * cause-not-of-city when a cause is not of the city's level, or is given for one that is.
 */
export function writeObstacles(tx: Tx, contact: Talk, obstacles: readonly z.input<typeof ContactObstacle>[]): void {
  const before = new Map(obstaclesInContact(tx, contact).map((row) => [row.obstacle, row]));
  let hasChanged = false;
  for (const { obstacle, state, cause = null } of obstacles) {
    if (cause !== null && (obstacleLevel(obstacle) === 'city' || obstacleLevel(cause) !== 'city'))
      throw rule('cause-not-of-city');
    const known = before.get(obstacle);
    before.delete(obstacle);
    if (known && known.state === state && known.cause === cause) continue;
    hasChanged = true;
    if (known) say(tx, contact, known, { state, cause });
    else notice(tx, contact, { obstacle, state, cause });
  }
  for (const { id, contactId } of before.values()) {
    if (contactId !== contact.id) continue;
    hasChanged = true;
    run(tx, 'DELETE FROM person_obstacle WHERE id = ?', id);
    tx.touch({ entity: 'obstacle', id, op: 'delete' });
  }
  if (hasChanged) outdateOtherTalks(tx, contact.person_id, contact.id);
}

type Said = Pick<Obstacle, 'state' | 'cause'>;

function notice(tx: Tx, contact: Talk, { obstacle, state, cause }: Said & { obstacle: string }): void {
  const id = uuidv7();
  run(
    tx,
    'INSERT INTO person_obstacle (id, contact_id, person_id, obstacle, level, state) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    contact.id,
    contact.person_id,
    obstacle,
    obstacleLevel(obstacle),
    state,
  );
  const standing = standingIn(state, cause, contact.day);
  appendObstacleEvent(tx, { id, revision: 1 }, { type: 'noticed', contactId: contact.id, day: contact.day, standing });
}

/** The person's older ones of the same kind go the same way: it is one obstacle in their life. */
function say(tx: Tx, contact: Talk, known: Obstacle, { state, cause }: Said): void {
  const standing = standingIn(state, cause, contact.day);
  const others = contact.person_id === null ? [] : openOfKind(tx, contact.person_id, known.obstacle);
  for (const obstacle of [known, ...others.filter(({ id }) => id !== known.id)])
    appendObstacleEvent(tx, obstacle, { type: 'state', contactId: contact.id, day: contact.day, standing });
}
