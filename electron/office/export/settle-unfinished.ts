import type { BundleNote } from '../../../shared/bundle/bundle-note.ts';
import type { Tx } from '../database/handles.ts';
import { type Bundle, changeBundle, deleteUnfinished, listGivenUp, listUnfinished } from './bundle-row.ts';
import { doubt } from './exported-record.ts';
import type { Night } from './night.ts';
import { findLyingBundle, isWhole, outboxFolder, removeBundleFiles } from './outbox.ts';

/**
 * Brings bundles to an end whose writing was interrupted. One whose note is there may have been seen: it stays as it is and
 * counts as written. Of one without a note nobody can know: its number is free again, and what it was to tell is told anew.
 */
export async function settleUnfinished(night: Night): Promise<void> {
  for (const bundle of listUnfinished(night.database)) await settle(night, bundle);
}

async function settle(night: Night, bundle: Bundle): Promise<void> {
  const outbox = outboxFolder(night.core);
  const lying = await findLyingBundle(outbox, bundle.name, night.office);
  if (lying === null) {
    await removeBundleFiles(outbox, bundle.name);
    night.write((tx) => {
      doubt(tx, bundle);
      deleteUnfinished(tx, bundle.name);
    });
    return;
  }
  night.write((tx) => {
    markWritten(tx, bundle, lying.said);
    // The number is used up, but its file is not what was signed: the next bundle repeats it.
    if (!isWhole(lying)) giveUp(tx, bundle, 'file-hash');
  });
}

/** The bundle is complete in the outbox; those that it supersedes are done with. */
export function markWritten(tx: Tx, bundle: Bundle, said: BundleNote): void {
  const { kind, epoch } = bundle;
  changeBundle(tx, bundle.name, {
    state: 'written',
    sha256: said.fileSha256,
    size_bytes: said.fileBytes,
    supersedes: said.supersedes.length > 0 ? said.supersedes.join(',') : null,
  });
  for (const given of listGivenUp(tx, { kind, epoch })) {
    if (given.state === 'rejected' && said.supersedes.includes(given.sequence)) {
      changeBundle(tx, given.name, { state: 'superseded' });
    }
  }
}

/** The city does not take the bundle: the next one repeats what it held and supersedes it. */
export function giveUp(tx: Tx, bundle: Bundle, code: string): void {
  doubt(tx, bundle);
  changeBundle(tx, bundle.name, { state: 'rejected', code });
}
