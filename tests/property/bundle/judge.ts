import type { CityKeys } from '../../../city/city-keys.ts';
import { verifyAuthorship, verifyContent, verifyFile } from '../../../city/verify-bundle.ts';
import { BundleRefused } from '../../../shared/node/bundle/bundle-refused.ts';
import { sha256Hex } from '../../../shared/node/crypto.ts';

/** What the city says of two files, before any database is asked: `accepted` or the code of the refusal. */
export async function judge(
  files: { name: string; age: Uint8Array; note: string },
  keys: CityKeys,
  enrolled: ReadonlyMap<string, string>,
): Promise<string> {
  const bundle = {
    name: files.name,
    noteText: files.note,
    age: files.age,
    ageIs: 'read' as const,
    fileSha256: sha256Hex(files.age),
    noteSha256: sha256Hex(files.note),
  };
  try {
    const note = verifyAuthorship(bundle, enrolled);
    await verifyContent(verifyFile(bundle, note), note, keys, enrolled);
    return 'accepted';
  } catch (error) {
    // Anything else than a refusal with a code is a crash.
    if (error instanceof BundleRefused) return error.code;
    throw error;
  }
}
