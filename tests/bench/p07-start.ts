import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { PROJECT } from '../../build/project.ts';
import { findChromium } from '../../electron/hosts/printing/find-chromium.ts';
import { derivePassphraseKey, randomBytes } from '../../shared/node/crypto.ts';
import { passphraseOf, setUpSmallOffice } from '../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../hosts/test-host.ts';
import { type Figure, figure, spreadOf, timed } from './measure.ts';
import { measurePaintedClientFile } from './p06-painted.ts';
import { paintedAfter } from './painted.ts';

/** The product's own cost of a passphrase (architecture: 64 MiB, 3 passes). */
const COST = { memoryKiB: 65_536, passes: 3, lanes: 1 };

/** What somebody at the desk waits for on the screen: the start, the unlock, a number. Null without screens or browser. */
export async function measureScreens(turns = 6): Promise<Figure[]> {
  const found = await findChromium();
  if (!found || !existsSync(join(PROJECT, 'dist', 'renderer'))) return [];
  const launch = () =>
    chromium.launch({ executablePath: found.executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const host = await startTestHost({
    screens: true,
    env: { TANDEM_TEST_PASSPHRASE_COST: `${COST.memoryKiB},${COST.passes},${COST.lanes}` },
  });
  try {
    await setUpSmallOffice(host);
    const starts = await measureStarts(launch, host, turns);
    const browser = await launch();
    try {
      return [starts, ...(await measureAtDesk(browser, host, turns * 3))];
    } finally {
      await browser.close();
    }
  } finally {
    await host.remove();
  }
}

async function measureStarts(launch: () => Promise<Browser>, host: TestHost, turns: number): Promise<Figure> {
  const samples = { ours: [] as number[], theirs: [] as number[] };
  for (let turn = 0; turn <= turns; turn += 1) {
    for (const side of ['theirs', 'ours'] as const) {
      let browser: Browser | null = null;
      const ms = await timed(async () => {
        browser = await launch();
        const page = await browser.newPage();
        if (side === 'theirs') await page.goto('about:blank');
        else await openSignIn(page, host);
      });
      // Closed outside of the time that is taken.
      await (browser as Browser | null)?.close();
      if (turn > 0) samples[side].push(ms);
    }
  }
  return figure({
    id: 'P7',
    what: 'start of the window to the sign-in that can be used',
    beside: 'empty window of the same Chromium',
    ours: spreadOf(samples.ours),
    theirs: spreadOf(samples.theirs),
    aim: '≤ 1.2×',
    holds: (ratio) => ratio <= 1.2,
  });
}

async function openSignIn(page: Page, host: TestHost): Promise<void> {
  const [name = '', value = ''] = host.door.cookie.split('=');
  const origin = `http://${host.door.authority}`;
  await page.context().addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto(`${origin}/desk/`);
  await page.getByRole('button', { name: /anna/ }).waitFor();
}

async function measureAtDesk(browser: Browser, host: TestHost, turns: number): Promise<Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'de-DE' });
  await openSignIn(page, host);
  const unlocks: number[] = [];
  const derivations: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    await page.keyboard.press('1');
    await page.getByLabel('Passphrase von anna').fill(passphraseOf('city'));
    unlocks.push(await paintedAfter(page, () => page.keyboard.press('Enter'), 'Neue Wartende'));
    derivations.push(
      await timed(() => derivePassphraseKey('as long as a real one', { salt: randomBytes(16), ...COST })),
    );
    if (turn === turns - 1) break;
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: /anna/ }).waitFor();
  }
  const checkIns: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    for (const key of ['F2', '2', 'k', 'i']) await page.keyboard.press(key);
    checkIns.push(await paintedAfter(page, () => page.keyboard.press('Enter'), 'Marke ausgegeben'));
    await page.keyboard.press('Escape');
    await page.getByText('Marke ausgegeben', { exact: true }).waitFor({ state: 'hidden' });
  }
  const clientFile = await measurePaintedClientFile(page, host, turns);
  const derived = spreadOf(derivations).p50;
  const afterDerivation = spreadOf(unlocks.slice(1).map((ms) => Math.max(0, ms - derived)));
  const painted = spreadOf(checkIns.slice(1));
  return [
    clientFile,
    figure({
      id: 'P7',
      what: 'unlock to the queue, key derivation taken off',
      beside: '',
      ours: afterDerivation,
      theirs: null,
      aim: '≤ 300 ms',
      holds: () => afterDerivation.p50 <= 300,
      note: `the derivation takes ${derived.toFixed(0)} ms`,
    }),
    figure({
      id: 'P1',
      what: 'check-in: key to the painted number',
      beside: '',
      ours: painted,
      theirs: null,
      aim: 'p95 ≤ 25 ms',
      holds: () => painted.p95 <= 25,
    }),
  ];
}
