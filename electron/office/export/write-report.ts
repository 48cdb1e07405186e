import type { ReportRecord } from '../../../shared/bundle/records/report-records.ts';
import type { BundleEntry } from '../../../shared/node/bundle/bundle-entry.ts';
import { concatInTurns } from '../../../shared/node/bundle/concat-in-turns.ts';
import { type BundleFacts, type RecordFile, reportEntriesOf } from '../../../shared/node/bundle/write-entries.ts';
import { sha256InPieces } from '../../../shared/node/crypto.ts';
import { officeCatalogue } from '../catalogues/office-catalogue.ts';
import type { Db } from '../database/handles.ts';
import { journalHead } from '../database/journal.ts';
import { coveredUpTo, listGivenUp, wasWrittenOtherwise } from './bundle-row.ts';
import { ensureExportIds } from './export-keys.ts';
import { ExportProblem } from './export-problem.ts';
import { type Told, tell } from './exported-record.ts';
import { periodOf } from './journal-days.ts';
import type { Night } from './night.ts';
import { isPreviewAccepted } from './preview-acceptance.ts';
import type { ExportedRecord } from './records/record-source.ts';
import { type RecordChanges, type ReportScope, reportChanges } from './report-changes.ts';
import { settleUnfinished } from './settle-unfinished.ts';
import { writeBundle } from './write-bundle.ts';

/**
 * Writes the report of what has changed since the last one. Returns its name, or null when nothing did and no given-up
 * report waits to be superseded.
 *
 * @throws ExportProblem preview-not-accepted; what writeBundle throws.
 */
export async function writeReport(night: Night): Promise<string | null> {
  if (!isPreviewAccepted(night.database)) throw new ExportProblem('preview-not-accepted');
  // First: what an interrupted report was to tell has to be told by this one.
  await settleUnfinished(night);
  const { scope, journal, repeats } = planReport(night.database, night.office.epoch);
  const ids = ensureExportIds(night.database, (make) => night.write(make));
  const changes = await reportChanges(night.database, ids, scope, () => night.turn('page-read'));
  logUnfit(night, changes);
  if (!repeats && changes.every(({ lines }) => lines.length === 0)) return null;
  return await writeBundle(night, {
    kind: 'report',
    recipients: night.office.city_recipients,
    journal,
    period: periodOf(night, journal),
    entries: (facts) => composeReport(night, facts, changes),
    meanwhile: (sequence) => noteTold(night, sequence, changes),
  });
}

/** What the next report covers, and whether it repeats reports that were given up. */
export function planReport(
  db: Db,
  epoch: number,
): { scope: ReportScope; journal: { from: number; to: number; head: string }; repeats: boolean } {
  const stream = { kind: 'report', epoch } as const;
  const { sequence: to, hash: head } = journalHead(db);
  const covered = coveredUpTo(db, stream);
  const given = listGivenUp(db, stream).filter(({ state }) => state === 'rejected');
  const from = Math.min(to, (covered ?? 0) + 1, ...given.map(({ journal_from }) => journal_from));
  return {
    // A new epoch follows a restore: what the city was told since the copy was made, nobody here knows any more.
    scope:
      covered === null
        ? { whole: true, anew: true }
        : wasWrittenOtherwise(db, stream)
          ? { whole: true, anew: false }
          : { whole: false, journal: { after: covered, to } },
    journal: { from, to, head },
    repeats: given.length > 0,
  };
}

/** Rows put into a file at one go: the desk waits no longer than for a page of rows to be read. */
const ROWS_AT_ONCE = 600;
/**
 * Rows written down in one transaction: some twenty milliseconds of work. Each transaction waits for the disk, so that
 * half as many make the first night of ten years shorter by seconds where the disk is slow.
 */
const TOLD_AT_ONCE = 1_500;

function* portionsOf<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}

async function composeReport(
  night: Night,
  facts: BundleFacts,
  changes: readonly RecordChanges[],
): Promise<BundleEntry[]> {
  const files = new Map<ReportRecord, RecordFile>();
  for (const { record, lines, upserts, deletes } of changes) {
    const pieces: Buffer[] = [];
    const hash = sha256InPieces();
    for (const portion of portionsOf(lines)) {
      const piece = Buffer.from(portion.map(({ text }) => `${text}\n`).join(''), 'utf8');
      hash.add(piece);
      pieces.push(piece);
      await night.turn('composed');
    }
    files.set(record, { content: await concatInTurns(pieces), sha256: hash.hex(), upserts, deletes });
    await night.turn('composed');
  }
  return reportEntriesOf({ ...facts, catalogue: officeCatalogue(night.database).version }, files).entries;
}

async function noteTold(night: Night, sequence: number, changes: readonly RecordChanges[]): Promise<void> {
  for (const portion of portionsOfAll(changes)) {
    night.write((tx) => {
      for (const { record, told } of portion) tell(tx, record, told, sequence);
    });
    await night.turn('told-noted');
  }
}

/** An ordinary night's rows of all records make one portion, written in one transaction. */
function* portionsOfAll(changes: readonly RecordChanges[]): Generator<{ record: ExportedRecord; told: Told[] }[]> {
  let portion: { record: ExportedRecord; told: Told[] }[] = [];
  let room = TOLD_AT_ONCE;
  for (const { record, lines } of changes) {
    for (let at = 0; at < lines.length; ) {
      const part = lines.slice(at, at + room);
      portion.push({ record, told: part.map(({ told }) => told) });
      at += part.length;
      room -= part.length;
      if (room > 0) continue;
      yield portion;
      portion = [];
      room = TOLD_AT_ONCE;
    }
  }
  if (portion.length > 0) yield portion;
}

/** A row that its schema does not fit stays here; somebody has to look why. */
function logUnfit(night: Night, changes: readonly RecordChanges[]): void {
  for (const { record, unfit } of changes) {
    if (unfit > 0)
      night.core.ports.log.write({ level: 'error', code: 'record-unfit', detail: { record, rows: unfit } });
  }
}
