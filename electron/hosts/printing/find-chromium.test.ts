import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findInstalledChromium } from './find-chromium.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-find-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

describe('findInstalledChromium', () => {
  it('takes the one that is named before any other', async () => {
    const named = program('my-chrome');
    program('chromium');
    expect(await findInstalledChromium({ TANDEM_CHROMIUM: named, PATH: folder })).toMatchObject({
      executablePath: named,
      source: 'environment',
    });
  });

  it('does not silently take another when the named one can not be run', async () => {
    program('chromium');
    await expect(findInstalledChromium({ TANDEM_CHROMIUM: join(folder, 'chrmium'), PATH: folder })).rejects.toThrow(
      'TANDEM_CHROMIUM',
    );
    mkdirSync(join(folder, 'a-folder'));
    await expect(findInstalledChromium({ TANDEM_CHROMIUM: join(folder, 'a-folder'), PATH: folder })).rejects.toThrow(
      'TANDEM_CHROMIUM',
    );
  });

  it.runIf(process.platform === 'linux')('finds Chromium on the path before Chrome', async () => {
    program('google-chrome');
    const chromium = program('chromium');
    expect(await findInstalledChromium({ PATH: folder })).toMatchObject({
      executablePath: chromium,
      source: 'installed',
      headlessOnly: false,
    });
  });
});
