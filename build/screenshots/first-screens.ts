import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openDesk } from '../../tests/e2e/desk.ts';
import { walkSetUp } from '../../tests/e2e/set-up-walk.ts';
import { wordsIn } from '../../tests/e2e/words.ts';
import { startTestHost, type TestHost } from '../../tests/hosts/test-host.ts';
import { type Look, openPage } from './album.ts';
import type { Finding, PictureTaker } from './picture-taker.ts';

/** The first start, each step of the set-up, and the screen of a database that must not be opened. */
export async function pictureFirstScreens(
  browser: Browser,
  look: Look,
  taker: PictureTaker,
  findings: Finding[],
): Promise<void> {
  await onHost(await startTestHost({ screens: true }), async (host) => {
    const { context, page } = await openPage(browser, look, findings);
    await openDesk(context, page, host, look);
    await walkSetUp(page, wordsIn(look.language), (step) => taker.take(page, `set-up-${step}`));
    await context.close();
  });
  const blocked = await startTestHost({ screens: true, prepare: putFolderInPlaceOfDatabase });
  await onHost(blocked, async (host) => {
    const { context, page } = await openPage(browser, look, findings);
    await openDesk(context, page, host, look);
    await page.getByRole('main').waitFor();
    await page.waitForTimeout(400);
    await taker.take(page, 'blocked');
    await context.close();
  });
}

/** Nobody does this on purpose; a program for synchronising folders does. */
function putFolderInPlaceOfDatabase(dataFolder: string): void {
  mkdirSync(join(dataFolder, 'office.db'), { recursive: true });
  writeFileSync(join(dataFolder, 'office.db', 'note.txt'), 'not a database');
}

async function onHost(host: TestHost, work: (host: TestHost) => Promise<void>): Promise<void> {
  try {
    await work(host);
  } finally {
    await host.remove();
  }
}
