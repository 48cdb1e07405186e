import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBundleFiles, writeFileWhole } from '../../../shared/node/bundle/bundle-files.ts';
import { type Bundle, changeBundle, listUndelivered } from './bundle-row.ts';
import { ExportProblem, folderProblemOf, NightInterrupted } from './export-problem.ts';
import type { Night } from './night.ts';
import { exchangeFolder, findLyingBundle, isWhole, type LyingBundle, outboxFolder, requireFolder } from './outbox.ts';
import { giveUp } from './settle-unfinished.ts';

/**
 * Puts every bundle that is not there yet into the export folder, oldest first: temporary name, size and hash checked,
 * rename, note last. One that can't be put there stays in the outbox and in line.
 *
 * @throws ExportProblem no-space, folder-missing, folder-not-writable or failed at the first that can't be put there.
 */
export async function deliverBundles(night: Night): Promise<void> {
  const waiting = listUndelivered(night.database);
  if (waiting.length === 0) return;
  const folder = exchangeFolder(night.core, night.office);
  await requireFolder(folder);
  for (const bundle of waiting) {
    await deliver(night, bundle, folder);
    await night.turn('delivered');
  }
}

async function deliver(night: Night, bundle: Bundle, folder: string): Promise<void> {
  const outbox = outboxFolder(night.core);
  const kept = await findLyingBundle(outbox, bundle.name, night.office);
  if (kept === null || !isWhole(kept) || kept.said.fileSha256 !== bundle.sha256) {
    // Somebody took the kept copy away: what it told is told anew under the next number.
    night.core.ports.log.write({ level: 'error', code: 'kept-bundle-lost', detail: { bundle: bundle.name } });
    night.write((tx) => giveUp(tx, bundle, 'file-missing'));
    return;
  }
  if (folder !== outbox) await putInto(night, bundle.name, kept, folder);
  night.write((tx) => changeBundle(tx, bundle.name, { delivered_at: night.at }));
}

async function putInto(
  night: Night,
  name: string,
  kept: LyingBundle & { age: Uint8Array },
  folder: string,
): Promise<void> {
  try {
    const there = await findLyingBundle(folder, name, night.office);
    if (there !== null && there.said.fileSha256 !== kept.said.fileSha256) {
      // Two files of ours under one number: somebody else works with a copy of this office. Neither is overwritten.
      night.core.ports.log.write({ level: 'error', code: 'other-bundle-in-folder', detail: { bundle: name } });
      throw new ExportProblem('failed');
    }
    if (there !== null && isWhole(there)) return;
    await put(name, kept, folder);
  } catch (error) {
    if (error instanceof NightInterrupted || error instanceof ExportProblem) throw error;
    throw new ExportProblem(folderProblemOf(error));
  }
}

async function put(name: string, { age, note }: LyingBundle & { age: Uint8Array }, folder: string): Promise<void> {
  const noteIsThere = await stat(join(folder, `${name}.note`)).catch(() => null);
  if (!noteIsThere) return await writeBundleFiles(folder, name, age, note);
  // A copy of ours that was damaged, or a note that we did not sign: both files are put in order.
  await writeFileWhole(folder, `${name}.age`, age);
  await writeFileWhole(folder, `${name}.note`, Buffer.from(note, 'utf8'));
}
