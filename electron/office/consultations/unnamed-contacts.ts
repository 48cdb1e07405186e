import { z } from 'zod';
import type { UnnamedContact } from '../../../shared/consultations/levels.contract.ts';
import { addDays, type LocalDate } from '../../../shared/kernel/instants.ts';
import { listStaff } from '../access/staff.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, listRows } from '../database/handles.ts';

/** So long an anonymous talk is offered to be put to somebody who wants it in their file. */
const DAYS_OFFERED = 90;
const MOST = 100;

const UnnamedRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  started_at: z.string(),
  staff_id: z.string(),
  spoken: z.string(),
  minutes: z.int().nullable(),
  topics: jsonColumn(z.array(z.strictObject({ topic: z.string(), result: z.string().nullable() }))),
});

// What was counted in the quick lane was never a talk that somebody would want in a file.
const UNNAMED = `SELECT id, revision, started_at, staff_id, spoken, minutes,
    (SELECT json_group_array(json_object('topic', topic, 'result', result))
      FROM (SELECT topic, result FROM contact_topic WHERE contact_id = contact.id ORDER BY position)) AS topics
  FROM contact WHERE day >= ? AND person_id IS NULL AND finished_at IS NOT NULL AND lane <> 'quick'
  ORDER BY started_at DESC, id DESC LIMIT ${MOST}`;

/** Finished talks of the last 90 days that belong to nobody in the files, newest first, at most 100. */
export function listUnnamedContacts(db: Db, today: LocalDate): UnnamedContact[] {
  const staff = new Map(listStaff(db).map((one) => [one.id, one]));
  return listRows(db, UnnamedRow, UNNAMED, addDays(today, -DAYS_OFFERED)).map((row) => ({
    id: row.id,
    revision: row.revision,
    at: row.started_at,
    staffName: staff.get(row.staff_id)?.display_name ?? '',
    employerKind: staff.get(row.staff_id)?.employer_kind ?? 'city',
    spoken: row.spoken,
    minutes: row.minutes,
    topics: row.topics,
  }));
}
