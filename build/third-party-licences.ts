import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PROJECT } from './project.ts';

const Package = z.object({ name: z.string(), version: z.string(), license: z.string().optional() });

/** The packages that stand in `node_modules` on these paths, each once: `node_modules/@orpc/server/dist/x.mjs` → `@orpc/server`. */
export function packagesOf(paths: readonly string[]): string[] {
  const folders = paths.flatMap((path) => {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path.replaceAll('\\', '/'));
    return match?.[1] ?? [];
  });
  return [...new Set(folders)].sort((a, b) => a.localeCompare(b));
}

/**
 * The notices that MIT, BSD, ISC and Apache licences ask to go along with a copy: name, version and licence text of each
 * package that a bundle took in.
 *
 * @param folders package folders, from the project's root
 */
export function licenceNotices(folders: readonly string[]): string {
  return folders
    .map((folder) => {
      const { name, version, license } = Package.parse(
        JSON.parse(readFileSync(join(PROJECT, folder, 'package.json'), 'utf8')),
      );
      return `## ${name} ${version} (${license ?? 'see below'})\n\n${licenceText(join(PROJECT, folder))}\n`;
    })
    .join('\n');
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file && existsSync(join(folder, file))
    ? readFileSync(join(folder, file), 'utf8').trim()
    : 'The package comes without a licence file of its own.';
}
