import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const PROJECT = join(import.meta.dirname, '..');

/** Whoever starts the build, the page's own folder is the root: index.html then lies at the top of what is served. */
function rootOf(app: string): Plugin {
  return { name: 'tandem-root', config: () => ({ root: join(PROJECT, 'renderer', 'apps', app) }) };
}

/** The desk's screens: one page of its own, built into dist/renderer/desk. */
export default defineConfig({
  plugins: [rootOf('desk'), react()],
  base: './',
  publicDir: false,
  build: {
    outDir: join(PROJECT, 'dist', 'renderer', 'desk'),
    emptyOutDir: true,
    target: 'chrome140',
    // Security: the page may load nothing but files of its own host; an inlined font would be a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    // What the licences of the bundled libraries ask to go along with a copy.
    license: { fileName: 'third-party-licences.md' },
  },
});
