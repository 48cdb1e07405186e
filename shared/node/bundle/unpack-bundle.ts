import { BACKUP_ENTRY, type BundleKind, MANIFEST_ENTRY, recordEntry } from '../../bundle/bundle-format.ts';
import { REPORT_RECORDS } from '../../bundle/records/report-records.ts';
import { AgeBroken, ageDecrypt } from '../crypto/age.ts';
import type { BundleEntry } from './bundle-entry.ts';
import { BundleRefused } from './bundle-refused.ts';
import { unpackFrames } from './frames.ts';
import { readTar } from './tar.ts';

/** Bounds against bundles that are made to exhaust the reader. The first export of ten years needs about 60 MiB. */
export type BundleLimits = { mostFileBytes: number; mostExpandedBytes: number };
export const USUAL_LIMITS: BundleLimits = { mostFileBytes: 256 * 2 ** 20, mostExpandedBytes: 512 * 2 ** 20 };

const REPORT_NAMES: ReadonlySet<string> = new Set([MANIFEST_ENTRY, ...REPORT_RECORDS.map(recordEntry)]);
const BACKUP_NAMES: ReadonlySet<string> = new Set([MANIFEST_ENTRY, BACKUP_ENTRY]);

/**
 * Opens a `.age` file and returns its entries, `manifest.json` first. Every byte was authenticated, and nothing is there
 * besides; whether manifest, note and rows agree is checked by {@link readReport} and {@link readBackup}.
 *
 * @param identities age identities (secret).
 * @throws BundleRefused `too-large`, `not-a-recipient`, `age-damaged`, `frames-invalid`, `expands-too-far`, `tar-invalid`,
 *   `entry-unexpected` or `manifest-missing`.
 */
export async function unpackBundle(bundle: {
  file: Uint8Array;
  kind: BundleKind;
  identities: readonly string[];
  limits?: BundleLimits;
}): Promise<BundleEntry[]> {
  const { mostFileBytes, mostExpandedBytes } = bundle.limits ?? USUAL_LIMITS;
  if (bundle.file.length > mostFileBytes) throw new BundleRefused('too-large');
  const frames = await decrypted(bundle.file, bundle.identities);
  const names = bundle.kind === 'backup' ? BACKUP_NAMES : REPORT_NAMES;
  const entries = readTar(await unpackFrames(frames, mostExpandedBytes), (name) => names.has(name));
  if (entries[0]?.name !== MANIFEST_ENTRY) throw new BundleRefused('manifest-missing');
  return entries;
}

async function decrypted(file: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  try {
    return await ageDecrypt(file, identities);
  } catch (error) {
    if (!(error instanceof AgeBroken)) throw error;
    throw new BundleRefused(error.reason === 'damaged' ? 'age-damaged' : 'not-a-recipient');
  }
}
