import { z } from 'zod';
import { matchesWords } from '../../../shared/kernel/matches-words.ts';
import { type Db, listRows } from '../database/handles.ts';
import { listPartners } from '../partners/partner-row.ts';
import { displayNames } from '../people/person-row.ts';

const Row = z.strictObject({
  id: z.string(),
  subject: z.string(),
  person_id: z.string().nullable(),
  partner_id: z.string(),
});

/** Older letters are found on the page of their person. */
const LETTERS_LOOKED_AT = 2000;

/** The newest letters whose subject, person and partner have every word, at most `most`. */
export function findLetters(db: Db, words: string, most: number) {
  const sql = `SELECT id, subject, person_id, partner_id FROM letter ORDER BY id DESC LIMIT ${LETTERS_LOOKED_AT}`;
  const rows = listRows(db, Row, sql);
  const names = displayNames(db, [...new Set(rows.flatMap((row) => row.person_id ?? []))]);
  const partners = new Map(listPartners(db).map((partner) => [partner.id, partner.name]));
  return rows
    .map((row) => ({
      id: row.id,
      subject: row.subject,
      personName: row.person_id === null ? null : (names.get(row.person_id) ?? ''),
      partnerName: partners.get(row.partner_id) ?? '',
    }))
    .filter((letter) => matchesWords(`${letter.subject} ${letter.personName ?? ''} ${letter.partnerName}`, words))
    .slice(0, most);
}
