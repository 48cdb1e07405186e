import { z } from 'zod';
import { BUNDLE_KINDS, type BundleKind } from '../../shared/bundle/bundle-format.ts';
import type { BundleNote } from '../../shared/bundle/bundle-note.ts';
import { RECEIPT_CODES } from '../../shared/bundle/verdicts.ts';
import { BUNDLE_STATES, type BundleState, type KnownBundle } from '../sequence.ts';
import { type CityConnection, rowsOf } from './city-database.ts';

/** The bundles of one office, kind and epoch: what is counted without gaps. */
export type Stream = { office: string; kind: BundleKind; epoch: number };

const BundleRow = z.object({
  fileName: z.string(),
  office: z.string(),
  kind: z.enum(BUNDLE_KINDS),
  epoch: z.int(),
  sequence: z.int(),
  fileSha256: z.string(),
  previousSha256: z.string().nullable(),
  supersedes: z.array(z.int()),
  createdAt: z.string(),
  state: z.enum(BUNDLE_STATES),
  code: z.enum(RECEIPT_CODES).nullable(),
  judgedSha256: z.string(),
  noteSha256: z.string(),
  receipt: z.string(),
});
/** A bundle whose note was authentic, as the ledger has it. */
export type BundleRow = z.infer<typeof BundleRow>;

const BUNDLE_COLUMNS = `file_name as "fileName", office_id as office, kind, epoch, sequence, file_sha256 as "fileSha256",
  previous_sha256 as "previousSha256", supersedes, state, code, judged_sha256 as "judgedSha256", note_sha256 as "noteSha256", receipt,
  to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"`;

/** Makes an office known; its first epoch is accepted by the enrolment. */
export async function insertOffice(tx: CityConnection, office: string, at: Date): Promise<void> {
  await tx.query('insert into office (office_id, enrolled_at) values ($1, $2) on conflict do nothing', [
    office,
    at.toISOString(),
  ]);
}

/** @returns the epoch in which the office's bundles are loaded; null: no such office. */
export async function findAcceptedEpoch(tx: CityConnection, office: string): Promise<number | null> {
  const rows = await tx.query('select accepted_epoch as epoch from office where office_id = $1', [office]);
  return rowsOf(z.object({ epoch: z.int() }), rows)[0]?.epoch ?? null;
}

/** From now on the office's bundles are loaded in this epoch. */
export async function updateAcceptedEpoch(tx: CityConnection, office: string, epoch: number): Promise<void> {
  await tx.query('update office set accepted_epoch = $2 where office_id = $1', [office, epoch]);
}

/** @returns the watermark; 0 if nothing was settled yet. */
export async function getContiguous(tx: CityConnection, { office, kind, epoch }: Stream): Promise<number> {
  const rows = await tx.query('select contiguous from watermark where office_id = $1 and kind = $2 and epoch = $3', [
    office,
    kind,
    epoch,
  ]);
  return rowsOf(z.object({ contiguous: z.int() }), rows)[0]?.contiguous ?? 0;
}

/** Sets the watermark. */
export async function setContiguous(
  tx: CityConnection,
  { office, kind, epoch }: Stream,
  contiguous: number,
): Promise<void> {
  await tx.query(
    `insert into watermark (office_id, kind, epoch, contiguous) values ($1, $2, $3, $4)
     on conflict (office_id, kind, epoch) do update set contiguous = excluded.contiguous`,
    [office, kind, epoch, contiguous],
  );
}

/** @returns the bundle under a file name without ending; null: none with an authentic note has come. */
export async function findBundleByName(tx: CityConnection, fileName: string): Promise<BundleRow | null> {
  const rows = await tx.query(`select ${BUNDLE_COLUMNS} from bundle where file_name = $1`, [fileName]);
  return rowsOf(BundleRow, rows)[0] ?? null;
}

/** @returns the bundle under a number of a stream; null: none with an authentic note has come. */
export async function findBundle(
  tx: CityConnection,
  { office, kind, epoch }: Stream,
  sequence: number,
): Promise<BundleRow | null> {
  const rows = await tx.query(
    `select ${BUNDLE_COLUMNS} from bundle where office_id = $1 and kind = $2 and epoch = $3 and sequence = $4`,
    [office, kind, epoch, sequence],
  );
  return rowsOf(BundleRow, rows)[0] ?? null;
}

