import { expect, it } from 'vitest';
import { licenceNotices, packagesOf } from './third-party-licences.ts';

it('finds each package once, scoped ones and nested ones too', () => {
  expect(
    packagesOf([
      'electron/office/office.ts',
      'node_modules/zod/v4/core/core.js',
      'node_modules/zod/index.js',
      'node_modules/@orpc/server/dist/index.mjs',
      'node_modules/a/node_modules/b/index.js',
    ]),
  ).toEqual(['node_modules/@orpc/server', 'node_modules/a/node_modules/b', 'node_modules/zod']);
});

it('takes name, version and licence text along', () => {
  expect(licenceNotices(['node_modules/zod'])).toMatch(/^## zod \d+\.\d+\.\d+ \(MIT\)\n\nMIT License/);
});
