import type { BundleNote } from '../shared/bundle/bundle-note.ts';
import type { ReceiptCode } from '../shared/bundle/verdicts.ts';
import { BundleRefused } from '../shared/node/bundle/bundle-refused.ts';
import { applyReport, moveWatermark } from './apply-report.ts';
import { quarantineBundle } from './city-archive.ts';
import {
  type BundleRow,
  findAcceptedEpoch,
  findBundle,
  getContiguous,
  listHeldBundles,
  listHeldStreams,
  type Stream,
  updateBundleState,
} from './database/bundle-ledger.ts';
import { deleteHeldFile, findHeldFile } from './database/held-files.ts';
import { followsItsPredecessor, sayHeldAgain } from './judge-bundle.ts';
import { type Judged, outcomeOf, type Receiver, receiptFor } from './receiver.ts';
import { verifyContent } from './verify-bundle.ts';

/**
 * Looks at everything of some offices that waits, at the start of a run: an epoch may have been accepted, or the program
 * was killed between loading a bundle and releasing those behind it.
 *
 * @param offices those that have something in this inbox: the others' receipts would go to the wrong folder.
 */
export async function releaseAllHeld(receiver: Receiver, offices: ReadonlySet<string>): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const { acceptedEpoch, ...stream } of await listHeldStreams(receiver.database)) {
    if (!offices.has(stream.office) || stream.epoch > acceptedEpoch) continue;
    const waiting = await listHeldBundles(receiver.database, stream);
    if (stream.epoch < acceptedEpoch) {
      for (const row of waiting) judged.push(await refuseHeld(receiver, row, 'rejected', 'epoch-closed'));
      continue;
    }
    judged.push(...(await releaseHeld(receiver, stream)));
    for (const row of await listHeldBundles(receiver.database, stream)) judged.push(await sayHeldAgain(receiver, row));
  }
  return judged;
}

/** Applies the bundles of a stream that wait for nothing any more, in order, each in a transaction of its own. */
export async function releaseHeld(receiver: Receiver, stream: Stream): Promise<Judged[]> {
  const judged: Judged[] = [];
  if ((await findAcceptedEpoch(receiver.database, stream.office)) !== stream.epoch) return judged;
  for (;;) {
    const { next } = await receiver.database.transaction((tx) => moveWatermark(tx, stream));
    const row = next === null ? null : await findBundle(receiver.database, stream, next);
    if (row === null) return judged;
    judged.push(await releaseBundle(receiver, row));
  }
}

async function releaseBundle(receiver: Receiver, row: BundleRow): Promise<Judged> {
  if (!(await followsItsPredecessor(receiver, row))) return await refuseHeld(receiver, row, 'fork', 'other-previous');
  if (row.kind !== 'report') return await settle(receiver, row, 'stored', null);
  const held = await findHeldFile(receiver.database, row, row.sequence);
  if (held === null) return await refuseHeld(receiver, row, 'rejected', 'file-missing');
  const note: BundleNote = { ...row, fileBytes: held.content.length };
  try {
    // It was verified when it came; but not one byte is applied that was not verified in this very run.
    const report = await verifyContent(held.content, note, receiver.keys, receiver.enrolled);
    return await settle(receiver, row, 'loaded', report);
  } catch (error) {
    if (!(error instanceof BundleRefused)) throw error;
    return await refuseHeld(receiver, row, 'rejected', error.code);
  }
}

async function settle(
  receiver: Receiver,
  row: BundleRow,
  verdict: 'loaded' | 'stored',
  report: Awaited<ReturnType<typeof verifyContent>> | null,
): Promise<Judged> {
  const at = receiver.now();
  return await receiver.database.transaction(async (tx) => {
    await updateBundleState(tx, row.fileName, { state: verdict, code: null, receipt: '', judgedAt: at });
    const records = report === null ? null : await applyReport(tx, row.office, row.fileName, report);
    await deleteHeldFile(tx, row, row.sequence);
    const { contiguous } = await moveWatermark(tx, row);
    const receipt = receiptFor(receiver, fileOf(row), { verdict, code: null, contiguous, at });
    await updateBundleState(tx, row.fileName, { state: verdict, code: null, receipt, judgedAt: at });
    return { outcome: outcomeOf(row.fileName, verdict, { records }), receipt };
  });
}

async function refuseHeld(
  receiver: Receiver,
  row: BundleRow,
  verdict: 'rejected' | 'fork',
  code: ReceiptCode,
): Promise<Judged> {
  const at = receiver.now();
  const held = await findHeldFile(receiver.database, row, row.sequence);
  if (held !== null) {
    const bundle = {
      ...fileOf(row),
      noteText: held.note,
      age: held.content,
      ageIs: 'read',
      noteSha256: row.noteSha256,
    } as const;
    await quarantineBundle(receiver.archive, bundle);
  }
  return await receiver.database.transaction(async (tx) => {
    const contiguous = await getContiguous(tx, row);
    const receipt = receiptFor(receiver, fileOf(row), { verdict, code, contiguous, at });
    await updateBundleState(tx, row.fileName, { state: verdict, code, receipt, judgedAt: at });
    await deleteHeldFile(tx, row, row.sequence);
    return { outcome: outcomeOf(row.fileName, verdict, { code }), receipt };
  });
}

function fileOf(row: BundleRow): { name: string; fileSha256: string } {
  return { name: row.fileName, fileSha256: row.fileSha256 };
}
