import { z } from 'zod';
import type { ObstacleStanding } from '../../../shared/obstacles/obstacle.rules.ts';
import { type Holds, OBSTACLE_STATES } from '../../../shared/obstacles/obstacles.contract.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';

const EventRow = z
  .strictObject({
    type: z.enum(['noticed', 'state', 'asked', 'undone']),
    state: z.enum(OBSTACLE_STATES),
    cause: z.string().nullable(),
    ended_on: z.string().nullable(),
    ask_on: z.string().nullable(),
  })
  .transform(({ ended_on: endedOn, ask_on: askOn, ...row }) => ({ ...row, endedOn, askOn }));
export type ObstacleEvent = z.infer<typeof EventRow>;

/** What was said of an obstacle, oldest first, each with where it stood then. */
export function listObstacleEvents(db: Db, obstacleId: string): ObstacleEvent[] {
  return listRows(
    db,
    EventRow,
    'SELECT type, state, cause, ended_on, ask_on FROM obstacle_event WHERE obstacle_id = ? ORDER BY sequence',
    obstacleId,
  );
}

/** Appends what was said and lets the obstacle stand there. Returns its new revision. */
export function appendObstacleEvent(
  tx: Tx,
  obstacle: { id: string; revision: number },
  event: {
    type: ObstacleEvent['type'];
    contactId: string | null;
    day: string;
    standing: ObstacleStanding;
    holds?: Holds;
  },
): { id: string; revision: number } {
  const { state, cause, endedOn, askOn } = event.standing;
  const revision = event.type === 'noticed' ? obstacle.revision : obstacle.revision + 1;
  run(
    tx,
    `INSERT INTO obstacle_event (obstacle_id, sequence, type, contact_id, day, state, cause, ended_on, ask_on, holds)
      SELECT ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ? FROM obstacle_event WHERE obstacle_id = ?`,
    obstacle.id,
    event.type,
    event.contactId,
    event.day,
    state,
    cause,
    endedOn,
    askOn,
    event.holds ?? null,
    obstacle.id,
  );
  run(
    tx,
    'UPDATE person_obstacle SET state = ?, cause = ?, ended_on = ?, ask_on = ?, revision = ? WHERE id = ?',
    state,
    cause,
    endedOn,
    askOn,
    revision,
    obstacle.id,
  );
  tx.touch({ entity: 'obstacle', id: obstacle.id, op: 'put', fields: ['state', 'cause'], revision });
  return { id: obstacle.id, revision };
}

/**
 * The talk is nobody's or another one's now, and what was noticed in it goes along: neither that nor what the talk said of
 * obstacles from elsewhere leads from the one to the other.
 */
export function cutObstaclesFromPerson(tx: Tx, contactId: string): void {
  run(
    tx,
    `UPDATE obstacle_event SET contact_id = NULL WHERE contact_id = ?
      AND obstacle_id IN (SELECT id FROM person_obstacle WHERE contact_id <> ?)`,
    contactId,
    contactId,
  );
  run(
    tx,
    `UPDATE obstacle_event SET contact_id = NULL WHERE contact_id <> ?
      AND obstacle_id IN (SELECT id FROM person_obstacle WHERE contact_id = ?)`,
    contactId,
    contactId,
  );
}
