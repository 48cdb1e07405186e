import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import { type GroupEntry, PROGRAMME_GROUPS } from '../../../shared/programme/programme.contract.ts';
import type { Who } from '../access/session.ts';
import { listStaff } from '../access/staff.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { changeOffice } from '../office/settings.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { getPerson, requirePerson } from '../people/person-row.ts';
import { rule } from '../rpc/faults.ts';

const GroupRow = z.strictObject({
  group_id: z.enum(PROGRAMME_GROUPS),
  since_on: z.string(),
  recorded_at: z.string(),
  recorded_by: z.string(),
});

/** Whether the programme's groups are asked for, shown and told in this office. */
export function isProgrammeCounted(db: Db): boolean {
  return findOffice(db).programme_counting;
}

/** A person's groups, the newest first, that holds; null while the programme is not counted. Throws NOT_FOUND. */
export function listGroups(db: Db, personId: string): GroupEntry[] | null {
  requirePerson(db, personId);
  if (!isProgrammeCounted(db)) return null;
  const staff = new Map(listStaff(db).map((one) => [one.id, one.display_name]));
  const sql =
    'SELECT group_id, since_on, recorded_at, recorded_by FROM programme_group WHERE person_id = ? ORDER BY id DESC';
  return listRows(db, GroupRow, sql, personId).map((row) => ({
    group: row.group_id,
    sinceOn: row.since_on,
    recordedAt: row.recorded_at,
    staffName: staff.get(row.recorded_by) ?? '',
  }));
}

/** Adds the group that holds from now on. Throws RULE programme-not-counted, in-the-future, NOT_FOUND. */
export function setGroup(
  tx: Tx,
  input: { personId: string; group: (typeof PROGRAMME_GROUPS)[number]; sinceOn: LocalDate },
  who: Who,
): void {
  requireStanding(tx, input.personId);
  const { revision } = getPerson(tx, input.personId);
  if (!isProgrammeCounted(tx)) throw rule('programme-not-counted');
  if (input.sinceOn > localDateOf(tx.at)) throw rule('in-the-future');
  run(
    tx,
    'INSERT INTO programme_group (id, person_id, group_id, since_on, recorded_at, recorded_by) VALUES (?, ?, ?, ?, ?, ?)',
    uuidv7(),
    input.personId,
    input.group,
    input.sinceOn,
    tx.at,
    who.staffId,
  );
  tx.touch({ entity: 'person', id: input.personId, op: 'put', fields: ['programmeGroup'], revision });
}

/** Counts the programme from now on, or no more; everybody with a group is told anew or taken back. Throws CONFLICT. */
export function setCounting(tx: Tx, { revision, on }: { revision: number; on: boolean }): { revision: number } {
  const after = changeOffice(tx, revision, { programme_counting: on ? 1 : 0 });
  const ids = z
    .array(z.string())
    .parse(tx.statement('SELECT DISTINCT person_id FROM programme_group').pluck(true).all());
  for (const id of ids)
    tx.touch({ entity: 'person', id, op: 'put', fields: ['programmeGroup'], revision: getPerson(tx, id).revision });
  return { revision: after };
}
