import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseBundleFileName } from '../shared/bundle/bundle-file-name.ts';
import type { Manifest } from '../shared/bundle/manifest.ts';
import type { RejectionCode } from '../shared/bundle/verdicts.ts';
import type { BundleEntry } from '../shared/node/bundle/bundle-entry.ts';
import { BundleRefused } from '../shared/node/bundle/bundle-refused.ts';
import { readBackup, readManifest, readReport } from '../shared/node/bundle/read-entries.ts';
import { signerOf } from '../shared/node/bundle/signed-note.ts';
import { unpackBundle } from '../shared/node/bundle/unpack-bundle.ts';
import { listEnrolledOffices, loadCityKeys } from './city-keys.ts';
import { CityMistake } from './city-mistake.ts';
import { readInboxBundle } from './inbox.ts';
import { verifyAuthorship, verifyFile } from './verify-bundle.ts';

export type OpenedBundle = {
  /** `null`: an enrolled office signed exactly this, and manifest and entries agree; else why the receiver would refuse it. */
  refusedAs: RejectionCode | null;
  manifest: Manifest;
  entries: readonly BundleEntry[];
};

/**
 * Opens one bundle without loading it: to look into a file of the quarantine, or one that somebody brought.
 *
 * @param options.file the `.age` file, or its name without ending.
 * @param options.out a folder that gets the entries; only looked at unless told.
 * @throws BundleRefused if it can't be opened or is not a bundle; CityMistake if the file is not there.
 */
export async function openBundleFile(options: { file: string; keys: string; out?: string }): Promise<OpenedBundle> {
  const name = basename(options.file).replace(/\.(?:age|note)$/, '');
  const folder = dirname(options.file);
  const age = await readFile(join(folder, `${name}.age`)).catch(() => null);
  if (age === null) throw new CityMistake(`${join(folder, `${name}.age`)} can't be read`);
  const { identities } = await loadCityKeys(options.keys);
  const kind = parseBundleFileName(name.replace(/\..*$/, ''))?.kind ?? 'report';
  const entries = await unpackBundle({ file: age, kind, identities });
  const manifest = readManifest(entries);
  if (options.out !== undefined) await writeEntries(options.out, entries);
  return { refusedAs: await refusalOf(folder, name, options.keys, entries), manifest, entries };
}

async function refusalOf(
  folder: string,
  name: string,
  keys: string,
  entries: readonly BundleEntry[],
): Promise<RejectionCode | null> {
  // A file of the quarantine has a mark behind its name.
  const bundle = { ...(await readInboxBundle(folder, name)), name: name.replace(/\..*$/, '') };
  const enrolled = await listEnrolledOffices(keys);
  const { fingerprints } = await loadCityKeys(keys);
  try {
    const note = verifyAuthorship(bundle, enrolled);
    verifyFile(bundle, note);
    const expected = { note, signedBy: signerOf(note.office, enrolled.get(note.office) ?? ''), fingerprints };
    if (note.kind === 'backup') readBackup(entries, expected);
    else readReport(entries, expected);
    return null;
  } catch (error) {
    if (error instanceof BundleRefused) return error.code;
    throw error;
  }
}

async function writeEntries(out: string, entries: readonly BundleEntry[]): Promise<void> {
  for (const { name, content } of entries) {
    // The names were checked against the list of entries that a bundle may have: none leads out of the folder.
    const path = join(out, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}
