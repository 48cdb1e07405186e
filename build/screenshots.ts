import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { buildAll } from './build.ts';
import { isBuildCurrent } from './build-stamp.ts';
import { findBrowser } from './find-browser.ts';
import { LOOKS } from './screenshots/album.ts';
import { pictureClientSurfaces } from './screenshots/client-surfaces.ts';
import { pictureDesk } from './screenshots/desk-screens.ts';
import { pictureFile } from './screenshots/file-screens.ts';
import { pictureFirstScreens } from './screenshots/first-screens.ts';
import { type Finding, pictureTaker } from './screenshots/picture-taker.ts';
import { pictureScreens } from './screenshots/screen-surfaces.ts';

/**
 * `npm run screenshots -- --out DIR [--only de-light|file-de-light|client|screens]`: a picture of every screen and of a full
 * file with its sheets, staff's in German and English, clients' in all six languages, each light and dark, at 1366×768; axe
 * looks at each as it is taken. Fails when there is a finding.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } });
  if (!values.out) throw new Error('--out DIR is missing');
  const out = resolve(values.out);
  const found = await findBrowser();
  if (!found) throw new Error('No Chromium was found and none could be fetched');
  if (!isBuildCurrent()) await buildAll();
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    env: { ...process.env, ...found.environment },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const findings: Finding[] = [];
  try {
    for (const look of LOOKS) {
      const album = `${look.language}-${look.scheme}`;
      if (!values.only || values.only === album) {
        const taker = pictureTaker(out, album, findings);
        await pictureFirstScreens(browser, look, taker, findings);
        await pictureDesk(browser, look, taker, findings);
        say(`${album}: done`);
      }
      if (!values.only || values.only === `file-${album}`) {
        await pictureFile(browser, look, out, findings);
        say(`file-${album}: done`);
      }
    }
    if (!values.only || values.only === 'client') await pictureClientSurfaces(browser, out, findings);
    if (!values.only || values.only === 'screens') await pictureScreens(browser, out, findings);
  } finally {
    await browser.close();
    for (const { picture, what } of findings) say(`${picture}: ${what}`);
  }
  writeFileSync(join(out, 'findings.json'), `${JSON.stringify(findings, null, 1)}\n`);
  say(`${findings.length} findings`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`screenshots: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
