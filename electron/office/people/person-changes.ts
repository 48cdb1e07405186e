import { z } from 'zod';
import type { PersonChange } from '../../../shared/people/people.contract.ts';
import { listStaff } from '../access/staff.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, listRows } from '../database/handles.ts';

const ChangeRow = z.strictObject({
  at: z.string(),
  staff_id: z.string().nullable(),
  fields: jsonColumn(z.array(z.string())),
});

/** Who created and changed a person and which fields, newest first, from the journal: names of fields, never values. */
export function listChangesOf(db: Db, personId: string): PersonChange[] {
  const staff = new Map(listStaff(db).map((one) => [one.id, one.display_name]));
  const rows = listRows(
    db,
    ChangeRow,
    `SELECT at, staff_id, fields FROM journal_entry JOIN journal USING (sequence)
      WHERE entity = 'person' AND id = ? AND op = 'put' ORDER BY sequence DESC, position`,
    personId,
  );
  // The programme's group has a history of its own, shown only while the programme is counted.
  const ofPerson = rows.filter(({ fields }) => fields.join() !== 'programmeGroup');
  return ofPerson.map((row) => ({ at: row.at, staffName: staff.get(row.staff_id ?? '') ?? '', fields: row.fields }));
}
