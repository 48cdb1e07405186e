import type { BuildOptions } from 'esbuild';

/** What stays outside of every bundle: native modules, and what only Electron itself provides. */
const EXTERNAL = ['better-sqlite3', '@node-rs/argon2', 'electron'];

/** Libraries in CommonJS ask for `require` and `__dirname`, which an ES module does not have. */
const COMMONJS_BANNER = `import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);`;

const common: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  external: EXTERNAL,
  sourcemap: 'linked',
  logLevel: 'warning',
  legalComments: 'none',
};

/** The bundles that are not the renderer's, by name. */
export const BUNDLES: Readonly<Record<string, BuildOptions & { entryPoints: [string] }>> = {
  'web host': {
    ...common,
    format: 'esm',
    banner: { js: COMMONJS_BANNER },
    entryPoints: ['electron/hosts/web/main.ts'],
    outfile: 'dist/hosts/web.js',
  },
  'office process': {
    ...common,
    format: 'esm',
    banner: { js: COMMONJS_BANNER },
    entryPoints: ['electron/hosts/office-process.ts'],
    outfile: 'dist/hosts/office-process.js',
  },
  'desktop shell': {
    ...common,
    format: 'esm',
    banner: { js: COMMONJS_BANNER },
    entryPoints: ['electron/desktop/main.ts'],
    outfile: 'dist/desktop/main.js',
  },
  // A sandboxed preload must be CommonJS.
  preload: {
    ...common,
    format: 'cjs',
    entryPoints: ['electron/preload/preload.ts'],
    outfile: 'dist/preload/preload.cjs',
  },
};

/** Files that the bundled office reads beside itself at run time: from, to. */
export const COPIES: readonly (readonly [string, string])[] = [
  ['electron/office/database/migrations', 'dist/hosts/migrations'],
];
