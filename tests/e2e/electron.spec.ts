import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { findElectron } from '../../build/electron-binary.ts';
import { PROJECT } from '../../build/project.ts';
import { CHEAP_PASSPHRASES } from '../hosts/test-host.ts';
import { walkSetUp } from './set-up-walk.ts';
import { wordsIn } from './words.ts';

const binary = findElectron();
const hasDisplay = process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

test.skip(binary === null, 'Electron’s binary is not here');
test.skip(!hasDisplay, 'Electron needs a display');

test('the desktop program sets an office up and signs somebody in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-electron-'));
  const asRoot = process.getuid?.() === 0;
  const program = await _electron.launch({
    executablePath: binary ?? '',
    args: [...(asRoot ? ['--no-sandbox'] : []), PROJECT],
    // Playwright's type has no undefined values; what is not set is not passed on.
    env: { ...(process.env as Record<string, string>), ...CHEAP_PASSPHRASES, TANDEM_DATA: folder },
  });
  try {
    const page = await program.firstWindow();
    const words = wordsIn('de');
    const { signInNames, passphrase } = await walkSetUp(page, words);
    const name = signInNames[0] ?? '';
    await page
      .getByRole('group', { name: words('access:whoAreYou') })
      .getByRole('button', { name })
      .click();
    await page.getByLabel(words('access:passphraseOf', { name })).fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: words('common:lock') })).toBeVisible();
  } finally {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
