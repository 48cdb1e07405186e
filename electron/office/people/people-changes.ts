import type { Db } from '../database/handles.ts';

/** How far somebody who holds people in memory has followed them. */
export interface FollowedTo {
  /** 0: nothing has changed yet. */
  change: number;
  /** Tells a change from one that was rolled back and whose number was given again. */
  mark: string;
}

/** The newest change of what people are found and compared by. */
export function newestPeopleChange(db: Db): FollowedTo {
  const newest = db
    .statement('SELECT change, mark FROM person_name_change ORDER BY change DESC LIMIT 1')
    .raw(true)
    // The two columns of a STRICT table.
    .get() as [number, string] | undefined;
  return { change: newest?.[0] ?? 0, mark: newest?.[1] ?? '' };
}

/** Whether the database still knows the change; if not, it is of another state, and everybody is read anew. */
export function knowsChange(db: Db, { change, mark }: FollowedTo): boolean {
  if (change === 0) return true;
  return db.statement('SELECT mark FROM person_name_change WHERE change = ?').pluck(true).get(change) === mark;
}

/** Who has changed since, in order: created, changed, or gone. */
export function peopleChangedAfter(db: Db, { change }: FollowedTo): { to: FollowedTo; personId: string }[] {
  const rows = db
    .statement('SELECT change, mark, person_id FROM person_name_change WHERE change > ? ORDER BY change')
    .raw(true)
    // The columns of a STRICT table.
    .all(change) as [number, string, string][];
  return rows.map(([at, mark, personId]) => ({ to: { change: at, mark }, personId }));
}
