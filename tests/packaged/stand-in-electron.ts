import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What marks the place of the fuses in Electron's binary. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_SCHEMA = 1;
/** Electron 45's nine fuses, all in the state that packing must not leave them in ('0' off, '1' on). */
const WRONG_FUSES = '101101110';

/**
 * Writes what electron-builder needs of an Electron distribution for Linux, with nothing behind it: the files that it
 * copies, and a binary that can't run but holds fuses. So the packing is tested where no Electron is to be had.
 */
export function writeStandInElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const binary = Buffer.concat([
    Buffer.from('no program, only a place for fuses\n'),
    Buffer.from(FUSE_SENTINEL),
    Buffer.from([FUSE_SCHEMA, WRONG_FUSES.length]),
    Buffer.from(WRONG_FUSES),
    Buffer.alloc(64),
  ]);
  writeFileSync(join(folder, 'electron'), binary);
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) writeFileSync(join(folder, name), 'stand-in');
  for (const language of ['de', 'en-US', 'en-GB', 'fr', 'ar'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), '');
}
