import { parseBundleFileName } from '../shared/bundle/bundle-file-name.ts';
import type { BundleNote } from '../shared/bundle/bundle-note.ts';
import type { ReceiptCode, RejectionCode } from '../shared/bundle/verdicts.ts';
import { assertNever } from '../shared/kernel/assert-never.ts';
import { BundleRefused } from '../shared/node/bundle/bundle-refused.ts';
import { applyReport, moveWatermark } from './apply-report.ts';
import { quarantineBundle, storeBundle } from './city-archive.ts';
import {
  type BundleRow,
  findAcceptedEpoch,
  findBundle,
  findBundleByName,
  getContiguous,
  listBundlesAfter,
  updateBundleState,
  writeBundle,
} from './database/bundle-ledger.ts';
import { insertHeldFile } from './database/held-files.ts';
import { type FileHashes, findRefusedFile, writeRefusedFile } from './database/refused-files.ts';
import type { InboxBundle } from './inbox.ts';
import { type Judged, outcomeOf, type Receiver, receiptFor } from './receiver.ts';
import { advance, missingBefore } from './sequence.ts';
import { type VerifiedReport, verifyAuthorship, verifyContent, verifyFile } from './verify-bundle.ts';

/** What a later look may see otherwise: a key was enrolled, a file arrived, the program was renewed. */
const CHANGEABLE: ReadonlySet<ReceiptCode> = new Set<RejectionCode>([
  'not-enrolled',
  'wrong-signer',
  'file-missing',
  'too-large',
  'expands-too-far',
  'not-a-recipient',
  'schema-unknown',
]);

/**
 * Judges one bundle: verifies everything, then applies it, or holds it, or refuses it, in one transaction each.
 *
 * @returns the verdict and the receipt to write. Nothing of a refused bundle reaches the record tables.
 */
export async function judgeBundle(receiver: Receiver, bundle: InboxBundle): Promise<Judged> {
  const before = await findBundleByName(receiver.database, bundle.name);
  const again = await judgedBefore(receiver, bundle, before);
  if (again !== null) return again;

  let note: BundleNote;
  try {
    note = verifyAuthorship(bundle, receiver.enrolled);
  } catch (error) {
    // Not by the office: it says nothing about the number, and must not replace what a good bundle got as its receipt.
    return await refuseFile(receiver, bundle, { verdict: 'rejected', code: codeOf(error) }, before === null);
  }
  // One file for each number, also if it was rejected: what was signed once is signed.
  if (before !== null && before.fileSha256 !== note.fileSha256) {
    return await refuseFile(receiver, bundle, { verdict: 'fork', code: 'other-file' }, true);
  }
  if (before !== null && (before.state !== 'rejected' || before.judgedSha256 === before.fileSha256)) {
    try {
      verifyFile(bundle, note);
    } catch (error) {
      // A damaged copy of a file that came through before: no reason to tell the office anything new.
      return await refuseFile(receiver, bundle, { verdict: 'rejected', code: codeOf(error) }, false);
    }
    if (before.state !== 'rejected') return await sayAgain(receiver, before);
  }
  return await judgeAuthentic(receiver, bundle, note);
}

/** The same two files again: the same answer, but for what may have changed on our side. */
async function judgedBefore(receiver: Receiver, bundle: InboxBundle, before: BundleRow | null): Promise<Judged | null> {
  const same = before !== null && before.judgedSha256 === bundle.fileSha256 && before.noteSha256 === bundle.noteSha256;
  if (same && (before.code === null || !CHANGEABLE.has(before.code))) return await sayAgain(receiver, before);
  const refused = await findRefusedFile(receiver.database, bundle.name, bundle);
  if (refused === null || CHANGEABLE.has(refused.code)) return null;
  return { outcome: outcomeOf(bundle.name, refused.verdict, { code: refused.code }), receipt: refused.receipt };
}

