import { z } from 'zod';
import { RequestId } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/instants.ts';
import { Nothing, procedure } from '../procedure.ts';

export const BUNDLE_STATES = ['writing', 'written', 'confirmed', 'held', 'rejected', 'superseded', 'fork'] as const;

export const BundleView = z.strictObject({
  name: z.string(),
  kind: z.enum(['report', 'backup', 'handover']),
  epoch: z.int(),
  sequence: z.int(),
  state: z.enum(BUNDLE_STATES),
  createdAt: Instant,
  sizeBytes: z.int(),
  code: z.string().nullable(),
  confirmedAt: Instant.nullable(),
});
export type BundleView = z.infer<typeof BundleView>;

export const ExportStatus = z.strictObject({
  /** The last day that the city has confirmed without a gap; null: none yet. */
  confirmedUpTo: LocalDate.nullable(),
  /** Days with work since then that the city has not confirmed. */
  unconfirmedNights: z.int(),
  nextRunAt: Instant,
  lastRunAt: Instant.nullable(),
  /** Why the newest run wrote nothing; null when it did or none was due. */
  problem: z.enum(['no-space', 'folder-missing', 'folder-not-writable', 'preview-not-accepted', 'failed']).nullable(),
  /** Set when a receipt tells of a second file under one number: somebody else may hold the signing key. */
  forkAlarm: z.boolean(),
  /** Both employers must have seen what leaves before the first run and after each change of the schema. */
  previewAcceptedBy: z.strictObject({ city: z.boolean(), partner: z.boolean() }),
  bundles: z.array(BundleView),
});
export type ExportStatus = z.infer<typeof ExportStatus>;

export const ExportPreview = z.strictObject({
  schemaVersion: z.int(),
  records: z.array(
    z.strictObject({
      record: z.string(),
      fields: z.array(z.string()),
      upserts: z.int(),
      deletes: z.int(),
      /** Up to five lines exactly as they would travel. */
      samples: z.array(z.string()),
    }),
  ),
});
export type ExportPreview = z.infer<typeof ExportPreview>;

const desk = ['desk'] as const;

export const exportContract = {
  status: procedure({ access: { right: 'export.read', from: desk }, input: Nothing, output: ExportStatus, errors: {} }),
  preview: procedure({
    access: { right: 'export.read', from: desk },
    input: Nothing,
    output: ExportPreview,
    errors: {},
  }),
  /** Somebody of an employer has seen field by field what leaves. */
  acceptPreview: procedure({
    access: { right: 'export.read', from: desk },
    input: z.strictObject({ requestId: RequestId, schemaVersion: z.int() }),
    output: Nothing,
    errors: { rule: ['other-version'] },
  }),
  /** Writes the night's bundles now: report (if anything changed) and backup, after reading the receipts that lie there. */
  run: procedure({
    access: { right: 'export.run', from: desk },
    input: z.strictObject({ requestId: RequestId }),
    output: z.strictObject({ written: z.array(z.string()) }),
    errors: { rule: ['no-space', 'folder-missing', 'folder-not-writable', 'preview-not-accepted', 'running'] },
  }),
  readReceipts: procedure({
    access: { right: 'export.read', from: desk },
    input: z.strictObject({ requestId: RequestId }),
    output: z.strictObject({ read: z.int() }),
    errors: { rule: ['folder-missing'] },
  }),
};
