import { randomUUID } from 'node:crypto';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';
import { setUpSmallOffice, signInAs } from '../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../hosts/test-host.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');
const PIN = '471093';

/** A second office, on a host of its own; its screen comes in a context of its own. */
const withTwoOffices = test.extend<{ second: { host: TestHost; page: Page; context: BrowserContext } }>({
  second: async ({ browser }, use) => {
    const host = await startTestHost({ screens: true });
    await setUpSmallOffice(host);
    const context = await browser.newContext();
    const page = await context.newPage();
    await use({ host, page, context });
    await context.close();
    await host.remove();
  },
});

/** The network's key, made in one office and carried to the other by their administrators. */
async function shareKey(first: TestHost, second: TestHost): Promise<void> {
  const [from, to] = [await signInAs(first, 'administrator'), await signInAs(second, 'administrator')];
  const requestId = randomUUID;
  await from.client.profileCards.makeKey({ requestId: requestId() });
  const { text: request } = await to.client.profileCards.joinRequest({ requestId: requestId() });
  const { text: sealed } = await from.client.profileCards.grantKey({ requestId: requestId(), request });
  await to.client.profileCards.acceptKey({ requestId: requestId(), sealed });
  await Promise.all([from.close(), to.close()]);
}

/** Tab until something of this name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
    });
  for (let stops = 0; stops < 120; stops += 1) {
    if ((await focused()).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to “${name}”`);
}

withTwoOffices(
  'a card from one office opens in another with the PIN, by keyboard alone',
  async ({ context, page, host, second }) => {
    await shareKey(host, second.host);
    const { client, close } = await signInAs(host, 'partner', { desk: 3 });
    await client.people.create({
      requestId: randomUUID(),
      person: { ...UNKNOWN_PERSON, givenName: 'Amal', familyName: 'Haddad', spoken: 'ar', phone: '0231 4711' },
    });
    await close();
    const written: string[] = [];
    page.on('websocket', (line) =>
      line.on('framereceived', ({ payload }) => written.push(...(/TANDEM[0-9A-X]{100,}/.exec(String(payload)) ?? []))),
    );
    await context.addInitScript(() => {
      // The card is printed through a frame of its own; a print dialogue would stand in the way of a test.
      Object.defineProperty(window, 'print', { value: () => undefined });
    });
    await openDesk(context, page, host);
    await signInOnScreen(page, 'city');
    await page.getByRole('link', { name: words('desk:nav.people') }).press('Enter');
    await expect(page.getByLabel(words('people:search.label'))).toBeFocused();
    await page.keyboard.type('Haddad');
    const hits = page.getByRole('region', { name: words('people:search.hits') });
    await expect(hits.getByRole('link', { name: /Haddad/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: words('profile-cards:title') })).toBeVisible();
    await tabTo(page, words('profile-cards:issue.open'));
    await page.keyboard.press('Enter');

    const sheet = page.getByRole('dialog', { name: words('profile-cards:issue.title') });
    await expect(sheet.getByRole('checkbox').first()).toBeFocused();
    await expect(sheet.getByRole('checkbox', { checked: true })).toHaveCount(0);
    await page.keyboard.press('Alt+a');
    await expect(sheet.getByRole('checkbox', { checked: true })).toHaveCount(3);
    await tabTo(page, words('profile-cards:pin.choose'));
    await page.keyboard.type('123456');
    await tabTo(page, words('profile-cards:pin.again'));
    await page.keyboard.type('123456');
    await page.keyboard.press('Control+Enter');
    await expect(sheet.getByText(words('profile-cards:pin.weak'))).toBeVisible();
    await expect(sheet.getByLabel(words('profile-cards:pin.choose'))).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.type(PIN);
    await tabTo(page, words('profile-cards:pin.again'));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(PIN);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(words('profile-cards:issued.done'))).toBeVisible();
    const [scanned = ''] = written;
    // The scanner types what is printed.
    await expect(page.getByLabel(words('profile-cards:issued.try'))).toBeFocused();
    await page.keyboard.insertText(scanned.toLowerCase());
    await page.keyboard.press('Enter');
    await expect(page.getByText(words('profile-cards:issued.same'))).toBeVisible();

    const other = second.page;
    await openDesk(second.context, other, second.host);
    await signInOnScreen(other, 'partner');
    await other.getByRole('link', { name: words('desk:nav.people') }).press('Enter');
    await tabTo(other, words('profile-cards:read.title'));
    await other.keyboard.press('Enter');
    await expect(other.getByLabel(words('profile-cards:read.scan'))).toBeFocused();
    await other.keyboard.insertText(scanned.slice(0, 200));
    await other.keyboard.press('Enter');
    await expect(other.getByText(words('faults:RULE.card-damaged'))).toBeVisible();
    await other.keyboard.insertText(scanned);
    await other.keyboard.press('Enter');
    await expect(other.getByLabel(words('profile-cards:read.pin'))).toBeFocused();
    await other.keyboard.type('999998');
    await other.keyboard.press('Enter');
    await expect(other.getByText(words('faults:RULE.wrong-pin'))).toBeVisible();
    await expect(async () => {
      await other.keyboard.type(PIN);
      await other.keyboard.press('Enter');
      await expect(other.getByLabel(words('profile-cards:who.search'))).toHaveValue('Amal Haddad', { timeout: 3000 });
    }).toPass();
    await tabTo(other, words('profile-cards:who.new'));
    await other.keyboard.press('Space');
    await expect(other.getByRole('checkbox', { checked: true })).toHaveCount(3);
    await other.keyboard.press('Control+Enter');
    await expect(other.getByText(words('profile-cards:taken.done'))).toBeVisible();
    await tabTo(other, words('profile-cards:taken.toPerson'));
    await other.keyboard.press('Enter');
    await expect(other.getByRole('heading', { name: 'Amal Haddad' })).toBeVisible();
  },
);

withTwoOffices(
  'the key goes from one office to the next by two lines of text',
  async ({ context, page, host, second }) => {
    const keysOf = async (desk: Page) => {
      await signInOnScreen(desk, 'administrator');
      await desk.getByRole('link', { name: words('desk:nav.settings') }).click();
      await desk.getByRole('tab', { name: words('office:settings.tab.keys') }).click();
      return desk.getByRole('region', { name: words('profile-cards:key.title') });
    };
    await openDesk(context, page, host);
    const giving = await keysOf(page);
    await giving.getByRole('button', { name: words('profile-cards:key.make') }).click();
    await page.getByLabel(words('profile-cards:key.makeSure')).check();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('profile-cards:key.make') })
      .click();
    const fingerprint = giving.locator('code').first();
    await expect(fingerprint).toHaveText(/^\d{5}( \d{5}){5}$/);

    const asking = second.page;
    await openDesk(second.context, asking, second.host);
    const taking = await keysOf(asking);
    await taking.getByRole('button', { name: words('profile-cards:key.takeIt') }).click();
    const request = asking.getByLabel(words('profile-cards:key.ownRequest'));
    await expect(request).toHaveValue(/^tandem-card-request/);

    await giving.getByRole('button', { name: words('profile-cards:key.give') }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel(words('profile-cards:key.request'), { exact: true }).fill(await request.inputValue());
    const read = asking.getByRole('dialog').locator('code').first();
    await expect(sheet.locator('code')).toHaveText(await read.innerText());
    await expect(sheet.getByRole('button', { name: words('profile-cards:key.seal') })).toBeDisabled();
    await sheet.getByLabel(words('profile-cards:key.compared')).check();
    await sheet.getByRole('button', { name: words('profile-cards:key.seal') }).click();
    const sealed = await sheet.getByLabel(words('profile-cards:key.sealed')).inputValue();

    const dialog = asking.getByRole('dialog');
    await dialog.getByLabel(words('profile-cards:key.sealed'), { exact: true }).fill(sealed);
    await dialog.getByLabel(words('profile-cards:key.compared')).check();
    await dialog.getByRole('button', { name: words('profile-cards:key.accept') }).click();
    await expect(taking.locator('code').first()).toHaveText(await fingerprint.innerText());
  },
);
