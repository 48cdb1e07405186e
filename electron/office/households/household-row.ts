import { z } from 'zod';
import { flagColumn, jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';

const HouseholdRow = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    size: z.int(),
    seeks_flat: flagColumn,
    wish_districts: jsonColumn(z.array(z.string())),
  })
  .transform(({ seeks_flat: seeksFlat, wish_districts: wishDistricts, ...row }) => ({
    ...row,
    seeksFlat,
    wishDistricts,
  }));
export type Household = z.infer<typeof HouseholdRow>;

const COLUMNS = 'household.id, household.revision, size, seeks_flat, wish_districts';

/** The household that a person lives in now; null when none was entered. */
export function findHouseholdOf(db: Db, personId: string): Household | null {
  return findRow(
    db,
    HouseholdRow,
    `SELECT ${COLUMNS} FROM household JOIN household_member ON household_id = household.id WHERE person_id = ? AND to_on IS NULL`,
    personId,
  );
}

/** Households that seek a flat and in which somebody lives. */
export function listSeekingHouseholds(db: Db): Household[] {
  return listRows(
    db,
    HouseholdRow,
    `SELECT ${COLUMNS} FROM household WHERE seeks_flat = 1
      AND EXISTS (SELECT 1 FROM household_member WHERE household_id = household.id AND to_on IS NULL) ORDER BY id`,
  );
}

const MemberRow = z.strictObject({ person_id: z.string(), from_on: z.string() });

/** Who lives in a household now, with the day since when, in the order in which they came. Whoever left is not among them. */
export function listMembers(db: Db, householdId: string): { personId: string; fromOn: string }[] {
  const sql =
    'SELECT person_id, from_on FROM household_member WHERE household_id = ? AND to_on IS NULL ORDER BY from_on, rowid';
  return listRows(db, MemberRow, sql, householdId).map(({ person_id: personId, from_on: fromOn }) => ({
    personId,
    fromOn,
  }));
}
