import { z } from 'zod';
import { escapeHtml } from '../../../shared/languages/markup.ts';
import {
  CORRECTED_FIELDS,
  type CorrectedField,
  type OutdatedLetter,
} from '../../../shared/letters/corrections.contract.ts';
import { germanBirth, germanPhone } from '../../../shared/letters/german-formats.ts';
import { nameForLetter } from '../../../shared/letters/name-for-letter.ts';
import type { PersonFields } from '../../../shared/people/people.contract.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';
import { listLetters } from './list-letters.ts';

/** How each field stands in a letter; a name also in its parts, as a sentence has them. Shorter words are found anywhere. */
const LEAST_LETTERS = 3;
const wordsOf: Readonly<Record<CorrectedField, (person: PersonFields) => string[]>> = {
  name: (person) => [nameForLetter(person) ?? '', person.familyName, person.givenName],
  bornOn: ({ bornOn, birthPrecision }) => (bornOn === null ? [] : [germanBirth(bornOn, birthPrecision ?? 'day')]),
  phone: ({ phone }) => [germanPhone(phone)],
  email: ({ email }) => [email],
  district: ({ district }) => (district === null ? [] : [district]),
};

const PrintedRow = z.strictObject({ id: z.string(), html: z.string() });
const PRINTED = "SELECT id, html FROM letter WHERE person_id = ? AND state <> 'void'";

/**
 * Looks through a person's letters after a change: which of them carry a value that is no longer right, and which no longer
 * do, since the value was put back. Only the field is kept; the value stands in the letter alone.
 */
export function markOldValues(tx: Tx, personId: string, before: PersonFields, after: PersonFields): void {
  const changed = CORRECTED_FIELDS.filter(
    (field) => JSON.stringify(wordsOf[field](before)) !== JSON.stringify(wordsOf[field](after)),
  );
  if (changed.length === 0) return;
  for (const { id, html } of listRows(tx, PrintedRow, PRINTED, personId)) {
    const text = html.replaceAll('<wbr>', '');
    const carries = (words: readonly string[]) =>
      words.some((word) => word.length >= LEAST_LETTERS && text.includes(escapeHtml(word)));
    for (const field of changed) {
      const kept = wordsOf[field](after);
      const gone = wordsOf[field](before).filter((word) => !kept.includes(word));
      if (carries(gone)) {
        run(
          tx,
          'INSERT INTO letter_old_value (letter_id, field, found_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
          id,
          field,
          tx.at,
        );
      } else if (carries(kept)) run(tx, 'DELETE FROM letter_old_value WHERE letter_id = ? AND field = ?', id, field);
    }
  }
}

const OldRow = z.strictObject({ letter_id: z.string(), field: z.enum(CORRECTED_FIELDS) });
const OLD = `SELECT letter_id, field FROM letter_old_value JOIN letter ON letter.id = letter_id WHERE person_id = ? AND state <> 'void'`;

/** A person's letters in which an old value stands, the newest first. */
export function listOutdatedLetters(db: Db, personId: string): OutdatedLetter[] {
  const rows = Map.groupBy(listRows(db, OldRow, OLD, personId), (row) => row.letter_id);
  if (rows.size === 0) return [];
  return listLetters(db, { personId, contactId: null }).flatMap(({ id, subject, partnerName, writtenAt }) => {
    const fields = CORRECTED_FIELDS.filter((field) => rows.get(id)?.some((row) => row.field === field));
    return fields.length === 0 ? [] : { id, subject, partnerName, writtenAt, fields };
  });
}

/** No longer points a letter out. Throws NOT_FOUND when it carries no old value. */
export function settleOldValues(tx: Tx, letterId: string): void {
  if (run(tx, 'DELETE FROM letter_old_value WHERE letter_id = ?', letterId) === 0) throw notFound();
  tx.touch({ entity: 'letter', id: letterId, op: 'put', fields: ['oldValues'] });
}
