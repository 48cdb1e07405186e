import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { passphraseOf, SMALL_STAFF, type SmallStaff, setUpSmallOffice } from '../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../hosts/test-host.ts';
import type { StaffLanguage } from './words.ts';

interface Fixtures {
  /** A host with screens on an empty data folder. */
  emptyHost: TestHost;
  /** A host with screens and the small office, set up through its contract. */
  host: TestHost;
  /** What the console may say in a test that provokes it; nothing else, and nothing in the others. */
  expectedComplaint: RegExp | null;
  /** A console error or an uncaught one fails the test. */
  quietConsole: void;
}

/** Specs that read like a person's day take `host` and open the desk with `openDesk`. */
export const test = base.extend<Fixtures>({
  emptyHost: async ({ page }, use) => {
    const host = await startTestHost({ screens: true });
    await use(host);
    await leave(page, host);
  },
  host: async ({ page }, use) => {
    const host = await startTestHost({ screens: true });
    await setUpSmallOffice(host);
    await use(host);
    await leave(page, host);
  },
  expectedComplaint: [null, { option: true }],
  quietConsole: [
    async ({ page, expectedComplaint }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      await use();
      const unexpected = errors.filter((error) => !expectedComplaint?.test(error));
      if (unexpected.length > 0) throw new Error(`The page complained: ${unexpected.join(' · ')}`);
    },
    { auto: true },
  ],
});

/** The page first: a screen whose host goes away under it complains, and rightly. */
async function leave(page: Page, host: TestHost): Promise<void> {
  await page.goto('about:blank');
  await host.remove();
}

/** Lets a browser in as the one-time token does, and opens the desk as a PC does that has kept these choices. */
export async function openDesk(
  context: BrowserContext,
  page: Page,
  host: TestHost,
  kept: { language?: StaffLanguage; scheme?: 'light' | 'dark' } = {},
): Promise<void> {
  const [name = '', value = ''] = host.door.cookie.split('=');
  const origin = `http://${host.door.authority}`;
  await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto(`${origin}/desk/`);
  if (!kept.language && !kept.scheme) return;
  await page.evaluate(({ language, scheme }) => {
    if (language) window.localStorage.setItem('tandem.language', language);
    if (scheme) window.localStorage.setItem('mantine-color-scheme-value', scheme);
  }, kept);
  await page.reload();
}

/** Signs in on the screen, as a person does. */
export async function signInOnScreen(page: Page, who: SmallStaff): Promise<void> {
  const { signInName } = SMALL_STAFF[who];
  await page.getByRole('group', { name: 'Wer sind Sie?' }).getByRole('button', { name: signInName }).click();
  await page.getByLabel(`Passphrase von ${signInName}`).fill(passphraseOf(who));
  await page.keyboard.press('Enter');
}
