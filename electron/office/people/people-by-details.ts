import type { SearchTerms } from '../../../shared/people/person-keys.rules.ts';
import type { Db } from '../database/handles.ts';
import type { MatchedPerson } from './match-people.ts';

/** A date of birth before a year, a year before a phone number. */
const BY_KEY = `SELECT person_id, max(CASE WHEN key = ? THEN 1 WHEN source = 'birth' THEN 0.9 ELSE 0.8 END) FROM person_key AS found
  WHERE key >= ? AND key < ? || char(1114111)`;
const ALSO =
  ' AND EXISTS (SELECT 1 FROM person_key WHERE person_id = found.person_id AND key >= ? AND key < ? || char(1114111))';

/** People found by birth or phone alone, the newest first among equals. */
export function peopleByDetails(db: Db, terms: SearchTerms, most: number): MatchedPerson[] {
  const [first, ...others] = terms.birth === null ? terms.digits : [terms.birth.slice(0, 4), ...terms.digits];
  if (first === undefined) return [];
  const sql = `${BY_KEY}${ALSO.repeat(others.length)} GROUP BY person_id ORDER BY 2 DESC, person_id DESC LIMIT ?`;
  const exact = terms.birth ?? first;
  const values = [exact, first, first, ...others.flatMap((key) => [key, key]), most];
  const rows = db
    .statement(sql)
    .raw(true)
    .all(...values);
  return rows.map((row) => {
    // The two columns of the statement.
    const [personId, score] = row as [string, number];
    return { personId, score, name: null };
  });
}

/** Whose ticket of that day bears the number; null when there is none or nobody is named on it. */
export function personOfTicket(db: Db, ticket: { letter: string; number: number }, day: string): string | null {
  const prefix = db.statement('SELECT ticket_letter FROM office').pluck(true).get();
  if (ticket.letter !== '' && ticket.letter !== prefix) return null;
  const id = db
    .statement('SELECT person_id FROM ticket WHERE day = ? AND number = ? AND person_id IS NOT NULL')
    .pluck(true)
    .get(day, ticket.number);
  return typeof id === 'string' ? id : null;
}
