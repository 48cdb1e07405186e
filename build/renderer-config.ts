import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { PROJECT } from './project.ts';

/** The three pages, each with a bundle of its own: a kiosk holds not one line of the desk. */
export const RENDERER_APPS = ['desk', 'kiosk', 'display'] as const;

/** One page's screens, built into dist/renderer/<app>. The page's own folder is the root: index.html lies at its top. */
export function rendererConfig(app: (typeof RENDERER_APPS)[number]): InlineConfig {
  return {
    configFile: false,
    root: join(PROJECT, 'renderer', 'apps', app),
    plugins: [react()],
    base: './',
    publicDir: false,
    // Texts and catalogues as strings to be parsed: quicker to read than as program text.
    json: { stringify: true },
    logLevel: 'warn',
    build: {
      outDir: join(PROJECT, 'dist', 'renderer', app),
      emptyOutDir: true,
      target: 'chrome140',
      // Security: the page may load nothing but files of its own host; an inlined font would be a data: address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        output: {
          // All of the first screen in one file; in thirty small ones each would have to be asked for.
          codeSplitting: { groups: [{ name: 'start', test: /\/renderer\/apps\/\w+\/main\.tsx$/ }] },
        },
      },
      // What the licences of the bundled libraries ask to go along with a copy.
      license: { fileName: 'third-party-licences.md' },
    },
  };
}
