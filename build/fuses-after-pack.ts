import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import { FUSE_CONFIG } from './fuses.ts';

/** What electron-builder tells its hooks; the part that says where what was packed lies. */
interface PackedProgram {
  appOutDir: string;
  electronPlatformName: string;
  packager: {
    appInfo: { productFilename: string };
    /** Linux only. */
    executableName?: string;
    getResourcesDir(appOutDir: string): string;
  };
}

/** Each library that is not JavaScript, by where its binary for the packed system lies. */
const NATIVE: readonly ((platform: string) => string)[] = [
  (platform) => `better-sqlite3/prebuilds/${platform}-*.node`,
  (platform) => `@node-rs/argon2-${platform}-*/*.node`,
];

/**
 * electron-builder calls this when the program's folder is complete, before it signs anything. Throws when a binary is
 * missing for the system that is packed for: npm installs them for the machine that packs only.
 */
export default async function finish(program: PackedProgram): Promise<void> {
  const { appOutDir, electronPlatformName: platform, packager } = program;
  const unpacked = join(packager.getResourcesDir(appOutDir), 'app.asar.unpacked', 'node_modules');
  for (const path of NATIVE) {
    if (globSync(path(platform), { cwd: unpacked }).length !== 1)
      throw new Error(`Not one ${path(platform)} was packed`);
  }
  if (!existsSync(binaryOf(program))) throw new Error('The program has another name than its fuses are set in');
  // Not by electron-builder's own list, which knows only eight of them.
  await flipFuses(binaryOf(program), FUSE_CONFIG);
}

function binaryOf({ appOutDir, electronPlatformName, packager }: PackedProgram): string {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'linux') return join(appOutDir, packager.executableName ?? productFilename);
  return join(appOutDir, `${productFilename}${electronPlatformName === 'win32' ? '.exe' : '.app'}`);
}
