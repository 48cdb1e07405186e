import { z } from 'zod';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { CHECKED_FIELDS, type CheckedField, checkedByChange } from '../../../shared/people/checked-fields.ts';
import type { PersonFields } from '../../../shared/people/people.contract.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';
import { requireStanding } from './duplicates/merges.ts';

const CheckedRow = z.strictObject({ field: z.enum(CHECKED_FIELDS), checked_on: z.string() });

/** The days of facts as a merge keeps them, to give them back. */
export const CheckedDays = z.array(z.strictObject({ field: z.enum(CHECKED_FIELDS), checkedOn: z.string() }));
export type CheckedDays = readonly { field: CheckedField; checkedOn: LocalDate }[];

/** When each fact about a person was last found right; one that nobody has checked is missing. */
export function listChecked(db: Db, personId: string): z.infer<typeof CheckedDays> {
  return listRows(
    db,
    CheckedRow,
    'SELECT field, checked_on FROM person_checked WHERE person_id = ? ORDER BY field',
    personId,
  ).map((row) => ({ field: row.field, checkedOn: row.checked_on }));
}

/** Says that these facts were asked about today and are right. Throws NOT_FOUND. */
export function markChecked(tx: Tx, personId: string, fields: readonly CheckedField[]): void {
  requireStanding(tx, personId);
  for (const field of fields) setChecked(tx, personId, field, localDateOf(tx.at));
  tx.touch({ entity: 'person-checked', id: personId, op: 'put', fields });
}

/** Sets the day on which a fact was last found right; null: nobody knows. The caller names the person in the journal. */
export function setChecked(tx: Tx, personId: string, field: CheckedField, on: LocalDate | null): void {
  if (on === null) run(tx, 'DELETE FROM person_checked WHERE person_id = ? AND field = ?', personId, field);
  else
    run(
      tx,
      `INSERT INTO person_checked (person_id, field, checked_on) VALUES (?, ?, ?)
       ON CONFLICT (person_id, field) DO UPDATE SET checked_on = excluded.checked_on`,
      personId,
      field,
      on,
    );
}

/** What was entered today was said today. `before` is null for somebody new. */
export function checkedByEntry(tx: Tx, personId: string, before: PersonFields | null, after: PersonFields): void {
  const { said, emptied } = checkedByChange(before, after);
  for (const field of said) setChecked(tx, personId, field, localDateOf(tx.at));
  for (const field of emptied) setChecked(tx, personId, field, null);
}

/**
 * What came from elsewhere was checked when it was checked there: `days` are those of the record that it came from. What did
 * not change keeps its day; of what came from nowhere, nobody knows.
 */
export function checkedByMerge(
  tx: Tx,
  personId: string,
  { before, after, days }: { before: PersonFields; after: PersonFields; days: CheckedDays },
): void {
  const { said, emptied } = checkedByChange(before, after);
  for (const field of said) setChecked(tx, personId, field, days.find((one) => one.field === field)?.checkedOn ?? null);
  for (const field of emptied) setChecked(tx, personId, field, null);
}
