import { z } from 'zod';
import type { Db } from '../database/handles.ts';

// Once together in a household or tied by a relation, and now neither. Rows that ended carry the instant at which it was entered.
const SEPARATED = `
  WITH me (id) AS (SELECT ?)
  SELECT theirs.person_id FROM me JOIN household_member AS mine ON mine.person_id = me.id
    JOIN household_member AS theirs ON theirs.household_id = mine.household_id AND theirs.person_id <> me.id
      AND theirs.from_on <= coalesce(mine.to_on, '9999') AND mine.from_on <= coalesce(theirs.to_on, '9999')
  UNION SELECT iif(person_id = me.id, other_id, person_id) FROM me JOIN relation ON me.id IN (person_id, other_id)
  EXCEPT SELECT theirs.person_id FROM me JOIN household_member AS mine ON mine.person_id = me.id AND mine.to_on IS NULL
    JOIN household_member AS theirs ON theirs.household_id = mine.household_id AND theirs.to_on IS NULL
  EXCEPT SELECT iif(person_id = me.id, other_id, person_id) FROM me
    JOIN relation ON me.id IN (person_id, other_id) AND to_on IS NULL`;

/**
 * Who has parted from a person: lived with them or was related to them once, and does and is no more. What is shown from the
 * one's page names none of them, not even by a shared telephone or an appointment that both had.
 */
export function separatedFrom(db: Db, personId: string): ReadonlySet<string> {
  return new Set(z.array(z.string()).parse(db.statement(SEPARATED).pluck(true).all(personId)));
}
