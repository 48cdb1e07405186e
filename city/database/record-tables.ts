import type { ReportLines, ReportRecord } from '../../shared/bundle/records/report-records.ts';
import { REPORT_RECORDS } from '../../shared/bundle/records/report-records.ts';
import type { CityConnection } from './city-database.ts';

/** Rows in one statement: enough to make its cost small beside the rows', few enough for its text to stay small. */
const BATCH_ROWS = 5000;

/** A column: its name, the type and name of the field in the line, and how the field becomes its value. */
type Column = { name: string; field: string; type: string; value?: string };

function column(name: string, type: string, field = name): Column {
  return { name, field, type };
}

const COLUMNS: Record<ReportRecord, readonly Column[]> = {
  person: [
    column('born', 'text'),
    column('gender', 'text'),
    column('district', 'text'),
    column('languages', 'jsonb'),
    { name: 'group_id', field: 'group', type: 'jsonb', value: `r."group" ->> 'id'` },
    { name: 'group_since', field: 'group', type: 'jsonb', value: `(r."group" ->> 'since')::date` },
    column('first_support_on', 'date', 'firstSupportOn'),
  ],
  contact: [
    column('day', 'date'),
    column('hour', 'integer'),
    column('kind', 'text'),
    column('medium', 'text'),
    column('language', 'text'),
    column('topics', 'jsonb'),
    column('minutes', 'integer'),
    column('companions', 'integer'),
    column('person', 'uuid'),
  ],
  wait: [
    column('day', 'date'),
    column('hour', 'integer'),
    column('kind', 'text'),
    column('language', 'text'),
    column('topics', 'jsonb'),
    column('priority', 'text'),
    column('outcome', 'text'),
    column('cause', 'text'),
    column('wait_minutes', 'integer', 'waitMinutes'),
    column('way_minutes', 'integer', 'wayMinutes'),
    column('service_minutes', 'integer', 'serviceMinutes'),
  ],
  obstacle: [
    column('day', 'date'),
    column('obstacle', 'text'),
    column('level', 'text'),
    column('topic', 'text'),
    column('language', 'text'),
    column('district', 'text'),
    column('state', 'text'),
    column('ended_on', 'date', 'endedOn'),
  ],
  step: [
    column('created_on', 'date', 'createdOn'),
    column('owner', 'text'),
    column('due_on', 'date', 'dueOn'),
    column('done_on', 'date', 'doneOn'),
    column('topic', 'text'),
  ],
  referral: [
    column('day', 'date'),
    column('partner_kind', 'text', 'partnerKind'),
    column('authority', 'boolean'),
    column('topic', 'text'),
    column('language', 'text'),
    column('state', 'text'),
    column('reason', 'text'),
  ],
  appointment: [
    column('requested_on', 'date', 'requestedOn'),
    column('day', 'date'),
    column('hour', 'integer'),
    column('language', 'text'),
    column('topics', 'jsonb'),
    column('place_kind', 'text', 'placeKind'),
    column('status', 'text'),
    column('no_show_reason', 'text', 'noShowReason'),
  ],
};

/** Applies the verified lines of a report: rows are put in or replaced, deleted ones are gone. */
export async function applyLines(tx: CityConnection, office: string, lines: ReportLines): Promise<void> {
  for (const record of REPORT_RECORDS) {
    const ofRecord = lines[record] ?? [];
    const deleted = ofRecord.filter((line) => line.op === 'delete').map((line) => line.id);
    if (deleted.length > 0) {
      await tx.query(`delete from ${record} where office_id = $1 and id = any($2::uuid[])`, [office, deleted]);
    }
    const put = ofRecord.filter((line) => line.op === 'put');
    for (let from = 0; from < put.length; from += BATCH_ROWS) {
      await tx.query(UPSERTS[record], [office, JSON.stringify(put.slice(from, from + BATCH_ROWS))]);
    }
  }
}

/** How many rows of each record an office has (all offices: null). */
export function countRowsSql(record: ReportRecord): string {
  return `select count(*)::int as count from ${record} where $1::text is null or office_id = $1`;
}

const UPSERTS: Record<ReportRecord, string> = {
  person: upsertSql('person'),
  contact: upsertSql('contact'),
  wait: upsertSql('wait'),
  obstacle: upsertSql('obstacle'),
  step: upsertSql('step'),
  referral: upsertSql('referral'),
  appointment: upsertSql('appointment'),
};

function upsertSql(record: ReportRecord): string {
  const columns = COLUMNS[record];
  const fields = new Map(columns.map(({ field, type }) => [field, type]));
  const typed = [...fields].map(([field, type]) => `"${field}" ${type}`).join(', ');
  const values = columns.map(({ field, value }) => value ?? `r."${field}"`).join(', ');
  const names = columns.map(({ name }) => name).join(', ');
  const replaced = columns.map(({ name }) => `${name} = excluded.${name}`).join(', ');
  return (
    `insert into ${record} (office_id, id, ${names}) ` +
    `select $1, r.id, ${values} from jsonb_to_recordset($2::jsonb) as r(id uuid, ${typed}) ` +
    `on conflict (office_id, id) do update set ${replaced}`
  );
}
