import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileWhole } from '../shared/node/bundle/bundle-files.ts';
import { sha256Hex } from '../shared/node/crypto.ts';
import type { InboxBundle } from './inbox.ts';

/** The folders in which the receiver keeps and answers files. */
export type CityArchive = {
  /** Where receipts are put for the offices to read. */
  receipts: string;
  /** Bundles that the city keeps for an office without being able to read them. */
  stored: string;
  /** Copies of files that were refused, for a human to look at. */
  quarantine: string;
};

/** Writes a receipt unless exactly this one is there already. */
export async function putReceipt({ receipts }: CityArchive, name: string, receipt: string): Promise<void> {
  await putFile(receipts, `${name}.receipt`, Buffer.from(receipt, 'utf8'));
}

/** Keeps a bundle that the city can't read; the note last. */
export async function storeBundle({ stored }: CityArchive, bundle: InboxBundle, age: Uint8Array): Promise<void> {
  await putFile(stored, `${bundle.name}.age`, age);
  await putFile(stored, `${bundle.name}.note`, Buffer.from(bundle.noteText ?? '', 'utf8'));
}

/** Keeps a copy of what was refused; the sender's folder is left as it is. */
export async function quarantineBundle({ quarantine }: CityArchive, bundle: InboxBundle): Promise<void> {
  const mark = sha256Hex(bundle.fileSha256 + bundle.noteSha256).slice(0, 12);
  // A name that is none of ours could say anything; its hash says enough.
  const name = /^[a-z0-9-]{1,80}$/.test(bundle.name) ? bundle.name : `unnamed-${sha256Hex(bundle.name).slice(0, 16)}`;
  if (bundle.age !== null) await putFile(quarantine, `${name}.${mark}.age`, bundle.age);
  if (bundle.noteText !== null) await putFile(quarantine, `${name}.${mark}.note`, Buffer.from(bundle.noteText, 'utf8'));
}

async function putFile(directory: string, name: string, content: Uint8Array): Promise<void> {
  const there = await readFile(join(directory, name)).catch(() => null);
  if (there !== null && sha256Hex(there) === sha256Hex(content)) return;
  await mkdir(directory, { recursive: true });
  await writeFileWhole(directory, name, content);
}
