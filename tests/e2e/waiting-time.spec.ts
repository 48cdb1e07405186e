import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { signInAs } from '../hosts/small-office.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');
const requestId = () => crypto.randomUUID();

test('each ticket is promised a range, and the figures show in the end how many held', async ({
  context,
  page,
  host,
}) => {
  const { client, close } = await signInAs(host, 'partner');
  const checkIn = () => client.queue.checkIn({ requestId: requestId(), spoken: 'ar', topics: ['kita'] });
  const promiseOf = async (ticketId: string) => {
    const { tickets } = await client.queue.today({});
    return tickets.find(({ id }) => id === ticketId)?.promise ?? null;
  };

  // Six people come. The first finds a free desk; the others are told a range that is no single minute.
  const tickets = [];
  for (let count = 0; count < 6; count += 1) {
    const { ticketId } = await checkIn();
    await expect.poll(() => promiseOf(ticketId)).not.toBeNull();
    tickets.push({ ticketId, promise: await promiseOf(ticketId) });
    if (count === 0) await client.queue.callNext({ requestId: requestId() });
  }
  expect(tickets[0]?.promise).toEqual({ fromMinutes: 0, toMinutes: 0 });
  const last = tickets.at(-1)?.promise;
  expect(last?.toMinutes).toBeGreaterThan(last?.fromMinutes ?? Number.NaN);

  // The slip says it to the person, in Arabic first.
  const { html } = await client.queue.slip({ ticketId: tickets.at(-1)?.ticketId ?? '' });
  expect(html).toContain(String(last?.toMinutes));

  for (let count = 1; count < 6; count += 1) await client.queue.callNext({ requestId: requestId() });
  const { ticketId, revision } = await checkIn();
  await client.queue.leave({ requestId: requestId(), ticketId, revision, reason: 'turned-away' });
  await close();

  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await page.getByRole('link', { name: words('desk:nav.statistics') }).click();
  await expect(page.getByRole('heading', { name: words('statistics:waiting.title') })).toBeVisible();
  await expect(page.getByText(/% der Zusagen wurden gehalten/)).toBeVisible();
  await expect(page.getByText(/1 weggeschickt, 0 gegangen/)).toBeVisible();

  // By keyboard: the figures of a chart are a table beneath it.
  const promises = page.getByRole('region', { name: words('statistics:promises.title') });
  await promises.getByText(words('statistics:table')).focus();
  await page.keyboard.press('Enter');
  await expect(promises.getByRole('row', { name: /Arabisch 6/ })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
