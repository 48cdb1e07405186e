import { type BundleName, parseBundleFileName } from '../shared/bundle/bundle-file-name.ts';
import type { BundleNote } from '../shared/bundle/bundle-note.ts';
import type { ReportManifest } from '../shared/bundle/manifest.ts';
import type { ReportLines } from '../shared/bundle/records/report-records.ts';
import { BundleRefused } from '../shared/node/bundle/bundle-refused.ts';
import { verifyNote } from '../shared/node/bundle/bundle-signing.ts';
import { readReport } from '../shared/node/bundle/read-entries.ts';
import { signerOf } from '../shared/node/bundle/signed-note.ts';
import { unpackBundle } from '../shared/node/bundle/unpack-bundle.ts';
import type { CityKeys } from './city-keys.ts';
import type { InboxBundle } from './inbox.ts';

/** A report of which every byte was verified. */
export type VerifiedReport = { manifest: ReportManifest; lines: ReportLines };

/**
 * First step: who wrote the note, and does it stand beside the file that it names?
 *
 * @param enrolled public signing keys by office.
 * @throws BundleRefused
 */
export function verifyAuthorship(bundle: InboxBundle, enrolled: ReadonlyMap<string, string>): BundleNote {
  const name = parseBundleFileName(bundle.name);
  if (name === null) throw new BundleRefused('name-unreadable');
  if (bundle.noteText === null) throw new BundleRefused('note-unreadable');
  const publicKeyPem = enrolled.get(name.office);
  if (publicKeyPem === undefined) throw new BundleRefused('not-enrolled');
  const note = verifyNote(bundle.noteText, name.office, publicKeyPem);
  if (!namesAgree(name, note)) throw new BundleRefused('name-mismatch');
  return note;
}

function namesAgree(name: BundleName, note: BundleNote): boolean {
  return name.kind === note.kind && name.epoch === note.epoch && name.sequence === note.sequence;
}

/** Second step: is the file the one that was signed? @returns its bytes. @throws BundleRefused */
export function verifyFile(bundle: InboxBundle, note: BundleNote): Uint8Array {
  if (bundle.ageIs === 'too-large') throw new BundleRefused('too-large');
  if (bundle.age === null) throw new BundleRefused('file-missing');
  if (bundle.age.length !== note.fileBytes) throw new BundleRefused('file-size');
  if (bundle.fileSha256 !== note.fileSha256) throw new BundleRefused('file-hash');
  return bundle.age;
}

/** Third step, for reports: open it and check all that is inside. @throws BundleRefused */
export async function verifyContent(
  age: Uint8Array,
  note: BundleNote,
  keys: CityKeys,
  enrolled: ReadonlyMap<string, string>,
): Promise<VerifiedReport> {
  const entries = await unpackBundle({ file: age, kind: note.kind, identities: keys.identities });
  const signedBy = signerOf(note.office, enrolled.get(note.office) ?? '');
  return readReport(entries, { note, signedBy, fingerprints: keys.fingerprints });
}
