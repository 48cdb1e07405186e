import { ageEncrypt } from '../crypto/age.ts';
import type { BundleEntry } from './bundle-entry.ts';
import { concatInTurns } from './concat-in-turns.ts';
import { packFrames } from './frames.ts';
import { tarParts } from './tar.ts';

const USUAL_LEVEL = 6;

/**
 * Makes the `.age` file: age(zstd(tar) + padding). Whoever calls it can't open the result, unless they hold an identity
 * of one of the recipients.
 *
 * @param entries `manifest.json` first; see {@link reportEntries} and {@link backupEntries}.
 * @param recipients age recipients of one sort (all `age1pq…` or all `age1…`).
 * @param level zstd's compression level; 6 unless told.
 * @throws TypeError for no recipient, an unknown one, or a mix of sorts.
 */
export async function packBundle(bundle: {
  entries: readonly BundleEntry[];
  recipients: readonly string[];
  level?: number;
}): Promise<Uint8Array> {
  const frames = await packFrames(await concatInTurns(tarParts(bundle.entries)), bundle.level ?? USUAL_LEVEL);
  return await ageEncrypt(frames, bundle.recipients);
}
