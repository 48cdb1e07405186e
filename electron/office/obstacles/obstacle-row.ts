import { z } from 'zod';
import type { ObstacleStanding } from '../../../shared/obstacles/obstacle.rules.ts';
import { OBSTACLE_STATES } from '../../../shared/obstacles/obstacles.contract.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const ObstacleRow = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    contact_id: z.string(),
    person_id: z.string().nullable(),
    obstacle: z.string(),
    level: z.enum(['person', 'city']),
    state: z.enum(OBSTACLE_STATES),
    cause: z.string().nullable(),
    ended_on: z.string().nullable(),
    ask_on: z.string().nullable(),
    noticed_on: z.string(),
  })
  .transform((row) => ({
    id: row.id,
    revision: row.revision,
    contactId: row.contact_id,
    personId: row.person_id,
    obstacle: row.obstacle,
    level: row.level,
    state: row.state,
    cause: row.cause,
    endedOn: row.ended_on,
    askOn: row.ask_on,
    noticedOn: row.noticed_on,
  }));
/** What stands or stood in somebody's way, with where it was noticed. */
export type Obstacle = z.infer<typeof ObstacleRow> & ObstacleStanding;

const SELECT = `SELECT person_obstacle.id, person_obstacle.revision, contact_id, person_obstacle.person_id, obstacle, person_obstacle.level, person_obstacle.state,
    cause, ended_on, ask_on, contact.day AS noticed_on
  FROM person_obstacle JOIN contact ON contact.id = contact_id`;

/** One obstacle. Throws NOT_FOUND. */
export function getObstacle(db: Db, id: string): Obstacle {
  const obstacle = findRow(db, ObstacleRow, `${SELECT} WHERE person_obstacle.id = ?`, id);
  if (!obstacle) throw notFound();
  return obstacle;
}

/**
 * What a talk has to do with: noticed in it, and of its person what is open or changed in it. An obstacle that the talk
 * noticed itself stands for an older one of the same kind.
 */
export function obstaclesInContact(db: Db, contact: { id: string; person_id: string | null }): Obstacle[] {
  const own = listRows(db, ObstacleRow, `${SELECT} WHERE contact_id = ? ORDER BY person_obstacle.id`, contact.id);
  if (contact.person_id === null) return own;
  const names = new Set(own.map(({ obstacle }) => obstacle));
  const earlier = listRows(
    db,
    ObstacleRow,
    `${SELECT} WHERE person_obstacle.person_id = ? AND contact_id <> ?
        AND (state = 'open' OR person_obstacle.id IN (SELECT obstacle_id FROM obstacle_event WHERE obstacle_event.contact_id = ?))
      ORDER BY person_obstacle.id DESC`,
    contact.person_id,
    contact.id,
    contact.id,
  );
  for (const obstacle of earlier) {
    if (names.has(obstacle.obstacle)) continue;
    names.add(obstacle.obstacle);
    own.push(obstacle);
  }
  return own;
}

/** All of a person's obstacles of one kind that are still open. */
export function openOfKind(db: Db, personId: string, kind: string): Obstacle[] {
  const sql = `${SELECT} WHERE person_obstacle.person_id = ? AND obstacle = ? AND state = 'open'`;
  return listRows(db, ObstacleRow, sql, personId, kind);
}

/** What ended so long ago that somebody should ask, up to and on the day; of people with a name only: nobody else can be asked. */
export function obstaclesToAsk(db: Db, until: string): Obstacle[] {
  const sql = `${SELECT} WHERE ask_on <= ? AND person_obstacle.person_id IS NOT NULL ORDER BY ask_on, person_obstacle.id`;
  return listRows(db, ObstacleRow, sql, until);
}
