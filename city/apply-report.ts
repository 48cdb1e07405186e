import {
  getContiguous,
  listBundlesAfter,
  type Stream,
  setContiguous,
  writeCoverage,
} from './database/bundle-ledger.ts';
import { type CityConnection } from './database/city-database.ts';
import { applyLines } from './database/record-tables.ts';
import type { ReceivedBundle } from './receiver.ts';
import { advance } from './sequence.ts';
import type { VerifiedReport } from './verify-bundle.ts';

/** Applies a verified report inside the transaction that also enters it into the ledger. */
export async function applyReport(
  tx: CityConnection,
  office: string,
  fileName: string,
  report: VerifiedReport,
): Promise<ReceivedBundle['records']> {
  await applyLines(tx, office, report.lines);
  const { period, journal, records } = report.manifest;
  await writeCoverage(tx, fileName, { period, journal, records });
  return Object.fromEntries(
    Object.entries(records).map(([record, { upserts, deletes }]) => [record, { upserts, deletes }]),
  );
}

/**
 * Moves the watermark over all that is settled now.
 *
 * @returns the watermark, and the held bundle that may be applied next (null: none).
 */
export async function moveWatermark(
  tx: CityConnection,
  stream: Stream,
): Promise<{ contiguous: number; next: number | null }> {
  const before = await getContiguous(tx, stream);
  const moved = advance(before, await listBundlesAfter(tx, stream, before));
  if (moved.contiguous !== before) await setContiguous(tx, stream, moved.contiguous);
  return moved;
}
