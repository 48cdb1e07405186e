import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { rule } from '../rpc/faults.ts';

/**
 * The export folder must be one that takes a file, or that can be made; empty: the office's own outbox. Changes nothing.
 * Throws RULE folder-not-writable.
 */
export function checkFolder(folder: string): void {
  if (folder === '') return;
  // A relative one would lie wherever the program happens to be started.
  if (!isAbsolute(folder)) throw rule('folder-not-writable');
  try {
    requireWritable(folder);
  } catch {
    throw rule('folder-not-writable');
  }
}

function requireWritable(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) {
    if (dirname(path) === path) throw new Error('no such root');
    return requireWritable(dirname(path));
  }
  if (!stat.isDirectory()) throw new Error('not a folder');
  accessSync(path, constants.W_OK | constants.X_OK);
}

/** Makes the export folder where it is not there yet. Throws RULE folder-not-writable. */
export function makeFolder(folder: string): void {
  checkFolder(folder);
  if (folder === '') return;
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw rule('folder-not-writable');
  }
}
