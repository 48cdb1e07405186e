import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { obstacleLevel } from '../../../shared/catalogue/catalogue.ts';
import { type ContactView, OBSTACLE_STATES } from '../../../shared/consultations/consultations.contract.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';

type ContactObstacle = ContactView['obstacles'][number];

const ObstacleRow = z.strictObject({
  id: z.string(),
  obstacle: z.string(),
  level: z.enum(['person', 'city']),
  state: z.enum(OBSTACLE_STATES),
});

function rowsOf(db: Db, contactId: string) {
  const sql = 'SELECT id, obstacle, level, state FROM person_obstacle WHERE contact_id = ? ORDER BY id';
  return listRows(db, ObstacleRow, sql, contactId);
}

/** What stood in the way, as it was entered. */
export function listObstacles(db: Db, contactId: string): ContactObstacle[] {
  return rowsOf(db, contactId).map(({ id: _, ...obstacle }) => obstacle);
}

/** Replaces a contact's obstacles. One that stays keeps its id, so that a report does not count it as another. */
export function writeObstacles(
  tx: Tx,
  contactId: string,
  obstacles: readonly Pick<ContactObstacle, 'obstacle' | 'state'>[],
): void {
  const before = new Map(rowsOf(tx, contactId).map((row) => [row.obstacle, row]));
  for (const { obstacle, state } of obstacles) {
    const known = before.get(obstacle);
    before.delete(obstacle);
    if (known?.state === state) continue;
    const id = known?.id ?? uuidv7();
    if (known) run(tx, 'UPDATE person_obstacle SET state = ? WHERE id = ?', state, id);
    else {
      run(
        tx,
        'INSERT INTO person_obstacle (id, contact_id, obstacle, level, state) VALUES (?, ?, ?, ?, ?)',
        id,
        contactId,
        obstacle,
        obstacleLevel(obstacle),
        state,
      );
    }
    tx.touch({ entity: 'obstacle', id, op: 'put', fields: ['state'] });
  }
  for (const { id } of before.values()) {
    run(tx, 'DELETE FROM person_obstacle WHERE id = ?', id);
    tx.touch({ entity: 'obstacle', id, op: 'delete' });
  }
}
