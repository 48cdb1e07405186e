import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseBundleFileName } from '../../../shared/bundle/bundle-file-name.ts';
import { ReportManifest } from '../../../shared/bundle/manifest.ts';
import { unpackBundle } from '../../../shared/node/bundle/unpack-bundle.ts';

/**
 * How many rows of each record the reports in a folder announce in their manifests, opened with the city's identity.
 * Records without rows are left out.
 */
export async function countReported(folder: string, identityFile: string): Promise<Record<string, number>> {
  const identities = (await readFile(identityFile, 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  const counts: Record<string, number> = {};
  for (const name of (await readdir(folder)).sort()) {
    if (!name.endsWith('.age') || parseBundleFileName(name.slice(0, -'.age'.length))?.kind !== 'report') continue;
    const [manifest] = await unpackBundle({ file: await readFile(join(folder, name)), kind: 'report', identities });
    const { records } = ReportManifest.parse(JSON.parse(Buffer.from(manifest?.content ?? []).toString('utf8')));
    for (const [record, { upserts }] of Object.entries(records))
      if (upserts > 0) counts[record] = (counts[record] ?? 0) + upserts;
  }
  return counts;
}
