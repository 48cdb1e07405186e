import {
  BACKUP_ENTRY,
  BACKUP_SCHEMA_NAME,
  BUNDLE_FORMAT,
  MANIFEST_ENTRY,
  REPORT_SCHEMA,
  recordEntry,
} from '../../bundle/bundle-format.ts';
import { BackupManifest, type Manifest, type RecordSummary, ReportManifest } from '../../bundle/manifest.ts';
import {
  REPORT_LINES,
  REPORT_RECORDS,
  type ReportLines,
  type ReportRecord,
} from '../../bundle/records/report-records.ts';
import { fingerprintOf, sha256Hex } from '../crypto.ts';
import type { BundleEntry } from './bundle-entry.ts';

/** What every manifest says besides what the entries themselves determine. */
export type BundleFacts = {
  office: { id: string; name: string };
  epoch: number;
  sequence: number;
  /** From {@link signerOf}. */
  signedBy: string;
  /** The age recipients themselves; the manifest gets their fingerprints. */
  recipients: readonly string[];
  /** The local days whose work the bundle holds. */
  period: { from: string; to: string };
  journal: { from: number; to: number; head: string };
  /** Such as `tandem 1.0.0`. */
  writtenBy: string;
};

/** What a report says of itself beside that. */
export type ReportFacts = BundleFacts & Pick<ReportManifest, 'catalogue'>;

/**
 * The entries of a report (or handover): manifest and one NDJSON entry for each record, also for one without lines.
 *
 * @param lines every line is checked against its schema: what the schema doesn't know does not leave.
 * @returns the entries, and the summary of each record for the desk to show.
 * @throws RangeError naming record and position (never content) of a line that is not valid or whose id came before.
 */
export function reportEntries(
  facts: ReportFacts,
  lines: ReportLines,
  kind: 'report' | 'handover' = 'report',
): { entries: BundleEntry[]; records: Record<ReportRecord, RecordSummary> } {
  const files = REPORT_RECORDS.map((record) => [record, recordFile(record, lines[record] ?? [])] as const);
  return reportEntriesOf(facts, new Map(files), kind);
}

/** The lines of one record, as they stand in the bundle, with the SHA-256 of all of them. */
export type RecordFile = { content: Uint8Array; sha256: string; upserts: number; deletes: number };

/**
 * {@link reportEntries} for lines that are text already, each checked against its schema by whoever wrote it: the first
 * report of ten years is written piece by piece, so that the desk is not kept waiting.
 *
 * @param files a record that is left out has no lines.
 */
export function reportEntriesOf(
  facts: ReportFacts,
  files: ReadonlyMap<ReportRecord, RecordFile>,
  kind: 'report' | 'handover' = 'report',
): { entries: BundleEntry[]; records: Record<ReportRecord, RecordSummary> } {
  const written = REPORT_RECORDS.map((record) => [record, files.get(record) ?? NO_LINES] as const);
  const summaries = written.map(([record, { sha256, upserts, deletes }]) => {
    return [record, { upserts, deletes, sha256 } satisfies RecordSummary] as const;
  });
  // Every record of the list has its summary; fromEntries can't say so by itself.
  const records = Object.fromEntries(summaries) as Record<ReportRecord, RecordSummary>;
  const manifest = ReportManifest.parse({
    format: BUNDLE_FORMAT,
    ...facts,
    recipients: facts.recipients.map(fingerprintOf),
    kind,
    schema: { ...REPORT_SCHEMA },
    records,
  });
  const entries = written.map(([record, { content }]) => ({ name: recordEntry(record), content }));
  return { entries: [manifestEntry(manifest), ...entries], records };
}

const NO_LINES: RecordFile = { content: new Uint8Array(0), sha256: sha256Hex(''), upserts: 0, deletes: 0 };

/**
 * The entries of a backup.
 *
 * @param database the serialized SQLite image; it never touches a disk unencrypted.
 * @param schemaVersion the newest migration that the database has.
 */
export function backupEntries(facts: BundleFacts, database: Uint8Array, schemaVersion: number): BundleEntry[] {
  const manifest = BackupManifest.parse({
    format: BUNDLE_FORMAT,
    ...facts,
    recipients: facts.recipients.map(fingerprintOf),
    kind: 'backup',
    schema: { name: BACKUP_SCHEMA_NAME, version: schemaVersion },
    database: { bytes: database.length, sha256: sha256Hex(database) },
  });
  return [manifestEntry(manifest), { name: BACKUP_ENTRY, content: database }];
}

function manifestEntry(manifest: Manifest): BundleEntry {
  return { name: MANIFEST_ENTRY, content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8') };
}

function recordFile(record: ReportRecord, lines: readonly { op: string; id: string }[]): RecordFile {
  const schema = REPORT_LINES[record];
  const ids = new Set<string>();
  let deletes = 0;
  const texts = lines.map((line, at) => {
    if (!schema.safeParse(line).success) throw new RangeError(`${record}, line ${at + 1}: not as its schema says`);
    if (ids.has(line.id)) throw new RangeError(`${record}, line ${at + 1}: an id that came before`);
    ids.add(line.id);
    if (line.op === 'delete') deletes += 1;
    return `${JSON.stringify(line)}\n`;
  });
  const content = Buffer.from(texts.join(''), 'utf8');
  return { content, sha256: sha256Hex(content), upserts: lines.length - deletes, deletes };
}
