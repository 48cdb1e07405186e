import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from './project.ts';

/** Written last by the build, so that a build that was broken off counts as none. */
export const BUILD_STAMP = join(PROJECT, 'dist', 'built-at');

const SOURCES = ['shared', 'electron', 'renderer', 'resources', 'build', 'package.json', 'package-lock.json'];

/** Whether dist/ is there and newer than everything it was made from. */
export function isBuildCurrent(): boolean {
  const builtAtMs = statSync(BUILD_STAMP, { throwIfNoEntry: false })?.mtimeMs;
  return builtAtMs !== undefined && SOURCES.every((source) => newestChangeMs(join(PROJECT, source)) <= builtAtMs);
}

/** When a file, or anything in a folder, was changed last. A folder's own time tells of files that are gone. */
function newestChangeMs(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestChangeMs(join(path, name))));
}
