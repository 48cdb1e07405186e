import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import { setUpSmallOffice, signInAs } from '../hosts/small-office.ts';
import { startTestHost } from '../hosts/test-host.ts';
import { test as deskTest, openDesk, signInOnScreen } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');
const MONDAY = '2026-11-23T08:00:00.000Z';

/** Consulting hours come and go by the calendar: the office's clock stands still on a Monday without holidays around it. */
const test = deskTest.extend({
  host: async ({ page }, use) => {
    const host = await startTestHost({ screens: true, clock: 'driven', clockStart: MONDAY });
    await setUpSmallOffice(host);
    await use(host);
    await page.goto('about:blank');
    await host.remove();
  },
});

async function goTo(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(title);
  const option = page.getByRole('dialog').getByRole('option', { name: title }).first();
  await expect(option).toBeVisible();
  while ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

const dayColumn = (page: Page, day: string) => page.getByRole('region', { name: day });

test('a lead enters hours in Arabic, cancels one day, takes that back, and closes the office', async ({
  context,
  page,
  host,
}) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await goTo(page, words('appointments:hours.title'));
  await expect(page.getByText(words('appointments:hours.empty'))).toBeVisible();

  await page.getByRole('button', { name: words('appointments:hours.add') }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('button', { name: words('appointments:hours.weekday.2') }).click();
  await sheet.getByLabel(words('appointments:hours.field.from'), { exact: true }).fill('13:00');
  await sheet.getByRole('combobox', { name: words('appointments:hours.field.languages') }).fill('Arabisch');
  await page.getByRole('option', { name: /Arabisch/ }).click();
  await sheet.getByRole('button', { name: words('appointments:hours.addShort') }).click();
  // It would end at twelve, before it begins.
  await expect(sheet.getByText(words('faults:RULE.hours-backwards'))).toBeVisible();
  await sheet.getByLabel(words('appointments:hours.field.to'), { exact: true }).fill('16:00');
  await sheet.getByRole('button', { name: words('appointments:hours.addShort') }).click();
  await expect(page.getByText(words('appointments:hours.did.added', { what: 'Dienstag 13:00–16:00' }))).toBeVisible();

  const tuesday = dayColumn(page, 'Dienstag, 24. November');
  const card = tuesday.getByRole('button', { name: /13:00–16:00/ });
  await expect(card).toContainText('Arabisch');
  await card.click();
  await page.getByRole('button', { name: words('appointments:hours.cancelDay') }).click();
  await expect(card).toContainText(words('appointments:hours.state.cancelled'));
  await page.keyboard.press('Control+z');
  await expect(card).not.toContainText(words('appointments:hours.state.cancelled'));

  await page.getByRole('tab', { name: words('appointments:hours.tab.closures') }).click();
  const form = page.getByRole('form', { name: words('appointments:hours.closures.add.office') });
  await form.getByLabel(words('appointments:hours.closures.from'), { exact: true }).fill('24.11.2026');
  await form.getByLabel(words('appointments:hours.closures.to'), { exact: true }).fill('27.11.2026');
  await form.getByLabel(words('appointments:hours.closures.reason')).fill('Fortbildung');
  await form.getByRole('button').click();
  const days = words('appointments:hours.closures.fromTo', { from: '24.11.2026', to: '27.11.2026' });
  const closed = page.getByRole('list', { name: words('appointments:hours.closures.office') }).getByRole('listitem');
  await expect(closed.filter({ hasText: days }).filter({ hasText: 'Fortbildung' })).toHaveCount(1);
  await page.getByRole('tab', { name: words('appointments:hours.tab.history') }).click();
  await expect(page.getByRole('row').filter({ hasText: days })).toHaveCount(1);
  await page.getByRole('tab', { name: words('appointments:hours.tab.week') }).click();
  await expect(tuesday).toContainText(words('appointments:hours.closedBecause', { reason: 'Fortbildung' }));

  const { client, close } = await signInAs(host, 'partner');
  const plan = await client.appointments.hours({});
  expect(plan.series).toMatchObject([{ weekday: 2, from: '13:00', to: '16:00', languages: ['ar'] }]);
  expect(plan.exceptions).toEqual([]);
  expect(plan.closures).toMatchObject([{ staffId: null, from: '2026-11-24', to: '2026-11-27', reason: 'Fortbildung' }]);
  expect(plan.history.map(({ subject, what }) => `${subject} ${what}`)).toEqual([
    'closure added',
    'exception withdrawn',
    'exception added',
    'series added',
  ]);
  await close();
});

/** The first thing with this text that Tab comes to. */
async function tabTo(page: Page, text: RegExp): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (text.test(focused)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${text}`);
}

test('consulting hours are entered, looked at and cancelled for a day by keyboard alone', async ({
  context,
  page,
  host,
}) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await goTo(page, words('appointments:hours.title'));
  await expect(page.getByRole('button', { name: words('appointments:hours.add') })).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: words('appointments:hours.weekday.1') })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText(words('appointments:hours.did.added', { what: 'Dienstag 09:00–12:00' }))).toBeVisible();
  await tabTo(page, /^09:00–12:00/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: words('appointments:hours.otherwise') })).toBeFocused();
  await tabTo(page, new RegExp(`^${words('appointments:hours.cancelDay')}$`));
  await page.keyboard.press('Enter');
  await expect(dayColumn(page, 'Dienstag, 24. November')).toContainText(words('appointments:hours.state.cancelled'));
});

test('a counsellor who leads nobody sees the hours and cannot write them', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'cityColleague');
  await goTo(page, words('appointments:hours.title'));
  await expect(page.getByText(words('appointments:hours.readOnly'))).toBeVisible();
  await expect(page.getByRole('button', { name: words('appointments:hours.add') })).toBeHidden();
});

/** Mondays from nine by appointment; one gives a time back, two with later times would come earlier. */
async function aFreedSlot(client: DeskClient): Promise<{ longest: string; number: number }> {
  const { staff } = await client.access.listStaff({});
  const staffIds = staff.filter(({ signInName }) => signInName === 'cem').map(({ id }) => id);
  const hours = { kind: 'by-appointment', place: 'office', outpostId: null, languages: null, topics: null } as const;
  await client.appointments.addSeries({
    requestId: randomUUID(),
    ...hours,
    weekday: 1,
    everyWeeks: 1,
    from: '09:00',
    to: '12:00',
    staffIds,
    slotMinutes: 30,
    validFrom: '2026-11-23',
    validUntil: null,
  });
  const book = (day: string, requestedOn: string) =>
    client.appointments.book({
      requestId: randomUUID(),
      kind: 'talk',
      day,
      from: '09:00',
      minutes: 30,
      place: 'office',
      outpostId: null,
      travelMinutes: 0,
      language: 'ar',
      topics: ['kita'],
      staffIds,
      personIds: [],
      seats: 1,
      unnamed: 1,
      interpreterId: null,
      partnerId: null,
      reach: '0150 0000-12',
      note: '',
      requestedOn,
      despiteWarnings: false,
    });
  const freed = await book('2026-11-30', '2026-11-20');
  const longest = await book('2026-12-14', '2026-11-02');
  const shorter = await book('2026-12-07', '2026-11-16');
  for (const { appointmentId, revision } of [longest, shorter])
    await client.appointments.wishEarlier({
      requestId: randomUUID(),
      appointmentId,
      revision,
      noticeHours: 24,
      district: null,
      deadlineOn: null,
    });
  const { appointmentId, revision } = freed;
  await client.appointments.settle({ requestId: randomUUID(), appointmentId, revision, status: 'excused' });
  return { longest: longest.appointmentId, number: longest.number };
}

test('a freed slot is offered to who has waited longest, taken, and given back by undo', async ({
  context,
  page,
  host,
}) => {
  const { client, close } = await signInAs(host, 'partnerLead');
  const { longest, number } = await aFreedSlot(client);
  const at = async () => {
    const { appointment } = await client.appointments.get({ appointmentId: longest });
    return appointment.day;
  };
  await openDesk(context, page, host);
  await signInOnScreen(page, 'partner');
  await goTo(page, words('appointments:earlier.title'));
  const slot = page.getByRole('region', { name: 'Montag, 30. November, 09:00' });
  const best = slot.getByRole('listitem').first();
  await expect(best).toContainText(`Nr. ${number}`);
  await expect(best).toContainText(words('appointments:earlier.waitsLonger_one'));
  await expect(best).toContainText('0150 0000-12');

  await best.getByRole('button', { name: words('appointments:earlier.result.not-reached') }).click();
  await expect(best).toContainText(words('appointments:earlier.offered.not-reached'));
  await best.getByRole('button', { name: words('appointments:earlier.result.moved') }).click();
  await expect(slot).toBeHidden();
  expect(await at()).toBe('2026-11-30');
  // What they left is the next task, and the other one gains nothing by it.
  await expect(page.getByRole('region', { name: 'Montag, 14. Dezember, 09:00' })).toContainText(
    words('appointments:earlier.nobody'),
  );

  await page.keyboard.press('Control+z');
  await expect(slot).toBeVisible();
  await expect(best).toContainText(words('appointments:earlier.offered.not-reached'));
  expect(await at()).toBe('2026-12-14');
  await close();
});
