import { REPORT_LINES } from '../../../shared/bundle/records/report-records.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import type { Db } from '../database/handles.ts';
import { affectedRecords } from './affected-records.ts';
import type { ExportIds } from './export-keys.ts';
import { hasTold, listInDoubt, pageOfTold, type Told, toldOf } from './exported-record.ts';
import { localHours } from './local-hours.ts';
import { firstSupportOf } from './records/person-source.ts';
import type { CountingRow, ExportedRecord, Reading, RecordSource } from './records/record-source.ts';
import { RECORD_SOURCES } from './records/record-sources.ts';

/**
 * What a report covers: everything that counts, sent anew (the first one of an epoch) or only where it is not as it was
 * told (the first one with new records); or what the journal says has changed.
 */
export type ReportScope = { whole: true; anew: boolean } | { whole: false; journal: { after: number; to: number } };

/** One line to send, with what is to be remembered of it. */
export interface ChangedLine {
  text: string;
  told: Told;
}

/** The lines of one record, those that put rows before those that take rows back. */
export interface RecordChanges {
  record: ExportedRecord;
  lines: ChangedLine[];
  upserts: number;
  deletes: number;
  /** Rows that count but do not fit the record's schema: they stay here, and the log says so. */
  unfit: number;
}

/** Rows handled before the desk gets its turn: a few milliseconds of work. */
const PAGE_ROWS = 400;

/**
 * Compares what counts now with what the city was told, and returns what has to be sent, in the order of the sources.
 * Reads only.
 *
 * @param turn called between pages, so that the office serves its screens; throws when the work is to stop.
 */
export async function reportChanges(
  db: Db,
  ids: ExportIds,
  scope: ReportScope,
  turn: () => Promise<void>,
): Promise<RecordChanges[]> {
  const firstSupport = new Map<string, LocalDate>();
  const reading: Reading = {
    db,
    ids,
    local: localHours(),
    // The contacts of a whole report are read anyway; asking again for each person would take longer than all of them.
    firstSupport: (personIds) => (scope.whole ? firstSupport : firstSupportOf(db, personIds)),
  };
  const affected = scope.whole ? null : affectedRecords(db, scope.journal);
  const nothingTold = !hasTold(db);
  const changes: RecordChanges[] = [];
  for (const source of RECORD_SOURCES as readonly RecordSource[]) {
    const { record } = source;
    const found: RecordChanges = { record, lines: [], upserts: 0, deletes: 0, unfit: 0 };
    const deleted: ChangedLine[] = [];
    const pages = affected
      ? pagesOf([...new Set([...affected[record], ...listInDoubt(db, record)])].sort())
      : pagesOfAll(db, source);
    for (const page of pages) {
      await turn();
      const told = nothingTold ? NONE : toldOf(db, record, page);
      const rows = source.counting(reading, page);
      if (scope.whole && record === 'contact') noteSupport(firstSupport, rows);
      found.lines.push(...shuffled(putsOf(found, rows, scope.whole && scope.anew ? NONE : told)));
      const counting = new Set(rows.map(({ id }) => id));
      const gone = page.filter((id) => !counting.has(id) && isTold(told.get(id)));
      deleted.push(...shuffled(gone.map((id) => deleteLine(ids, record, id))));
    }
    found.upserts = found.lines.length;
    found.deletes = deleted.length;
    found.lines = found.lines.concat(deleted);
    changes.push(found);
  }
  return changes;
}

/**
 * In the order of their exported ids, which is none. Security: the rows were read in the order in which they were made; it
 * would tell who came before whom within an hour, and which ticket belongs to which contact.
 */
function shuffled(lines: ChangedLine[]): ChangedLine[] {
  return lines.sort((a, b) => (a.text < b.text ? -1 : 1));
}

function* pagesOf(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += PAGE_ROWS) yield ids.slice(at, at + PAGE_ROWS);
}

/** All rows of a source, then those that the city may have and that are not among them. */
function* pagesOfAll(db: Db, source: RecordSource): Generator<readonly string[]> {
  const seen = new Set<string>();
  const page = (after: string) => source.page(db, after, PAGE_ROWS);
  for (let ids = page(''); ids.length > 0; ids = page(ids.at(-1) ?? '')) {
    for (const id of ids) seen.add(id);
    yield ids;
  }
  const toldPage = (after: string) => pageOfTold(db, source.record, after, PAGE_ROWS);
  for (let ids = toldPage(''); ids.length > 0; ids = toldPage(ids.at(-1) ?? ''))
    yield ids.filter((id) => !seen.has(id));
}

function noteSupport(firstSupport: Map<string, LocalDate>, rows: readonly CountingRow[]): void {
  for (const { personId, line } of rows) {
    if (personId === null || !('day' in line)) continue;
    const known = firstSupport.get(personId);
    if (known === undefined || line.day < known) firstSupport.set(personId, line.day);
  }
}

/** The rows that fit their schema and are not as they were told before. */
function putsOf(found: RecordChanges, rows: readonly CountingRow[], told: ReadonlyMap<string, Told>): ChangedLine[] {
  const puts: ChangedLine[] = [];
  for (const { id, line, personId } of rows) {
    if (!PUT[found.record].safeParse(line).success) {
      found.unfit += 1;
      continue;
    }
    const text = JSON.stringify(line);
    const digest = digestOf(text);
    if (told.get(id)?.digest !== digest) puts.push({ text, told: { id, digest, personId } });
  }
  return puts;
}

// The schema of a line that puts, without the choice that the union makes first.
const PUT = {
  person: REPORT_LINES.person.options[0],
  contact: REPORT_LINES.contact.options[0],
  wait: REPORT_LINES.wait.options[0],
  obstacle: REPORT_LINES.obstacle.options[0],
  step: REPORT_LINES.step.options[0],
  referral: REPORT_LINES.referral.options[0],
  appointment: REPORT_LINES.appointment.options[0],
};

const NONE: ReadonlyMap<string, Told> = new Map();
const GONE = '';

/** Whether the city may have the row. */
function isTold(told: Told | undefined): boolean {
  return told !== undefined && told.digest !== GONE;
}

function deleteLine(ids: ExportIds, record: ExportedRecord, id: string): ChangedLine {
  const exported = record === 'person' ? ids.ofPerson(id) : ids.ofRow(record, id);
  return { text: JSON.stringify({ op: 'delete', id: exported }), told: { id, digest: GONE, personId: null } };
}

const DIGEST_DIGITS = 16;

/** Eight bytes tell one version of a row from the next; nobody gains by making two of them meet. */
function digestOf(text: string): string {
  return sha256Hex(text).slice(0, DIGEST_DIGITS);
}
