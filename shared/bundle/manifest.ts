import { z } from 'zod';
import { OFFICE_ID_PATTERN } from './bundle-file-name.ts';
import { BACKUP_SCHEMA_NAME, BUNDLE_FORMAT, LAST_EPOCH, LAST_SEQUENCE } from './bundle-format.ts';
import { Day } from './fields.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Count = z.int().min(0).max(5_000_000);

/** How many lines of a record the bundle holds, and the SHA-256 of its entry. */
export const RecordSummary = z.strictObject({ upserts: Count, deletes: Count, sha256: Sha256 });
export type RecordSummary = z.infer<typeof RecordSummary>;

const common = {
  format: z.literal(BUNDLE_FORMAT),
  office: z.strictObject({
    id: z.string().regex(OFFICE_ID_PATTERN),
    /** The office's public name, never a person's. */
    name: z.string().min(1).max(120),
  }),
  epoch: z.int().min(1).max(LAST_EPOCH),
  sequence: z.int().min(1).max(LAST_SEQUENCE),
  /** Name and hash of the signing key, `mengede-huckarde+1a2b3c4d`, as the signature line of the note has them. */
  signedBy: z.string().regex(/^[a-z0-9-]{1,40}\+[0-9a-f]{8}$/),
  /** Fingerprints of the age recipients. */
  recipients: z
    .array(z.string().regex(/^\d{5}(?: \d{5}){5}$/))
    .min(1)
    .max(20),
  /** The local days whose work the bundle holds. */
  period: z.strictObject({ from: Day, to: Day }),
  /** The journal entries that it covers, and the chain hash of the last one. */
  journal: z.strictObject({
    from: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    to: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    head: Sha256,
  }),
  writtenBy: z.string().regex(/^[A-Za-z0-9 .+-]{1,40}$/),
};

/** The manifest of a report or handover: the first entry of the bundle. */
export const ReportManifest = z.strictObject({
  ...common,
  kind: z.enum(['report', 'handover']),
  schema: z.strictObject({ name: z.string().regex(/^[a-z0-9-]{1,40}$/), version: z.int().min(1).max(9_999) }),
  /**
   * The catalogue that it was counted with: the version of the central part, and how often the office has changed its own
   * (0: never). Left out by programs that knew the central part alone.
   */
  catalogue: z.strictObject({ central: z.int().min(1).max(9_999), office: z.int().min(0).max(999_999) }).optional(),
  records: z.record(z.string().regex(/^[a-z][a-z-]{0,39}$/), RecordSummary),
});
export type ReportManifest = z.infer<typeof ReportManifest>;

/** The manifest of a backup. */
export const BackupManifest = z.strictObject({
  ...common,
  kind: z.literal('backup'),
  /** The version is the newest migration that the database has. */
  schema: z.strictObject({ name: z.literal(BACKUP_SCHEMA_NAME), version: z.int().min(1).max(99_999) }),
  database: z.strictObject({ bytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER), sha256: Sha256 }),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export const Manifest = z.discriminatedUnion('kind', [ReportManifest, BackupManifest]);
export type Manifest = z.infer<typeof Manifest>;
