import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { foldName } from '../../../shared/kernel/fold-name.ts';
import { PSEUDONYM_COUNT, pseudonymOf } from '../../../shared/people/pseudonym.rules.ts';
import type { Db } from '../database/handles.ts';

/** Whether somebody else is called by this pseudonym already, whatever the capitals and accents. */
export function isPseudonymTaken(db: Db, pseudonym: string, personId: string | null): boolean {
  return takenPseudonyms(db, personId).has(foldName(pseudonym));
}

/** A pseudonym that nobody has, at random: the next in a row would tell how many there are. */
export function freePseudonym(db: Db): string {
  const taken = takenPseudonyms(db, null);
  const start = randomInt(PSEUDONYM_COUNT);
  for (let offset = 0; offset < PSEUDONYM_COUNT; offset += 1) {
    const pseudonym = pseudonymOf((start + offset) % PSEUDONYM_COUNT);
    if (!taken.has(foldName(pseudonym))) return pseudonym;
  }
  // All are given out: a longer number makes another one.
  return `${pseudonymOf(start)}${randomInt(100, 1000)}`;
}

/** Pseudonyms in use, and those that somebody had before they said their name: a slip with one may still be about. */
function takenPseudonyms(db: Db, exceptOf: string | null): Set<string> {
  const sql = `SELECT pseudonym FROM person WHERE pseudonym <> '' AND id IS NOT ?
    UNION SELECT pseudonym FROM former_name WHERE pseudonym <> '' AND person_id IS NOT ?`;
  const rows = z.array(z.string()).parse(db.statement(sql).pluck(true).all(exceptOf, exceptOf));
  return new Set(rows.map(foldName));
}