async function sayAgain(receiver: Receiver, row: BundleRow): Promise<Judged> {
  const name = row.fileName;
  switch (row.state) {
    case 'loaded':
    case 'stored':
      return { outcome: outcomeOf(name, 'repeated'), receipt: row.receipt };
    case 'held':
      return await sayHeldAgain(receiver, row);
    case 'rejected':
    case 'fork':
      return { outcome: outcomeOf(name, row.state, { code: row.code }), receipt: row.receipt };
    default:
      return assertNever(row.state);
  }
}

/** What a waiting bundle waits for now; its receipt is renewed if the watermark has moved or its epoch was accepted. */
export async function sayHeldAgain(receiver: Receiver, row: BundleRow): Promise<Judged> {
  const { database } = receiver;
  const contiguous = await getContiguous(database, row);
  const epochAccepted = row.epoch === (await findAcceptedEpoch(database, row.office));
  const code = epochAccepted ? 'gap' : 'epoch-not-accepted';
  const missing = epochAccepted
    ? missingBefore(row.sequence, contiguous, await listBundlesAfter(database, row, contiguous))
    : [];
  const outcome = outcomeOf(row.fileName, 'held', { code, missing });
  if (row.receipt.includes(`\ncode ${code}\ncontiguous ${contiguous}\n`)) return { outcome, receipt: row.receipt };
  const at = receiver.now();
  const receipt = receiptFor(
    receiver,
    { name: row.fileName, fileSha256: row.fileSha256 },
    { verdict: 'held', code, contiguous, at },
  );
  await updateBundleState(database, row.fileName, { state: 'held', code, receipt, judgedAt: at });
  return { outcome, receipt };
}

/** Refuses two files without touching what the ledger has under this name. */
async function refuseFile(
  receiver: Receiver,
  bundle: InboxBundle,
  said: { verdict: 'rejected' | 'fork'; code: ReceiptCode },
  tellOffice: boolean,
): Promise<Judged> {
  const at = receiver.now();
  const name = parseBundleFileName(bundle.name);
  const contiguous = name === null ? 0 : await getContiguous(receiver.database, name);
  const before = await findRefusedFile(receiver.database, bundle.name, bundle);
  // The same answer as last time is the same receipt, so that the office does not read news where there are none.
  const told = before?.code === said.code ? before.receipt : null;
  const receipt =
    tellOffice && name !== null ? (told ?? receiptFor(receiver, bundle, { ...said, contiguous, at })) : null;
  if (said.code !== 'file-missing') await quarantineBundle(receiver.archive, bundle);
  const hashes: FileHashes = { fileSha256: bundle.fileSha256, noteSha256: bundle.noteSha256 };
  await writeRefusedFile(receiver.database, bundle.name, hashes, { ...said, receipt }, at);
  return { outcome: outcomeOf(bundle.name, said.verdict, { code: said.code }), receipt };
}

/** The note is the office's. */
async function judgeAuthentic(receiver: Receiver, bundle: InboxBundle, note: BundleNote): Promise<Judged> {
  let verified: { age: Uint8Array; report: VerifiedReport | null };
  const acceptedEpoch = (await findAcceptedEpoch(receiver.database, note.office)) ?? 1;
  try {
    if (note.epoch < acceptedEpoch) throw new BundleRefused('epoch-closed');
    // What the watermark has passed without it was given up: its rows may be older than what was loaded since.
    if (note.sequence <= (await getContiguous(receiver.database, note))) throw new BundleRefused('given-up');
    const age = verifyFile(bundle, note);
    const report = note.kind === 'report' ? await verifyContent(age, note, receiver.keys, receiver.enrolled) : null;
    verified = { age, report };
  } catch (error) {
    return await refuseNumber(receiver, bundle, note, { verdict: 'rejected', code: codeOf(error) });
  }
  if (!(await followsItsPredecessor(receiver, note))) {
    return await refuseNumber(receiver, bundle, note, { verdict: 'fork', code: 'other-previous' });
  }
  // Before the commit: a bundle that the ledger calls stored is there.
  if (verified.report === null) await storeBundle(receiver.archive, bundle, verified.age);
  return await enterBundle(receiver, bundle, note, { ...verified, epochAccepted: note.epoch === acceptedEpoch });
}

