import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { setUpSmallOffice, signInAs } from '../hosts/small-office.ts';
import { startTestHost } from '../hosts/test-host.ts';
import { test as deskTest, openDesk, signInOnScreen } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');
const MONDAY = '2026-11-23T08:00:00.000Z';

const test = deskTest.extend({
  host: async ({ page }, use) => {
    const host = await startTestHost({ screens: true, clock: 'driven', clockStart: MONDAY });
    await setUpSmallOffice(host);
    await use(host);
    await page.goto('about:blank');
    await host.remove();
  },
});

const hours = {
  kind: 'by-appointment',
  weekday: 2,
  everyWeeks: 1,
  from: '09:00',
  to: '12:00',
  place: 'office',
  outpostId: null,
  topics: null,
  slotMinutes: 30,
  validUntil: null,
} as const;

test('a language that can have no appointment within three weeks is named where the day is planned', async ({
  context,
  page,
  host,
}) => {
  const { client, close } = await signInAs(host, 'cityColleague');
  const lead = await signInAs(host, 'city');
  const add = (languages: readonly string[], validFrom: string) =>
    lead.client.appointments.addSeries({
      ...hours,
      languages: [...languages],
      staffIds: [],
      validFrom,
      requestId: randomUUID(),
    });
  await add(['de', 'ar', 'en', 'fa', 'kmr'], '2026-11-24');
  await add(['ckb'], '2026-12-22');
  expect((await client.appointments.alarms({})).languages).toMatchObject([{ language: 'ckb' }]);
  await openDesk(context, page, host);
  await signInOnScreen(page, 'cityColleague');
  const alarm = page.getByText(words('appointments:availability.alarm_one', { count: 1, languages: 'Sorani' }));
  await expect(alarm).toBeVisible();
  // Hours of next week keep the promise again, and the desk hears of it.
  await add(['ckb'], '2026-11-24');
  await expect(alarm).toBeHidden();
  await lead.close();
  await close();
});
