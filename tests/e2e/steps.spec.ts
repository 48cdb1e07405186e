import { randomUUID } from 'node:crypto';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { addDays } from '../../shared/kernel/instants.ts';
import { signInAs } from '../hosts/small-office.ts';
import type { TestHost } from '../hosts/test-host.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');

/** An office with consulting hours every day of the week, so that there is a next free slot whenever this runs. */
async function openAllWeek(host: TestHost): Promise<void> {
  const { client, close } = await signInAs(host, 'city');
  const { today } = await client.appointments.days({ from: '2026-01-01', days: 1 });
  for (const weekday of [1, 2, 3, 4, 5, 6, 7])
    await client.appointments.addSeries({
      requestId: randomUUID(),
      from: '08:00',
      to: '18:00',
      kind: 'by-appointment',
      place: 'office',
      outpostId: null,
      languages: null,
      topics: null,
      staffIds: [],
      slotMinutes: 30,
      weekday,
      everyWeeks: 1,
      validFrom: addDays(today, 1),
      validUntil: null,
    });
  await close();
}

/** A talk about a place in a kindergarten, in Arabic, with its result: all but its end. */
async function talkTillTheEnd(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
  for (const key of ['F2', '2', 'k', 'i', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText(words('queue:checkIn.issuedTitle'))).toBeVisible();
  await page.keyboard.press('Escape');
  for (const verb of ['queue:verb.callNext', 'queue:verb.appeared', 'queue:verb.start']) {
    await expect(page.getByRole('button', { name: words(verb) }).first()).toBeEnabled();
    await page.keyboard.press('F4');
  }
  await page
    .getByRole('group', { name: words('consultations:topics.resultOf', { topic: 'Kindergartenplatz' }) })
    .waitFor();
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: /^Kindergartenplatz: direkt gelöst/ })).toBeVisible();
}

/** A desk in an office with consulting hours, where a talk stands at its end. */
async function talkInOpenWeek(context: BrowserContext, page: Page, host: TestHost): Promise<void> {
  await openAllWeek(host);
  await context.addInitScript(() => {
    // The sheet is printed through a frame of its own; a print dialogue would stand in the way of a test.
    Object.defineProperty(window, 'print', { value: () => window.top?.postMessage('printed', '*') });
  });
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await talkTillTheEnd(page);
}

test('from the finish to a printed sheet and a booked appointment: at most 90 seconds and six inputs', async ({
  context,
  page,
  host,
}) => {
  await talkInOpenWeek(context, page, host);

  let inputs = 0;
  const startedAtMs = Date.now();
  const press = async (key: string) => {
    inputs += 1;
    await page.keyboard.press(key);
  };
  const tap = async (name: RegExp | string) => {
    inputs += 1;
    await sheet.getByRole('button', { name }).first().click();
  };
  const sheet = page.getByRole('dialog', { name: words('consultations:wrapUp.title') });
  await press('Alt+9');
  await expect(sheet).toBeVisible();
  await tap(/^Bringen Sie diese Papiere/);
  await tap(/^Melden Sie Ihr Kind dort an/);
  await expect(sheet.getByRole('checkbox')).toHaveCount(2);
  await expect(sheet.getByRole('radio').first()).toBeChecked();
  await press('Control+Enter');
  await expect(page.getByText(words('queue:did.finished', { label: 'A 001' }))).toBeVisible();
  expect(inputs).toBeLessThanOrEqual(6);
  expect(Date.now() - startedAtMs).toBeLessThan(90_000);

  const { client, close } = await signInAs(host, 'partner');
  const [ticket] = (await client.queue.today({})).tickets;
  expect(ticket?.state).toBe('finished');
  const { today } = await client.appointments.days({ from: '2026-01-01', days: 1 });
  const weeks = await client.appointments.days({ from: addDays(today, 14), days: 14 });
  const booked = weeks.days.flatMap((day) => day.appointments);
  expect(booked).toHaveLength(1);
  expect(booked[0]).toMatchObject({ language: 'ar', topics: ['kita'], status: 'booked' });
  await close();
});

test('another appointment is booked as everywhere else, with more people, and the sheet carries it alone', async ({
  context,
  page,
  host,
}) => {
  await talkInOpenWeek(context, page, host);
  const { client, close } = await signInAs(host, 'partner');
  const booked = async () => {
    const { today } = await client.appointments.days({ from: '2026-01-01', days: 1 });
    const { days } = await client.appointments.days({ from: today, days: 14 });
    return days.flatMap((day) => day.appointments).filter(({ status }) => status === 'booked');
  };
  const sheet = page.getByRole('dialog', { name: words('consultations:wrapUp.title') });
  const booking = page.getByRole('dialog', { name: words('appointments:book') });
  const firstSlot = booking.getByRole('button', { name: /^\d\d:\d\d/ }).first();
  const line = sheet.getByText(new RegExp(`^${words('consultations:wrapUp.booked', { when: '' })}`));

  await page.keyboard.press('Alt+9');
  await expect(sheet.getByRole('radio').first()).toBeChecked();
  await page.keyboard.press('F8');
  await expect(firstSlot).toBeFocused();
  await expect(booking.getByLabel(words('appointments:field.language'))).toHaveValue('Arabisch');
  await expect(booking.getByRole('button', { name: 'Kindergartenplatz' })).toHaveAttribute('aria-pressed', 'true');
  await booking.getByLabel(words('appointments:field.unnamed')).fill('2');
  await firstSlot.press('Enter');
  await expect(booking.getByRole('button', { name: words('appointments:bookNow') })).toBeEnabled();
  await page.keyboard.press('F8');
  await expect(booking).toBeHidden();
  await expect(line).toBeVisible();
  await expect(sheet.getByRole('button', { name: words('consultations:wrapUp.print') })).toBeFocused();
  await expect(sheet.getByRole('radio')).toHaveCount(0);
  expect(await booked()).toMatchObject([{ language: 'ar', topics: ['kita'], unnamed: 2, seats: 2 }]);

  // It stays with the talk while the sheet is closed, and is let go when it is taken back.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+9');
  await expect(line).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(booked).toEqual([]);
  await page.keyboard.press('Alt+9');
  await expect(sheet.getByRole('radio').first()).toBeChecked();
  await page.keyboard.press('Escape');

  await page.keyboard.press('F8');
  await expect(firstSlot).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(booking.getByRole('button', { name: words('appointments:bookNow') })).toBeEnabled();
  await page.keyboard.press('F8');
  await expect(page.getByRole('dialog', { name: words('appointments:booked.title') })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+9');
  await expect(line).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(words('queue:did.finished', { label: 'A 001' }))).toBeVisible();
  expect(await booked()).toHaveLength(1);
  await close();
});
