import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseBundleFileName } from '../../bundle/bundle-file-name.ts';
import type { Receipt } from '../../bundle/receipt.ts';
import { sha256Hex } from '../crypto.ts';
import { verifyReceipt } from './bundle-signing.ts';

/** Nobody writes a receipt larger than this; a larger file is none. */
const MOST_RECEIPT_BYTES = 4096;

/**
 * Writes a file so that a reader sees all of it or nothing, also after a power cut: temporary name, fsync, read back and
 * compared by size and hash (a share or stick may lie), rename, fsync of the folder.
 *
 * @throws the file system's error (`ENOSPC`, `EFBIG`, `EACCES` …) or one with code `EIO` if what was read back differs;
 *   the temporary file is gone then.
 */
export async function writeFileWhole(directory: string, name: string, content: Uint8Array): Promise<void> {
  const temporary = join(directory, `.${name}.part`);
  try {
    // Security: made anew, never opened as it is there; whoever may write to a shared folder could have put a link.
    await rm(temporary, { force: true });
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    if (sha256Hex(await readFile(temporary)) !== sha256Hex(content)) {
      throw Object.assign(new Error('what was written reads back differently'), { code: 'EIO' });
    }
    await rename(temporary, join(directory, name));
    await syncDirectory(directory);
  } catch (error) {
    await removeIfPossible(temporary);
    throw error;
  }
}

/**
 * Writes `<name>.age` and then `<name>.note`: without its note a bundle does not exist yet. For the outbox and for the
 * folder that the bundle is delivered to.
 *
 * @param name from {@link bundleFileName}.
 * @throws an error with code `EEXIST` if a bundle of this name is there already: names are written once. Any other error
 *   of the file system leaves no visible bundle.
 */
export async function writeBundleFiles(directory: string, name: string, age: Uint8Array, note: string): Promise<void> {
  if (parseBundleFileName(name) === null) throw new RangeError('not a bundle name');
  if (await exists(join(directory, `${name}.note`))) {
    throw Object.assign(new Error('a bundle of this name is there already'), { code: 'EEXIST' });
  }
  try {
    await writeFileWhole(directory, `${name}.age`, age);
    await writeFileWhole(directory, `${name}.note`, Buffer.from(note, 'utf8'));
  } catch (error) {
    await removeIfPossible(join(directory, `${name}.age`));
    throw error;
  }
}

/**
 * Reads the city's receipts in a folder.
 *
 * @param cityKeyPem the city's public receipt key, whose fingerprint two people have compared.
 * @returns the receipts that the city signed, by file name; and the names of those that it did not sign, or that speak of
 *   another bundle than their name says.
 */
export async function readReceipts(
  directory: string,
  cityKeyPem: string,
): Promise<{ receipts: Receipt[]; unreadable: string[] }> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.receipt') && !name.startsWith('.')).sort();
  const receipts: Receipt[] = [];
  const unreadable: string[] = [];
  for (const name of names) {
    const receipt = await readReceipt(join(directory, name), cityKeyPem);
    if (receipt !== null && `${receipt.bundle}.receipt` === name) receipts.push(receipt);
    else unreadable.push(name);
  }
  return { receipts, unreadable };
}

async function readReceipt(path: string, cityKeyPem: string): Promise<Receipt | null> {
  // A link that leads nowhere, or a file that is taken away at this moment, is no receipt.
  const facts = await stat(path).catch(() => null);
  if (!facts?.isFile() || facts.size > MOST_RECEIPT_BYTES) return null;
  const text = await readFile(path, 'utf8');
  try {
    return verifyReceipt(text, cityKeyPem);
  } catch {
    return null;
  }
}

/** Clearing away must not hide the error that it is done for. */
async function removeIfPossible(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => {});
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}

async function syncDirectory(directory: string): Promise<void> {
  // Windows can't open a folder for this; NTFS journals the rename by itself.
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
