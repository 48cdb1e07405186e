import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { USUAL_LIMITS } from '../shared/node/bundle/unpack-bundle.ts';
import { sha256Hex } from '../shared/node/crypto.ts';

/** Nobody writes a note larger than this. */
const MOST_NOTE_BYTES = 16 * 1024;

/** One bundle as it lies in the inbox. */
export type InboxBundle = {
  /** Without ending. */
  name: string;
  /** Null: larger than any note, and not read. */
  noteText: string | null;
  /** Null: the `.age` file is missing, or larger than any bundle and not read. */
  age: Uint8Array | null;
  ageIs: 'read' | 'missing' | 'too-large';
  fileSha256: string;
  noteSha256: string;
};

const NOTE_ENDING = '.note';

/**
 * The names, without ending, of the bundles in an inbox, each office's in their order. A bundle without its note does not
 * exist yet and is not listed; folders, links and hidden files are no bundles.
 */
export async function listInbox(inbox: string): Promise<string[]> {
  const entries = await readdir(inbox, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(NOTE_ENDING) && !entry.name.startsWith('.'))
    .map((entry) => entry.name.slice(0, -NOTE_ENDING.length))
    .sort();
}

/**
 * What the file system says of a bundle's two files: unchanged, they need not be read again. Null if one is missing, or
 * changed so lately that a second change might not show.
 */
export async function signatureOf(inbox: string, name: string, now: Date): Promise<string | null> {
  const parts: string[] = [];
  for (const ending of ['.age', NOTE_ENDING]) {
    const facts = await lstat(join(inbox, name + ending), { bigint: true }).catch(() => null);
    if (facts === null || now.getTime() - Number(facts.mtimeMs) < COARSEST_CLOCK_MS) return null;
    // The change time can't be set back by whoever replaces a file.
    parts.push(`${facts.size}:${facts.mtimeNs}:${facts.ctimeNs}:${facts.ino}`);
  }
  return parts.join(' ');
}

/** FAT counts in steps of two seconds. */
const COARSEST_CLOCK_MS = 3000;

/** Reads a bundle's two files, as far as they are not too large, and hashes them. */
export async function readInboxBundle(inbox: string, name: string): Promise<InboxBundle> {
  const note = await readBounded(join(inbox, name + NOTE_ENDING), MOST_NOTE_BYTES);
  const age = await readBounded(join(inbox, `${name}.age`), USUAL_LIMITS.mostFileBytes);
  const noteBytes = note instanceof Uint8Array ? note : null;
  const ageBytes = age instanceof Uint8Array ? age : null;
  return {
    name,
    noteText: noteBytes === null ? null : asText(noteBytes),
    age: ageBytes,
    ageIs: age instanceof Uint8Array ? 'read' : age,
    fileSha256: sha256Hex(ageBytes ?? ''),
    noteSha256: sha256Hex(noteBytes ?? ''),
  };
}

function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function readBounded(path: string, mostBytes: number): Promise<Uint8Array | 'missing' | 'too-large'> {
  const facts = await lstat(path).catch(() => null);
  if (facts === null || !facts.isFile()) return 'missing';
  if (facts.size > mostBytes) return 'too-large';
  // Security: a link could lead to a file of the city's own, and a copy of it into the quarantine.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    // One byte more than allowed, because the file may grow while it is read.
    const bytes = Buffer.alloc(facts.size + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, bytes.length - length);
      length += bytesRead;
      if (bytesRead === 0 || length === bytes.length) break;
    }
    return length > mostBytes ? 'too-large' : bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}