/** Whether the bundle names as its predecessor the one that we have; true if we have none. */
export async function followsItsPredecessor(receiver: Receiver, note: BundleRow | BundleNote): Promise<boolean> {
  if (note.sequence === 1) return note.previousSha256 === null;
  const predecessor = await findBundle(receiver.database, note, note.sequence - 1);
  return predecessor === null || predecessor.fileSha256 === note.previousSha256;
}

/** Refuses a bundle of the office: its number is taken by it all the same. */
async function refuseNumber(
  receiver: Receiver,
  bundle: InboxBundle,
  note: BundleNote,
  said: { verdict: 'rejected' | 'fork'; code: ReceiptCode },
): Promise<Judged> {
  const at = receiver.now();
  const contiguous = await getContiguous(receiver.database, note);
  const before = await findBundle(receiver.database, note, note.sequence);
  const told = before?.code === said.code && before.judgedSha256 === bundle.fileSha256 ? before.receipt : null;
  const receipt = told ?? receiptFor(receiver, bundle, { ...said, contiguous, at });
  if (said.code !== 'file-missing') await quarantineBundle(receiver.archive, bundle);
  await writeBundle(receiver.database, bundle.name, note, {
    state: said.verdict,
    code: said.code,
    judgedSha256: bundle.fileSha256,
    noteSha256: bundle.noteSha256,
    judgedAt: at,
    receipt,
  });
  return { outcome: outcomeOf(bundle.name, said.verdict, { code: said.code }), receipt };
}

/** Loads, stores or holds a verified bundle: rows, ledger, watermark and receipt in one transaction. */
async function enterBundle(
  receiver: Receiver,
  bundle: InboxBundle,
  note: BundleNote,
  verified: { age: Uint8Array; report: VerifiedReport | null; epochAccepted: boolean },
): Promise<Judged> {
  const at = receiver.now();
  return await receiver.database.transaction(async (tx) => {
    const contiguous = await getContiguous(tx, note);
    const others = await listBundlesAfter(tx, note, contiguous);
    const known = [
      ...others.filter(({ sequence }) => sequence !== note.sequence),
      { sequence: note.sequence, state: 'held' as const, supersedes: note.supersedes },
    ];
    const isNext = verified.epochAccepted && advance(contiguous, known).next === note.sequence;
    const verdict = isNext ? (verified.report === null ? 'stored' : 'loaded') : 'held';
    const code = isNext ? null : verified.epochAccepted ? 'gap' : 'epoch-not-accepted';
    const judged = {
      state: verdict,
      code,
      judgedSha256: bundle.fileSha256,
      noteSha256: bundle.noteSha256,
      judgedAt: at,
    } as const;
    await writeBundle(tx, bundle.name, note, { ...judged, receipt: '' });
    let records = null;
    if (isNext && verified.report !== null) records = await applyReport(tx, note.office, bundle.name, verified.report);
    if (!isNext && verified.report !== null) {
      await insertHeldFile(tx, note, note.sequence, { content: verified.age, note: bundle.noteText ?? '' });
    }
    const settled = isNext ? (await moveWatermark(tx, note)).contiguous : contiguous;
    const receipt = receiptFor(receiver, bundle, { verdict, code, contiguous: settled, at });
    await writeBundle(tx, bundle.name, note, { ...judged, receipt });
    const missing = code === 'gap' ? missingBefore(note.sequence, contiguous, known) : [];
    return { outcome: outcomeOf(bundle.name, verdict, { code, missing, records }), receipt };
  });
}

function codeOf(error: unknown): RejectionCode {
  if (error instanceof BundleRefused) return error.code;
  throw error;
}
