import { mkdirSync } from 'node:fs';
import { lstat, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFileName } from '../../../shared/bundle/bundle-file-name.ts';
import type { BundleNote } from '../../../shared/bundle/bundle-note.ts';
import { BundleRefused } from '../../../shared/node/bundle/bundle-refused.ts';
import { verifyNote } from '../../../shared/node/bundle/bundle-signing.ts';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import type { Core } from '../core.ts';
import type { Office } from '../office/office-row.ts';
import { codeOf, ExportProblem } from './export-problem.ts';

/** None of ours is longer than a few hundred bytes; a list of many superseded numbers makes it longer. */
const MOST_NOTE_BYTES = 16 * 1024;

/** Where each bundle is kept until the city has confirmed it; made if it is not there. */
export function outboxFolder(core: Core): string {
  const folder = join(core.ports.dataFolder, 'outbox');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Where bundles go and receipts come from: the export folder, or the outbox itself where none is named. */
export function exchangeFolder(core: Core, office: Pick<Office, 'export_folder'>): string {
  return office.export_folder === '' ? outboxFolder(core) : office.export_folder;
}

/** @throws ExportProblem folder-missing. */
export async function requireFolder(folder: string): Promise<void> {
  const facts = await stat(folder).catch(() => null);
  if (!facts?.isDirectory()) throw new ExportProblem('folder-missing');
}

/** A bundle as it lies in a folder: both files, the second one ours. */
export interface LyingBundle {
  /** Null: not there, or not of the size that the note says. */
  age: Uint8Array | null;
  note: string;
  said: BundleNote;
}

/**
 * The bundle of this name in a folder. Null when there is no note that this office signed for that name: then the bundle
 * does not exist there, whatever else lies under its name.
 */
export async function findLyingBundle(folder: string, name: string, office: Office): Promise<LyingBundle | null> {
  const note = await readPlainFile(join(folder, `${name}.note`), (sizeBytes) => sizeBytes <= MOST_NOTE_BYTES);
  if (note === null) return null;
  try {
    const text = note.toString('utf8');
    const said = verifyNote(text, office.id, office.signing_public_pem);
    if (bundleFileName(said) !== name) return null;
    const age = await readPlainFile(join(folder, `${name}.age`), (sizeBytes) => sizeBytes === said.fileBytes);
    return { age, note: text, said };
  } catch (error) {
    if (error instanceof BundleRefused) return null;
    throw error;
  }
}

/** Whether the `.age` file is the one that the note speaks of. */
export function isWhole(lying: LyingBundle): lying is LyingBundle & { age: Uint8Array } {
  return lying.age !== null && sha256Hex(lying.age) === lying.said.fileSha256;
}

/** Removes both files, the note first: without it the bundle does not exist. */
export async function removeBundleFiles(folder: string, name: string): Promise<void> {
  await rm(join(folder, `${name}.note`), { force: true });
  await rm(join(folder, `${name}.age`), { force: true });
}

/** Null if it is not there or not of the right size. */
async function readPlainFile(path: string, hasRightSize: (sizeBytes: number) => boolean): Promise<Buffer | null> {
  try {
    const facts = await lstat(path);
    // Security: whoever may write to a shared folder could put a link there, or a pipe that never ends.
    return facts.isFile() && hasRightSize(facts.size) ? await readFile(path) : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
