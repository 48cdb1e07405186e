import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { signInAs } from '../hosts/small-office.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');

async function atTheDesk(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const middle = (page: Page, label: string) => page.getByRole('region', { name: words('queue:panelLabel', { label }) });

test('somebody is called three times, missed, taken back, parked until a time and sent to the other employer, by keyboard alone', async ({
  context,
  page,
  host,
}) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  for (const key of ['F2', '2', 'k', 'i', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText(words('queue:checkIn.issuedTitle'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(middle(page, 'A 001').getByText(/Hier, weil: wartet am längsten/)).toBeVisible();
  await page.keyboard.press('F4');
  for (const count of [2, 1]) {
    await expect(page.getByRole('button', { name: words('queue:verb.recall', { count }) })).toBeVisible();
    await page.keyboard.press('F9');
  }
  await expect(page.getByRole('button', { name: /Noch einmal aufrufen/ })).toHaveCount(0);
  await page.keyboard.press('F8');
  await expect(page.getByText(words('queue:group.missed', { count: 1 }))).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: words('queue:verb.appeared') })).toBeVisible();

  await page.keyboard.press('F7');
  const parking = page.getByRole('dialog', { name: words('queue:park.title', { label: 'A 001' }) });
  await expect(parking).toBeVisible();
  await page.keyboard.press('2');
  await parking.getByRole('button', { name: words('queue:park.in', { minutes: 30 }) }).press('Enter');
  await expectAccessible(page);
  await page.keyboard.press('F4');
  const { client, close } = await signInAs(host, 'partner', { desk: 2 });
  const first = async () => (await client.queue.today({})).tickets[0];
  await expect.poll(async () => (await first())?.state).toBe('parked');
  await expect(page.getByText(words('queue:group.parked', { count: 1 }))).toBeVisible();
  expect(await first()).toMatchObject({ reason: 'waits-for-interpreter', wakeAt: expect.any(String) });
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: words('queue:verb.appeared') })).toBeVisible();

  await page.keyboard.press('Shift+F7');
  const forwarding = page.getByRole('dialog', { name: words('queue:forward.title', { label: 'A 001' }) });
  await expect(forwarding.getByText(words('queue:forward.ticketTravels'))).toBeVisible();
  await page.keyboard.press('1');
  await forwarding.getByLabel(words('queue:forward.words')).fill('bringt den Bescheid mit');
  await expectAccessible(page);
  await page.keyboard.press('F4');
  await expect.poll(async () => (await first())?.forwardWords).toBe('bringt den Bescheid mit');
  expect((await first())?.state).toBe('waiting');
  await close();
});

test('form help is counted in five seconds, and the tally is taken back', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  const started = Date.now();
  for (const key of ['F10', '2', 'F10']) await page.keyboard.press(key);
  await expect(page.getByText(/Gezählt: Formularhilfe/)).toBeVisible();
  expect(Date.now() - started).toBeLessThan(5000);
  const { client, close } = await signInAs(host, 'partner', { desk: 2 });
  expect((await client.queue.quickLane({})).today).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await client.queue.quickLane({})).today).toBe(0);
  await close();
});

test('what was half typed lies there again after the lock, for nobody else', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  await page.keyboard.press('F2');
  const door = page.getByRole('dialog', { name: words('queue:newTicket') });
  await door.getByRole('button', { name: /Sorani/ }).click();
  await page.keyboard.press('Control+l');
  await signInOnScreen(page, 'city');
  await expect(door.getByRole('button', { name: /Sorani/ })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Control+l');
  await signInOnScreen(page, 'cityColleague');
  await atTheDesk(page);
  await expect(door).toHaveCount(0);
  await page.keyboard.press('Control+l');
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  await expect(door).toHaveCount(0);
});

test('an emergency call reaches a locked desk, which answers', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await expect(page.getByRole('group', { name: 'Wer sind Sie?' })).toBeVisible();
  const { client, close } = await signInAs(host, 'partner', { desk: 2 });
  const { id } = await client.emergency.call({ requestId: randomUUID(), silent: false });
  const banner = page.getByRole('alert', { name: words('emergency:title') });
  await expect(banner).toContainText(words('emergency:desk', { desk: 2 }));
  await expectAccessible(page);
  await banner.getByRole('button', { name: words('emergency:answer') }).click();
  await expect(banner).toContainText('es kommt: Platz 1');
  await client.emergency.end({ requestId: randomUUID(), id });
  await expect(banner).toHaveCount(0);
  await client.emergency.call({ requestId: randomUUID(), silent: true });
  await expect(page.getByRole('status', { name: words('emergency:title') })).toBeVisible();
  await close();
});

test('the close of day gives a slip and a call back, and one undo takes all of it back', async ({
  context,
  page,
  host,
}) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  const { client, close } = await signInAs(host, 'partner', { desk: 2 });
  for (const spoken of ['ar', 'ckb']) await client.queue.checkIn({ requestId: randomUUID(), spoken, topics: ['kita'] });
  await page.getByRole('button', { name: words('desk:day.close') }).click();
  const sheet = page.getByRole('dialog', { name: words('queue:closeDay.title') });
  const ways = (label: string) => sheet.getByRole('group', { name: words('queue:closeDay.reasonOf', { label }) });
  await ways('A 001')
    .getByRole('button', { name: words('queue:closeDay.way.turned-away') })
    .click();
  await ways('A 002')
    .getByRole('button', { name: words('queue:closeDay.way.call-back'), exact: true })
    .click();
  const next = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await sheet.getByLabel(words('queue:closeDay.day')).fill(next);
  await sheet.getByLabel(words('queue:closeDay.time')).fill('10:00');
  await expect(sheet.getByRole('button', { name: words('queue:closeDay.close') })).toBeDisabled();
  await sheet.getByLabel(words('queue:closeDay.reach')).fill('0231 000');
  await expectAccessible(page);
  await page.keyboard.press('F4');
  await expect(page.getByText(/Der Tag ist um .* abgeschlossen/)).toBeVisible();
  expect((await client.queue.today({})).closedAt).not.toBeNull();
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => (await client.queue.today({})).tickets.map(({ state }) => state))
    .toEqual(['waiting', 'waiting']);
  await close();
});
