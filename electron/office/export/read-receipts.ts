import { formatReceipt, type Receipt } from '../../../shared/bundle/receipt.ts';
import { assertNever } from '../../../shared/kernel/assert-never.ts';
import { readReceipts } from '../../../shared/node/bundle/bundle-files.ts';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import type { Tx } from '../database/handles.ts';
import { type Bundle, changeBundle, findBundle, highestConfirmed, listBundlesAfter } from './bundle-row.ts';
import type { Night } from './night.ts';
import { exchangeFolder, requireFolder } from './outbox.ts';
import { giveUp } from './settle-unfinished.ts';

/**
 * Reads what the city has answered and moves each bundle to the state that follows. Nothing is written when nothing is
 * new. Returns how many receipts the city has signed for bundles of this office.
 *
 * @throws ExportProblem folder-missing.
 */
export async function readCityReceipts(night: Night): Promise<number> {
  const folder = exchangeFolder(night.core, night.office);
  await requireFolder(folder);
  const { receipts, unreadable } = await readReceipts(folder, night.office.receipt_key_pem);
  // Names of others' files may say anything: only how many is logged.
  if (unreadable.length > 0) {
    night.core.ports.log.write({ level: 'warning', code: 'receipt-not-signed', detail: { files: unreadable.length } });
  }
  const ours = receipts.filter((receipt) => findBundle(night.database, receipt.bundle) !== null);
  const news = ours.filter((receipt) => {
    return findBundle(night.database, receipt.bundle)?.receipt_sha256 !== digestOf(receipt);
  });
  if (news.length > 0) {
    night.write((tx) => {
      for (const receipt of news) heed(tx, receipt, night.at);
    });
  }
  return ours.length;
}

function digestOf(receipt: Receipt): string {
  return sha256Hex(formatReceipt(receipt));
}

function heed(tx: Tx, receipt: Receipt, at: string): void {
  const found = findBundle(tx, receipt.bundle);
  if (!found) return;
  changeBundle(tx, found.name, { receipt_sha256: digestOf(receipt) });
  confirmUpTo(tx, found, receipt.contiguous, at);
  heedVerdict(tx, findBundle(tx, receipt.bundle) ?? found, receipt, at);
}

/** Everything up to there is settled at the city, whether its own receipt arrived or not. */
function confirmUpTo(tx: Tx, { kind, epoch }: Bundle, contiguous: number, at: string): void {
  const stream = { kind, epoch };
  for (const earlier of listBundlesAfter(tx, stream, highestConfirmed(tx, stream))) {
    const settled = isUnderway(earlier) || earlier.state === 'rejected';
    if (earlier.sequence <= contiguous && settled) confirm(tx, earlier, at);
  }
}

/** Sent and not yet settled. What was confirmed stays so, whatever an old receipt that turns up again says. */
function isUnderway({ state }: Bundle): boolean {
  return state === 'written' || state === 'held';
}

function heedVerdict(tx: Tx, bundle: Bundle, receipt: Receipt, at: string): void {
  switch (receipt.verdict) {
    case 'loaded':
    case 'stored':
    case 'repeated':
      // A receipt speaks of the file with its hash alone.
      if (receipt.fileSha256 === bundle.sha256 && bundle.confirmed_at === null) confirm(tx, bundle, at);
      return;
    case 'held':
      if (isUnderway(bundle)) hold(tx, bundle, receipt);
      return;
    case 'rejected':
      if (isUnderway(bundle)) reject(tx, bundle, receipt);
      return;
    case 'fork':
      // Also for another file than ours, and after ours was confirmed: somebody else signs with this office's key.
      changeBundle(tx, bundle.name, { state: 'fork', code: receipt.code });
      return;
    default:
      assertNever(receipt.verdict);
  }
}

function confirm(tx: Tx, { name, state, code }: Bundle, at: string): void {
  // The alarm of a fork stays, whichever of the two files came through.
  const settled = state === 'fork' ? ({ state, code } as const) : ({ state: 'confirmed', code: null } as const);
  changeBundle(tx, name, { ...settled, confirmed_at: at });
}

/** The city lacks something before this one: what it has not confirmed before it is put into the folder again. */
function hold(tx: Tx, bundle: Bundle, receipt: Receipt): void {
  changeBundle(tx, bundle.name, { state: 'held', code: receipt.code });
  if (receipt.code !== 'gap') return;
  for (const missing of listBundlesAfter(tx, bundle, receipt.contiguous)) {
    if (missing.sequence < bundle.sequence && missing.state === 'written') {
      changeBundle(tx, missing.name, { delivered_at: null });
    }
  }
}

function reject(tx: Tx, bundle: Bundle, { code }: Receipt): void {
  // The note came without its file: a copy went astray, the bundle itself is sound.
  if (code === 'file-missing') changeBundle(tx, bundle.name, { delivered_at: null });
  else giveUp(tx, bundle, code ?? 'rejected');
}
