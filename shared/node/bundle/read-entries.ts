import {
  BACKUP_ENTRY,
  READABLE_REPORT_VERSIONS,
  REPORT_SCHEMA,
  type ReportVersion,
  recordEntry,
} from '../../bundle/bundle-format.ts';
import type { BundleNote } from '../../bundle/bundle-note.ts';
import { type BackupManifest, Manifest, type ReportManifest } from '../../bundle/manifest.ts';
import { LINE_READERS } from '../../bundle/records/earlier-lines.ts';
import {
  REPORT_RECORDS,
  type ReportLine,
  type ReportLines,
  type ReportRecord,
} from '../../bundle/records/report-records.ts';
import { sha256Hex } from '../crypto.ts';
import type { BundleEntry } from './bundle-entry.ts';
import { BundleRefused } from './bundle-refused.ts';

/** What the manifest must agree with: the signed note, the key that signed it, and the reader's own fingerprints. */
export type Expected = { note: BundleNote; signedBy: string; fingerprints: readonly string[] };

/**
 * @returns manifest and all lines of an unpacked report or handover, every one valid; lines of an earlier version as rows
 * of today. @throws BundleRefused
 */
export function readReport(
  entries: readonly BundleEntry[],
  expected: Expected,
): { manifest: ReportManifest; lines: ReportLines } {
  const manifest = readManifest(entries);
  requireAgreement(manifest, expected);
  if (manifest.kind === 'backup') throw new BundleRefused('manifest-mismatch');
  const version = READABLE_REPORT_VERSIONS.find((known) => known === manifest.schema.version);
  if (manifest.schema.name !== REPORT_SCHEMA.name || version === undefined) throw new BundleRefused('schema-unknown');
  const present = new Map(entries.slice(1).map(({ name, content }) => [name, content]));
  const announced = REPORT_RECORDS.filter((record) => manifest.records[record] !== undefined);
  const agree =
    announced.length === Object.keys(manifest.records).length &&
    announced.length === present.size &&
    announced.every((record) => present.has(recordEntry(record)));
  if (!agree) throw new BundleRefused('records-mismatch');
  const lines = announced.map((record) => [record, readLines(record, version, present, manifest)]);
  // Each list was parsed by its own record's schema.
  return { manifest, lines: Object.fromEntries(lines) as ReportLines };
}

/** @returns manifest and database image of an unpacked backup. @throws BundleRefused */
export function readBackup(
  entries: readonly BundleEntry[],
  expected: Expected,
): { manifest: BackupManifest; database: Uint8Array } {
  const manifest = readManifest(entries);
  requireAgreement(manifest, expected);
  if (manifest.kind !== 'backup') throw new BundleRefused('manifest-mismatch');
  const [, database, ...others] = entries;
  if (database?.name !== BACKUP_ENTRY || others.length > 0) throw new BundleRefused('records-mismatch');
  const { bytes, sha256 } = manifest.database;
  if (database.content.length !== bytes || sha256Hex(database.content) !== sha256)
    throw new BundleRefused('record-hash');
  return { manifest, database: database.content };
}

/** @returns the manifest of an unpacked bundle, not yet compared with anything. @throws BundleRefused `manifest-invalid`. */
export function readManifest(entries: readonly BundleEntry[]): Manifest {
  const parsed = Manifest.safeParse(parseJson(entries[0]?.content ?? new Uint8Array(0), 'manifest-invalid'));
  if (!parsed.success) throw new BundleRefused('manifest-invalid');
  return parsed.data;
}

function requireAgreement(manifest: Manifest, { note, signedBy, fingerprints }: Expected): void {
  const agree =
    manifest.office.id === note.office &&
    manifest.kind === note.kind &&
    manifest.epoch === note.epoch &&
    manifest.sequence === note.sequence &&
    manifest.signedBy === signedBy &&
    manifest.period.from <= manifest.period.to &&
    manifest.journal.from <= manifest.journal.to &&
    fingerprints.some((fingerprint) => manifest.recipients.includes(fingerprint));
  if (!agree) throw new BundleRefused('manifest-mismatch');
}

function readLines<R extends ReportRecord>(
  record: R,
  version: ReportVersion,
  present: ReadonlyMap<string, Uint8Array>,
  manifest: ReportManifest,
): ReportLine<R>[] {
  const content = present.get(recordEntry(record)) ?? new Uint8Array(0);
  const announced = manifest.records[record];
  if (announced === undefined || sha256Hex(content) !== announced.sha256) throw new BundleRefused('record-hash');
  const texts = utf8(content, 'row-invalid').split('\n');
  if (texts.pop() !== '') throw new BundleRefused('row-invalid');
  // Counted before any is parsed: what was not announced is not looked at.
  if (texts.length !== announced.upserts + announced.deletes) throw new BundleRefused('row-count');
  const schema = LINE_READERS[version][record];
  const ids = new Set<string>();
  let deletes = 0;
  const lines = texts.map((text) => {
    const line = schema.safeParse(parseJsonText(text, 'row-invalid'));
    if (!line.success) throw new BundleRefused('row-invalid');
    if (ids.has(line.data.id)) throw new BundleRefused('row-repeated');
    ids.add(line.data.id);
    if (line.data.op === 'delete') deletes += 1;
    return line.data;
  });
  if (deletes !== announced.deletes) throw new BundleRefused('row-count');
  // The schema is this record's; the compiler loses the link between R and its entry in the table.
  return lines as ReportLine<R>[];
}

type ContentCode = 'manifest-invalid' | 'row-invalid';

function parseJson(content: Uint8Array, code: ContentCode): unknown {
  return parseJsonText(utf8(content, code), code);
}

function parseJsonText(text: string, code: ContentCode): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BundleRefused(code);
  }
}

function utf8(content: Uint8Array, code: ContentCode): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    throw new BundleRefused(code);
  }
}
