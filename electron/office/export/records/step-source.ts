import type { StepPut } from '../../../../shared/bundle/records/step.ts';
import { centralEntry } from './central-entries.ts';
import { pageOf, type RecordSource, rowsFor } from './record-source.ts';

interface StepRow {
  id: string;
  owner: StepPut['owner'];
  topic: string | null;
  due_on: string | null;
  done_at: string | null;
  created_at: string;
}

const STEPS = `SELECT step.id, owner, topic, due_on, done_at, created_at FROM step JOIN contact ON contact.id = contact_id
  WHERE step.id IN (SELECT value FROM json_each(?)) AND finished_at IS NOT NULL ORDER BY step.id`;

/** A step counts with the finished contact in which it was agreed; what was agreed is not read. */
export const stepSource: RecordSource<'step'> = {
  record: 'step',
  page: pageOf('step'),
  counting: ({ db, ids, local }, stepIds) =>
    rowsFor<StepRow>(db, STEPS, stepIds).map((row) => ({
      id: row.id,
      personId: null,
      line: {
        op: 'put',
        id: ids.ofRow('step', row.id),
        createdOn: local(row.created_at).day,
        owner: row.owner,
        dueOn: row.due_on,
        doneOn: row.done_at === null ? null : local(row.done_at).day,
        topic: centralEntry(row.topic),
      },
    })),
};
