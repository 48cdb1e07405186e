/** The words and bounds of the bundle format; docs/bundle-format.md explains them to a stranger. */

export const BUNDLE_FORMAT = 'tandem-bundle/1';
export const RECEIPT_FORMAT = 'tandem-receipt/1';

/** `report` goes to the city, `backup` to the two recovery identities, `handover` to another office. */
export const BUNDLE_KINDS = ['report', 'backup', 'handover'] as const;
export type BundleKind = (typeof BUNDLE_KINDS)[number];

/** The schema of a report's records; a change of any of them raises the version. */
export const REPORT_SCHEMA = { name: 'tandem-report', version: 2 } as const;
/** The versions that a receiver reads: it must be able to load old bundles for ever (records/earlier-lines.ts). */
export const READABLE_REPORT_VERSIONS = [1, REPORT_SCHEMA.version] as const;
export type ReportVersion = (typeof READABLE_REPORT_VERSIONS)[number];
/** The schema name of a backup; its version is the newest migration in the database. */
export const BACKUP_SCHEMA_NAME = 'tandem-office';

/** What is encrypted is filled up to a multiple of this, so that its size does not tell how busy the day was. */
export const PADDING_BYTES = 16 * 1024;

/** Sequences have eight digits in file names, epochs up to four. */
export const LAST_SEQUENCE = 99_999_999;
export const LAST_EPOCH = 9_999;
/** How many given-up sequences one bundle may supersede. */
export const MOST_SUPERSEDED = 500;

export const MANIFEST_ENTRY = 'manifest.json';
export const BACKUP_ENTRY = 'office.db';

/** @returns the tar entry that holds a record's lines. */
export function recordEntry(record: string): string {
  return `data/${record}.ndjson`;
}
