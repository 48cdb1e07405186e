import { dirname, join, resolve } from 'node:path';
import { parseBundleFileName } from '../shared/bundle/bundle-file-name.ts';
import { type CityArchive, putReceipt } from './city-archive.ts';
import { listEnrolledOffices, loadCityKeys } from './city-keys.ts';
import { insertOffice } from './database/bundle-ledger.ts';
import type { CityDatabase } from './database/city-database.ts';
import { listSettledFiles, type SettledFile, writeKnownFile } from './database/known-files.ts';
import { withCityDatabase } from './database/with-city-database.ts';
import { listInbox, readInboxBundle, signatureOf } from './inbox.ts';
import { judgeBundle } from './judge-bundle.ts';
import { type Judged, outcomeOf, type ReceivedBundle, type Receiver } from './receiver.ts';
import { releaseAllHeld, releaseHeld } from './release-held.ts';

export type ReceiveOptions = {
  /** The folder with the bundles of one or many offices. It is only read, but for receipts if they go there. */
  inbox: string;
  /** A folder for PGlite, a `postgres://` URL, or a database that is open already (and stays open). */
  database: string | CityDatabase;
  /** The folder that `initCity` made. */
  keys: string;
  /** Where receipts go; into the inbox unless told. */
  receipts?: string;
  /** Where stored backups and refused files are kept; `archive` beside the keys folder unless told. */
  archive?: string;
  now?: () => Date;
  /** Told when a receipt can't be written; the run goes on. */
  onReceiptProblem?: (file: string, error: unknown) => void;
};

/**
 * Receives all bundles of an inbox: verifies, loads or stores, holds or refuses them, and writes receipts. It can be
 * killed at any moment and run again: a bundle is loaded whole or not at all, once.
 *
 * @returns one outcome for each bundle of the inbox, in the order of their names; then those that were released in this
 *   run though their files have left the inbox.
 * @throws CityMistake if the keys folder is not complete. A receipt that can't be written does not stop the run; the next
 *   run writes it.
 */
export async function receiveInbox(options: ReceiveOptions): Promise<ReceivedBundle[]> {
  const { inbox, keys, now = () => new Date() } = options;
  const archive = archiveOf(options);
  const cityKeys = await loadCityKeys(keys);
  const enrolled = await listEnrolledOffices(keys);
  const names = await listInbox(inbox);
  const receive = async (database: CityDatabase) => {
    const receiver: Receiver = { database, keys: cityKeys, enrolled, archive, now };
    for (const office of enrolled.keys()) await insertOffice(database, office, now());
    return await receiveAll(receiver, resolve(inbox), names, options.onReceiptProblem ?? (() => {}));
  };
  return await withCityDatabase(options.database, receive, { create: true });
}

function archiveOf({ inbox, keys, receipts, archive }: ReceiveOptions): CityArchive {
  const root = archive ?? join(dirname(resolve(keys)), 'archive');
  return { receipts: receipts ?? inbox, stored: join(root, 'stored'), quarantine: join(root, 'quarantine') };
}

async function receiveAll(
  receiver: Receiver,
  inbox: string,
  names: readonly string[],
  onReceiptProblem: (file: string, error: unknown) => void,
): Promise<ReceivedBundle[]> {
  const answer = async (name: string, receipt: string | null) => {
    if (receipt === null) return;
    await putReceipt(receiver.archive, name, receipt).catch((error: unknown) =>
      onReceiptProblem(`${name}.receipt`, error),
    );
  };
  const released = new Map<string, ReceivedBundle>();
  const answerReleased = async (judged: readonly Judged[]) => {
    for (const { outcome, receipt } of judged) {
      released.set(outcome.file, outcome);
      await answer(outcome.file.replace(/\.age$/, ''), receipt);
    }
  };

  const offices = new Set(names.flatMap((name) => parseBundleFileName(name)?.office ?? []));
  await answerReleased(await releaseAllHeld(receiver, offices));
  const settled = await listSettledFiles(receiver.database, inbox);
  const listed: ReceivedBundle[] = [];
  for (const name of names) {
    const { outcome, receipt } = await receiveOne(receiver, inbox, name, settled.get(name));
    listed.push(outcome);
    await answer(name, receipt);
    const stream = parseBundleFileName(name);
    // One that is held may still release others: those that waited for what it gives up.
    const entered = outcome.verdict === 'loaded' || outcome.verdict === 'stored' || outcome.verdict === 'held';
    if (entered && stream !== null) await answerReleased(await releaseHeld(receiver, stream));
  }
  const inInbox = new Set(listed.map(({ file }) => file));
  const elsewhere = [...released.values()].filter(({ file, verdict }) => !inInbox.has(file) && verdict !== 'held');
  return [...listed.map((outcome) => lastWord(outcome, released.get(outcome.file))), ...elsewhere];
}

/** A bundle that was released in this run was not merely held or repeated in it. */
function lastWord(listed: ReceivedBundle, released: ReceivedBundle | undefined): ReceivedBundle {
  const isOlder = listed.verdict === 'held' || listed.verdict === 'repeated';
  return released !== undefined && released.verdict !== 'held' && isOlder ? released : listed;
}

async function receiveOne(
  receiver: Receiver,
  inbox: string,
  name: string,
  settled: SettledFile | undefined,
): Promise<Judged> {
  const signature = await signatureOf(inbox, name, receiver.now());
  // Security: only what was loaded or stored is skipped unread, and only while the file system says that neither file changed.
  if (settled !== undefined && settled.signature === signature) {
    return { outcome: outcomeOf(name, 'repeated'), receipt: settled.receipt };
  }
  const bundle = await readInboxBundle(inbox, name);
  const judged = await judgeBundle(receiver, bundle);
  if (signature !== null) await writeKnownFile(receiver.database, inbox, name, signature, bundle);
  return judged;
}
