import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { build as buildRenderer } from 'vite';
import { BUILD_STAMP } from './build-stamp.ts';
import { BUNDLES, COPIES } from './bundles.ts';
import { PROJECT } from './project.ts';
import { RENDERER_APPS, rendererConfig } from './renderer-config.ts';
import { licenceNotices, packagesOf } from './third-party-licences.ts';

/** Builds everything into dist/: esbuild for office, hosts, shell and preload, Vite for the screens. Throws on the first failure. */
export async function buildAll(): Promise<void> {
  // Only the stamp goes first: what runs from dist meanwhile keeps its files.
  rmSync(BUILD_STAMP, { force: true });
  const bundles = await Promise.all(
    Object.values(BUNDLES).map((options) => bundle({ ...options, absWorkingDir: PROJECT, metafile: true })),
  );
  for (const [from, to] of COPIES) cpSync(join(PROJECT, from), join(PROJECT, to), { recursive: true });
  // One after another: each takes all the memory that a small machine likes to give.
  for (const app of RENDERER_APPS) await buildRenderer(rendererConfig(app));
  const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(
    join(PROJECT, 'dist', 'third-party-licences.md'),
    // The animals of the picture tickets are part of the bundles as well.
    `# Licences of bundled libraries\n\n${licenceNotices(packagesOf(inputs))}\n${readFileSync(join(PROJECT, 'resources', 'pictures', 'README.md'), 'utf8')}`,
  );
  writeFileSync(BUILD_STAMP, `${new Date().toISOString()}\n`);
}

if (import.meta.main) {
  const startedAtMs = performance.now();
  try {
    await buildAll();
    process.stdout.write(`Built dist/ in ${((performance.now() - startedAtMs) / 1000).toFixed(1)} s\n`);
  } catch (error) {
    process.stderr.write(`The build failed: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
