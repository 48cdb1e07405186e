import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { setUpSmallOffice, signInAs } from '../hosts/small-office.ts';
import { startTestHost } from '../hosts/test-host.ts';
import { test as deskTest, openDesk, signInOnScreen } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');

/** A day ends without anybody closing it: the office's clock goes from Monday to Tuesday. */
const test = deskTest.extend({
  host: async ({ page }, use) => {
    const host = await startTestHost({ screens: true, clock: 'driven', clockStart: '2026-11-23T08:00:00.000Z' });
    await setUpSmallOffice(host);
    await use(host);
    await page.goto('about:blank');
    await host.remove();
  },
});

test('a ticket that is left over is told from today’s with the same number, in the list and at the close of day', async ({
  context,
  page,
  host,
}) => {
  const { client, close } = await signInAs(host, 'partner', { desk: 2 });
  await client.queue.checkIn({ requestId: randomUUID(), spoken: 'ar', topics: ['kita'] });
  await host.process.moveClock('2026-11-24T08:00:00.000Z');
  await client.queue.checkIn({ requestId: randomUUID(), spoken: 'fa', topics: ['housing'] });
  expect((await client.queue.today({})).tickets.map(({ label }) => label)).toEqual(['A 001', 'A 001']);

  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await expect(page.getByText(/^übrig von /)).toHaveCount(1);
  const [leftOver = ''] = await page.getByText(/^übrig von /).allTextContents();
  // The day's figures are today's alone.
  const came = page.getByRole('term').filter({ hasText: words('desk:day.came') });
  await expect(came.locator('xpath=following-sibling::dd')).toHaveText('1');
  await page.getByRole('button', { name: words('desk:day.close') }).click();
  const sheet = page.getByRole('dialog', { name: words('queue:closeDay.title') });
  const ways = (label: string) =>
    sheet.getByRole('group', { name: words('queue:closeDay.reasonOf', { label }), exact: true });
  await expect(sheet.getByText(leftOver)).toHaveCount(1);
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  for (const label of ['A 001', `A 001 (${leftOver})`])
    await ways(label)
      .getByRole('button', { name: words('queue:closeDay.way.turned-away') })
      .click();
  await page.keyboard.press('F4');
  await expect(page.getByText(/Der Tag ist um .* abgeschlossen/)).toBeVisible();
  expect((await client.queue.today({})).tickets.filter(({ state }) => state === 'waiting')).toEqual([]);
  await close();
});