/** The bundles of a stream beyond a sequence, in order. */
export async function listBundlesAfter(
  tx: CityConnection,
  { office, kind, epoch }: Stream,
  sequence: number,
): Promise<KnownBundle[]> {
  const rows = await tx.query(
    `select sequence, state, supersedes from bundle
     where office_id = $1 and kind = $2 and epoch = $3 and sequence > $4 order by sequence`,
    [office, kind, epoch, sequence],
  );
  return rowsOf(z.object({ sequence: z.int(), state: z.enum(BUNDLE_STATES), supersedes: z.array(z.int()) }), rows);
}

/** How a bundle was judged: what the ledger keeps of it besides its note. */
export type Judgement = {
  state: BundleState;
  code: BundleRow['code'];
  judgedSha256: string;
  noteSha256: string;
  judgedAt: Date;
  receipt: string;
};

/** Enters a bundle, or replaces how it was judged before. */
export async function writeBundle(
  tx: CityConnection,
  fileName: string,
  note: BundleNote,
  judged: Judgement,
): Promise<void> {
  await tx.query(
    `insert into bundle (office_id, kind, epoch, sequence, file_name, file_sha256, previous_sha256, supersedes, created_at,
       state, code, judged_sha256, note_sha256, judged_at, receipt)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (office_id, kind, epoch, sequence) do update set state = excluded.state, code = excluded.code,
       judged_sha256 = excluded.judged_sha256, note_sha256 = excluded.note_sha256, judged_at = excluded.judged_at,
       receipt = excluded.receipt`,
    [
      note.office,
      note.kind,
      note.epoch,
      note.sequence,
      fileName,
      note.fileSha256,
      note.previousSha256,
      note.supersedes,
      note.createdAt,
      judged.state,
      judged.code,
      judged.judgedSha256,
      judged.noteSha256,
      judged.judgedAt.toISOString(),
      judged.receipt,
    ],
  );
}

/** Changes only the state of a bundle that the ledger has. */
export async function updateBundleState(
  tx: CityConnection,
  fileName: string,
  judged: Pick<Judgement, 'state' | 'code' | 'receipt' | 'judgedAt'>,
): Promise<void> {
  await tx.query('update bundle set state = $2, code = $3, receipt = $4, judged_at = $5 where file_name = $1', [
    fileName,
    judged.state,
    judged.code,
    judged.receipt,
    judged.judgedAt.toISOString(),
  ]);
}

/** What a loaded report covered, from its manifest. */
export async function writeCoverage(
  tx: CityConnection,
  fileName: string,
  covered: {
    period: { from: string; to: string };
    journal: { from: number; to: number; head: string };
    records: unknown;
  },
): Promise<void> {
  await tx.query(
    `update bundle set period_from = $2::date, period_to = $3::date, journal_from = $4, journal_to = $5, journal_head = $6,
       records = $7::jsonb where file_name = $1`,
    [
      fileName,
      covered.period.from,
      covered.period.to,
      covered.journal.from,
      covered.journal.to,
      covered.journal.head,
      JSON.stringify(covered.records),
    ],
  );
}

/** The waiting bundles of a stream, in order. */
export async function listHeldBundles(tx: CityConnection, { office, kind, epoch }: Stream): Promise<BundleRow[]> {
  const rows = await tx.query(
    `select ${BUNDLE_COLUMNS} from bundle where office_id = $1 and kind = $2 and epoch = $3 and state = 'held' order by sequence`,
    [office, kind, epoch],
  );
  return rowsOf(BundleRow, rows);
}

/** Streams that have waiting bundles, with the epoch that is accepted now. */
export async function listHeldStreams(tx: CityConnection): Promise<(Stream & { acceptedEpoch: number })[]> {
  const rows = await tx.query(
    `select distinct b.office_id as office, b.kind, b.epoch, o.accepted_epoch as "acceptedEpoch"
     from bundle b join office o using (office_id) where b.state = 'held' order by 1, 2, 3`,
  );
  return rowsOf(
    z.object({ office: z.string(), kind: z.enum(BUNDLE_KINDS), epoch: z.int(), acceptedEpoch: z.int() }),
    rows,
  );
}
