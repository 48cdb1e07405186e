import { bundleFileName } from '../../../shared/bundle/bundle-file-name.ts';
import { MOST_SUPERSEDED } from '../../../shared/bundle/bundle-format.ts';
import type { BundleNote } from '../../../shared/bundle/bundle-note.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import type { BundleEntry } from '../../../shared/node/bundle/bundle-entry.ts';
import { writeBundleFiles } from '../../../shared/node/bundle/bundle-files.ts';
import { signNote } from '../../../shared/node/bundle/bundle-signing.ts';
import { packBundle } from '../../../shared/node/bundle/pack-bundle.ts';
import { signerOf } from '../../../shared/node/bundle/signed-note.ts';
import type { BundleFacts } from '../../../shared/node/bundle/write-entries.ts';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import { type Bundle, findBundle, insertUnfinished, listGivenUp, newestBundle } from './bundle-row.ts';
import type { Night } from './night.ts';
import { outboxFolder } from './outbox.ts';
import { markWritten, settleUnfinished } from './settle-unfinished.ts';

/** What is to be written under the next number of a kind. */
export interface NewBundle {
  kind: 'report' | 'backup';
  recipients: readonly string[];
  journal: { from: number; to: number; head: string };
  /** The local days whose work it holds. */
  period: { from: LocalDate; to: LocalDate };
  /** Makes what goes into it, once its number is taken. */
  entries(facts: BundleFacts): Promise<BundleEntry[]>;
  /** What has to be written down before the bundle can be seen; it is packed meanwhile. */
  meanwhile?(sequence: number): Promise<void>;
}

/** zstd's own usual one: for these lines the higher ones take twice the time for a twentieth less. */
const ZSTD_LEVEL = 3;

/**
 * Writes a bundle into the outbox: number, files, note last, mark. Killed anywhere, the next run completes it or gives
 * the number back (settleUnfinished), so that no number is left out and none is used for two files. Returns its name.
 *
 * @throws the error of the file system or database; then there is no bundle, or a complete one.
 */
export async function writeBundle(night: Night, bundle: NewBundle): Promise<string> {
  await settleUnfinished(night);
  const taken = takeNumber(night, bundle);
  await night.turn('number-taken');
  try {
    await writeFiles(night, taken, bundle);
  } catch (error) {
    // Best effort: where this fails too, as on a full disk, the next run does it.
    await settleUnfinished(night).catch(() => {});
    throw error;
  }
  return taken.name;
}

function takeNumber(night: Night, { kind, journal, period }: NewBundle): Bundle {
  const { id: office, epoch } = night.office;
  return night.write((tx) => {
    const newest = newestBundle(tx, { kind, epoch });
    const sequence = (newest?.sequence ?? 0) + 1;
    const name = bundleFileName({ office, kind, epoch, sequence });
    const previous = newest?.sha256 ?? null;
    insertUnfinished(tx, { name, kind, epoch, sequence, previous, journal, dayTo: period.to, createdAt: night.at });
    const taken = findBundle(tx, name);
    if (!taken) throw new Error('It was written just now');
    return taken;
  });
}

async function writeFiles(night: Night, taken: Bundle, bundle: NewBundle): Promise<void> {
  const { office, core } = night;
  const content = await bundle.entries(factsOf(night, taken, bundle));
  const [age] = await Promise.all([
    packBundle({ entries: content, recipients: bundle.recipients, level: ZSTD_LEVEL }),
    bundle.meanwhile?.(taken.sequence),
  ]);
  await night.turn('packed');
  const note: BundleNote = {
    office: office.id,
    kind: bundle.kind,
    epoch: taken.epoch,
    sequence: taken.sequence,
    previousSha256: taken.previous,
    supersedes: supersededBy(night, taken),
    fileSha256: sha256Hex(age),
    fileBytes: age.length,
    createdAt: taken.created_at,
  };
  await writeBundleFiles(outboxFolder(core), taken.name, age, signNote(note, office.signing_private_pem));
  await night.turn('files-written');
  night.write((tx) => markWritten(tx, taken, note));
  await night.turn('recorded');
}

function factsOf({ office, core }: Night, taken: Bundle, { recipients, period, journal }: NewBundle): BundleFacts {
  return {
    office: { id: office.id, name: office.name },
    epoch: taken.epoch,
    sequence: taken.sequence,
    signedBy: signerOf(office.id, office.signing_public_pem),
    recipients,
    period,
    journal,
    writtenBy: `tandem ${core.ports.programVersion}`,
  };
}

function supersededBy(night: Night, taken: Bundle): number[] {
  const given = listGivenUp(night.database, taken).map(({ sequence }) => sequence);
  // The oldest first: what is left over is superseded by the bundle after this one.
  return given.slice(0, MOST_SUPERSEDED);
}
