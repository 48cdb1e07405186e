import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { signInAs } from '../hosts/small-office.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';

// The line is cut on purpose.
test.use({ expectedComplaint: /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION|WebSocket connection/ });

/** A device of its own, as a tablet or a TV has: another browser profile, another screen. */
async function newDevice(
  browser: Browser,
  size = { width: 1280, height: 800 },
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  return { context, page: await context.newPage() };
}

test('a tablet becomes a kiosk, a TV the waiting room; somebody who reads nothing is called by their picture', async ({
  browser,
  context,
  page,
  host,
}) => {
  // The lead lets the office network in and reads the address.
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await page.getByRole('link', { name: 'Bildschirme' }).click();
  await expect(page.getByText('Das Büronetz ist ausgeschaltet.')).toBeVisible();
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  await page.getByLabel('Port').fill(port);
  await page.getByRole('switch', { name: 'Geräte im Büronetz zulassen' }).click();
  await page.getByRole('button', { name: 'Speichern' }).click();
  await expect(page.getByText(`:${port}/kiosk`).first()).toBeVisible();

  // Each device shows a code, which is typed at the desk.
  const [tablet, tv] = [await newDevice(browser), await newDevice(browser, { width: 1920, height: 1080 })];
  for (const [device, kind, name] of [
    [tablet, 'kiosk', 'Tablet am Eingang'],
    [tv, 'display', 'Fernseher'],
  ] as const) {
    await device.page.goto(`http://127.0.0.1:${port}/${kind}/`);
    const code = device.page.getByText(/^\d{3} \d{3}$/);
    await page.getByLabel('Code auf dem Gerät').fill(await code.innerText());
    await page.getByLabel('Name des Geräts').fill(name);
    await page.getByRole('button', { name: 'Koppeln' }).click();
    await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('verbunden');
  }

  // Two touches: the language by its sound or its script, the topic by its picture.
  const kiosk = tablet.page;
  await kiosk.getByRole('button', { name: 'Kurmancî', exact: true }).click();
  await expect(kiosk.getByRole('heading', { name: 'Mijar çi ye?' })).toBeVisible();
  for (const button of await kiosk.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(64);
    expect(box?.width).toBeGreaterThanOrEqual(64);
    // Within the reach of somebody in a wheelchair: the upper third of the screen is only looked at.
    expect(box?.y).toBeGreaterThan(800 / 4);
  }
  await kiosk.getByRole('button', { name: /Mal û lêgerîna malê/ }).click();
  await expect(kiosk.getByText('A 001')).toBeVisible();
  await expect(kiosk.locator('svg[data-animal="cat"][data-colour="red"]')).toBeVisible();
  await expect(kiosk.getByText('Ji kerema xwe hejmar û wêneyê bi bîra xwe bînin.')).toBeVisible();
  await kiosk.getByRole('button', { name: 'Temam' }).click();
  await expect(kiosk.getByRole('button', { name: 'Deutsch', exact: true })).toBeVisible();
  await expect(kiosk.getByText('A 001')).toBeHidden();

  // Whoever steps back half-way leaves nothing behind.
  await kiosk.getByRole('button', { name: 'English', exact: true }).click();
  await kiosk.getByRole('button', { name: /Delete my entries/ }).click();
  await expect(kiosk.getByRole('button', { name: 'Deutsch', exact: true })).toBeVisible();

  // The call: number, picture, desk; nobody comes, so it is repeated by its picture.
  const display = tv.page;
  const desk = await signInAs(host, 'partner');
  const ticket = async () => (await desk.client.queue.today({})).tickets[0];
  const on = async () => ({
    requestId: randomUUID(),
    ticketId: (await ticket())?.id ?? '',
    revision: (await ticket())?.revision ?? 0,
  });
  expect(await ticket()).toMatchObject({ spoken: 'kmr', topics: ['housing'], person: null });
  await desk.client.queue.call(await on());
  await expect(display.getByText('A 001')).toBeVisible();
  await expect(display.locator('svg[data-animal="cat"]')).toBeVisible();
  await desk.client.queue.recall(await on());
  await expect(display.locator('[data-spotlight="A 001"]')).toBeVisible();
  await expect(display.getByText('Katze, rot')).toBeVisible();
  await expect(display.getByText('pisîk, sor')).toBeVisible();

  // The desk writes what everybody is to read.
  await page.getByLabel('Text unter den Aufrufen').fill('Heute ab 14 Uhr geschlossen');
  await page.getByRole('button', { name: 'Anzeigen', exact: true }).click();
  await expect(display.getByText('Heute ab 14 Uhr geschlossen')).toBeVisible();

  // The network goes: what was shown stays, and says of when it is; then it comes back by itself.
  await tv.context.setOffline(true);
  await tablet.context.setOffline(true);
  await desk.client.screens.settings({});
  await host.process.stop();
  await expect(display.getByText(/^Stand \S*\d\d:\d\d/)).toBeVisible();
  await expect(display.getByText('A 001').first()).toBeVisible();
  await expect(kiosk.getByText('Hier gibt es gerade keine Nummern.')).toBeVisible();
  for (const { context: device } of [tablet, tv]) await device.close();
});

test('a second window opens from the desk, and is gone when it is put out', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await page.getByRole('link', { name: 'Bildschirme' }).click();
  const [display] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('button', { name: 'Anzeige öffnen' }).click(),
  ]);
  await expect(display.getByText('Gerade wird niemand aufgerufen.')).toBeVisible();
  // Its secret stands in no address line, and a reload keeps it.
  expect(display.url()).toMatch(/\/display\/$/);
  await display.reload();
  await expect(display.getByText('Gerade wird niemand aufgerufen.')).toBeVisible();
  await page.getByRole('button', { name: 'Fenster an diesem PC trennen' }).click();
  await expect(display.getByText('Dieses Fenster ist nicht mehr zugelassen.')).toBeVisible();
});
