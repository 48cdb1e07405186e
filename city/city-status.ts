import { z } from 'zod';
import { BUNDLE_KINDS, type BundleKind } from '../shared/bundle/bundle-format.ts';
import { RECEIPT_CODES, type ReceiptCode } from '../shared/bundle/verdicts.ts';
import { type LocalDate, localDateOf } from '../shared/kernel/instants.ts';
import { listEnrolledOffices } from './city-keys.ts';
import { insertOffice, type Stream } from './database/bundle-ledger.ts';
import { type CityConnection, type CityDatabase, rowsOf } from './database/city-database.ts';
import { withCityDatabase } from './database/with-city-database.ts';
import { BUNDLE_STATES, missingBefore } from './sequence.ts';
import { type Holidays, latestDueDay } from './working-days.ts';

/** One kind of bundle of one office and epoch, beyond what is settled. */
export type StreamStatus = {
  kind: BundleKind;
  epoch: number;
  /** The last sequence up to which nothing is missing. */
  contiguous: number;
  /** Sequences that must come before the waiting ones can be loaded. */
  missing: number[];
  /** Sequences that are here and wait. */
  waiting: number[];
  /** Sequences that were refused and not yet superseded. */
  refused: { sequence: number; verdict: 'rejected' | 'fork'; code: ReceiptCode | null }[];
};

export type OfficeStatus = {
  office: string;
  /** Whether its key is among the enrolled ones; null if no keys folder was given. */
  enrolled: boolean | null;
  acceptedEpoch: number;
  /** The local day on which its newest report was written; null: none came yet. */
  lastReportOn: LocalDate | null;
  /** Whether a report is overdue: none by noon of the next working day. */
  silent: boolean;
  streams: StreamStatus[];
};

export type CityStatus = {
  at: string;
  /** The day whose reports should be here by now. */
  dueDay: LocalDate;
  offices: OfficeStatus[];
  /** Every stream with something missing, waiting or refused. */
  gaps: (Stream & Pick<StreamStatus, 'missing' | 'waiting' | 'refused'>)[];
  /** The ids of silent offices. */
  silent: string[];
};

/**
 * What is missing and who is silent.
 *
 * @param options.keys with it, offices that were enrolled and never sent anything are known too.
 */
export async function readCityStatus(options: {
  database: string | CityDatabase;
  keys?: string;
  holidays?: Holidays;
  now?: () => Date;
}): Promise<CityStatus> {
  const at = (options.now?.() ?? new Date()).toISOString();
  const dueDay = latestDueDay(at, options.holidays ?? new Set());
  const enrolled = options.keys === undefined ? null : await listEnrolledOffices(options.keys);
  return await withCityDatabase(options.database, async (database) => {
    for (const office of enrolled?.keys() ?? []) await insertOffice(database, office, new Date(at));
    const streams = await listStreams(database);
    const offices = (await listOffices(database)).map(
      ({ office, acceptedEpoch, enrolledAt, lastReportAt }): OfficeStatus => {
        const lastReportOn = lastReportAt === null ? null : localDateOf(lastReportAt);
        // An office that was enrolled after the day in question owes nothing for it.
        const owes = localDateOf(enrolledAt) <= dueDay;
        return {
          office,
          enrolled: enrolled === null ? null : enrolled.has(office),
          acceptedEpoch,
          lastReportOn,
          silent: owes && (lastReportOn === null || lastReportOn < dueDay),
          streams: streams.get(office) ?? [],
        };
      },
    );
    const gaps = offices.flatMap(({ office, streams: ofOffice }) =>
      ofOffice
        .filter(({ missing, waiting, refused }) => missing.length + waiting.length + refused.length > 0)
        .map(({ kind, epoch, missing, waiting, refused }) => ({ office, kind, epoch, missing, waiting, refused })),
    );
    return { at, dueDay, offices, gaps, silent: offices.filter(({ silent }) => silent).map(({ office }) => office) };
  });
}

const OfficeRow = z.object({
  office: z.string(),
  acceptedEpoch: z.int(),
  enrolledAt: z.string(),
  lastReportAt: z.string().nullable(),
});
const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

async function listOffices(database: CityConnection): Promise<z.infer<typeof OfficeRow>[]> {
  // A clock that runs ahead at the office must not hide its silence: no report is newer than the day it came.
  const rows = await database.query(
    `select o.office_id as office, o.accepted_epoch as "acceptedEpoch",
       to_char(o.enrolled_at at time zone 'UTC', ${UTC}) as "enrolledAt",
       to_char(max(least(b.created_at, b.judged_at)) at time zone 'UTC', ${UTC}) as "lastReportAt"
     from office o left join bundle b on b.office_id = o.office_id and b.kind = 'report'
     group by o.office_id order by o.office_id`,
  );
  return rowsOf(OfficeRow, rows);
}

const StreamRow = z.object({
  office: z.string(),
  kind: z.enum(BUNDLE_KINDS),
  epoch: z.int(),
  contiguous: z.int(),
  sequence: z.int().nullable(),
  state: z.enum(BUNDLE_STATES).nullable(),
  code: z.enum(RECEIPT_CODES).nullable(),
  supersedes: z.array(z.int()).nullable(),
});
type StreamRow = z.infer<typeof StreamRow>;

/** The streams of each office, looking only at what lies beyond the watermark. */
async function listStreams(database: CityConnection): Promise<Map<string, StreamStatus[]>> {
  const rows = rowsOf(
    StreamRow,
    await database.query(
      `with stream as (
         select office_id, kind, epoch from watermark union select office_id, kind, epoch from bundle where state <> 'loaded' and state <> 'stored'
       )
       select s.office_id as office, s.kind, s.epoch, coalesce(w.contiguous, 0) as contiguous,
         b.sequence, b.state, b.code, b.supersedes
       from stream s
       join office o on o.office_id = s.office_id and o.accepted_epoch <= s.epoch
       left join watermark w on w.office_id = s.office_id and w.kind = s.kind and w.epoch = s.epoch
       left join bundle b on b.office_id = s.office_id and b.kind = s.kind and b.epoch = s.epoch
         and b.sequence > coalesce(w.contiguous, 0)
       order by 1, 2, 3, 5`,
    ),
  );
  const grouped = Map.groupBy(rows, ({ office, kind, epoch }) => `${office} ${kind} ${epoch}`);
  const statuses = new Map<string, StreamStatus[]>();
  for (const group of grouped.values()) {
    const first = group[0];
    if (first === undefined) continue;
    const ofOffice = statuses.get(first.office) ?? [];
    statuses.set(first.office, [...ofOffice, streamStatusOf(first, group)]);
  }
  return statuses;
}

function streamStatusOf({ kind, epoch, contiguous }: StreamRow, rows: readonly StreamRow[]): StreamStatus {
  const known = rows.flatMap(({ sequence, state, supersedes, code }) =>
    sequence === null || state === null ? [] : [{ sequence, state, supersedes: supersedes ?? [], code }],
  );
  const waiting = known.filter(({ state }) => state === 'held').map(({ sequence }) => sequence);
  const refused = known.flatMap(({ sequence, state, code }) =>
    state === 'rejected' || state === 'fork' ? [{ sequence, verdict: state, code }] : [],
  );
  return { kind, epoch, contiguous, missing: missingBefore(waiting.at(-1) ?? 0, contiguous, known), waiting, refused };
}
