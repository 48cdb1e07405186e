import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { elapsedMs, type Instant } from '../../../shared/kernel/instants.ts';
import { type Bundle, findBundle, highestConfirmed } from './bundle-row.ts';
import type { Night } from './night.ts';
import { exchangeFolder, outboxFolder, removeBundleFiles } from './outbox.ts';

/** How long a bundle is kept after the city has confirmed it (docs/bundle-format.md). */
const KEPT_MS = 7 * 24 * 3_600_000;
const NOTE_ENDING = '.note';

/** Removes this office's bundles, here and in the export folder, whose time is over; their receipts go with them. */
export async function pruneOutbox(night: Night): Promise<void> {
  const folder = exchangeFolder(night.core, night.office);
  for (const place of new Set([outboxFolder(night.core), folder])) {
    const names = await readdir(place).catch(() => []);
    for (const file of names.filter((name) => name.endsWith(NOTE_ENDING))) {
      const bundle = findBundle(night.database, file.slice(0, -NOTE_ENDING.length));
      if (!bundle || !isOver(night, bundle)) continue;
      await removeBundleFiles(place, bundle.name);
      await rm(join(place, `${bundle.name}.receipt`), { force: true });
    }
  }
}

/** A bundle that was given up is over as soon as one that supersedes it could be: once the city has a later one. */
function isOver(night: Night, bundle: Bundle): boolean {
  if (bundle.confirmed_at !== null) return isLongAgo(night, bundle.confirmed_at);
  const settled = bundle.sequence < highestConfirmed(night.database, bundle);
  return bundle.state === 'superseded' && settled && isLongAgo(night, bundle.created_at);
}

function isLongAgo(night: Night, instant: Instant): boolean {
  return elapsedMs(instant, night.at) > KEPT_MS;
}
