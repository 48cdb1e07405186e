import { z } from 'zod';
import { EmployerKind } from '../../../shared/access/access.contract.ts';
import { ROLES, type Role } from '../../../shared/access/rights.ts';
import { flagColumn, jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows, run, type Tx } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const StaffRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  employer_id: z.string(),
  employer_kind: EmployerKind,
  employer_name: z.string(),
  display_name: z.string(),
  roles: jsonColumn(z.array(z.enum(ROLES))),
  languages: jsonColumn(z.array(z.string())),
  basic_languages: jsonColumn(z.array(z.string())),
  reads_languages: jsonColumn(z.array(z.string())),
  gender: z.enum(['w', 'm', 'd']).nullable(),
  active: flagColumn,
});
export type Staff = z.infer<typeof StaffRow>;

const SELECT = `SELECT staff.id, staff.revision, employer_id, employer.kind AS employer_kind, letterhead ->> '$.name' AS employer_name,
  display_name, roles, languages, basic_languages, reads_languages, gender, active FROM staff JOIN employer ON employer.id = staff.employer_id`;

/** All members of staff, also those who left, by name. */
export function listStaff(db: Db): Staff[] {
  return listRows(db, StaffRow, `${SELECT} ORDER BY display_name`);
}

/** One member of staff; null when there is none. */
export function findStaff(db: Db, id: string): Staff | null {
  return findRow(db, StaffRow, `${SELECT} WHERE staff.id = ?`, id);
}

/** One member of staff. Throws NOT_FOUND. */
export function getStaff(db: Db, id: string): Staff {
  const staff = findStaff(db, id);
  if (!staff) throw notFound();
  return staff;
}

/** Marks somebody as one who has left. Throws NOT_FOUND. */
export function markAsLeft(tx: Tx, id: string): void {
  const { revision } = getStaff(tx, id);
  run(tx, 'UPDATE staff SET active = 0, revision = revision + 1 WHERE id = ?', id);
  tx.touch({ entity: 'staff', id, op: 'put', fields: ['active'], revision: revision + 1 });
}

/** How many active members of staff hold the role. */
export function countActive(db: Db, role: Role): number {
  return listStaff(db).filter((staff) => staff.active && staff.roles.includes(role)).length;
}
