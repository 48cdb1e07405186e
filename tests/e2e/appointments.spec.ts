import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import { instantOfLocal } from '../../shared/kernel/instants.ts';
import { setUpSmallOffice, signInAs } from '../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../hosts/test-host.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');
const MONDAY = '2026-11-30';
const AMAL = {
  givenName: 'Amal',
  familyName: 'Muster',
  ownScriptName: '',
  bornOn: null,
  birthPrecision: null,
  gender: 'not-stated' as const,
  roles: [],
  spoken: 'ar',
  understood: null,
  read: null,
  district: null,
  phone: '',
  email: '',
};

interface Monday {
  host: TestHost;
  client: DeskClient;
  /** Anna Rot, who is there on Mondays and Wednesdays from nine to twelve. */
  staffId: string;
  personId: string;
}

/** The small office on a Monday at half past eight, with consulting hours and one person in its files. */
async function onMonday(day: (monday: Monday) => Promise<void>): Promise<void> {
  const host = await startTestHost({ screens: true, clock: 'driven', clockStart: instantOfLocal(MONDAY, '08:30') });
  try {
    await setUpSmallOffice(host);
    const { client, close } = await signInAs(host, 'city', { desk: 2 });
    const { staffId } = await client.access.whoAmI({});
    for (const weekday of [1, 3])
      await client.appointments.addSeries({
        requestId: randomUUID(),
        weekday,
        everyWeeks: 1,
        from: '09:00',
        to: '12:00',
        kind: 'by-appointment',
        place: 'office',
        outpostId: null,
        languages: ['ar', 'de'],
        topics: null,
        staffIds: [staffId],
        slotMinutes: 30,
        validFrom: '2026-11-01',
        validUntil: null,
      });
    const { id: personId } = await client.people.create({ requestId: randomUUID(), person: AMAL });
    await day({ host, client, staffId, personId });
    await close();
  } finally {
    await host.remove();
  }
}

async function book({ client, staffId, personId }: Monday, from: string): Promise<string> {
  const { appointmentId } = await client.appointments.book({
    requestId: randomUUID(),
    kind: 'talk',
    day: MONDAY,
    from,
    minutes: 30,
    place: 'office',
    outpostId: null,
    travelMinutes: 0,
    language: 'ar',
    topics: ['kita'],
    staffIds: [staffId],
    personIds: [personId],
    interpreterId: null,
    seats: 1,
    unnamed: 0,
    partnerId: null,
    reach: '',
    note: '',
    requestedOn: null,
    despiteWarnings: false,
  });
  return appointmentId;
}

async function atTheDesk(context: BrowserContext, page: Page, host: TestHost): Promise<void> {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
}

/** From the line into the talk, by F4 as often as it takes. */
async function talkWith(page: Page): Promise<void> {
  for (const verb of ['queue:verb.callNext', 'queue:verb.appeared', 'queue:verb.start']) {
    await expect(page.getByRole('button', { name: words(verb) }).first()).toBeEnabled();
    await page.keyboard.press('F4');
  }
  await expect(page.getByRole('button', { name: words('consultations:finish'), exact: true })).toBeVisible();
}

async function expectAccessible(page: Page): Promise<void> {
  // axe can't run where scripts are forbidden: the card is looked at as a document of its own.
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .exclude('iframe[sandbox]')
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Presses with the mouse, and counts. */
function mouse(): { click: (target: Locator) => Promise<void>; count: () => number } {
  let count = 0;
  return {
    async click(target) {
      count += 1;
      await target.click();
    },
    count: () => count,
  };
}

const slots = (dialog: Locator) => dialog.getByRole('button', { name: /^\d\d:\d\d / });

test('a talk ends in an appointment after three clicks; the card is printed in Arabic; undo takes it back', async ({
  context,
  page,
}) =>
  onMonday(async ({ host, client, personId, staffId }) => {
    await client.queue.checkIn({ requestId: randomUUID(), spoken: 'ar', topics: ['kita'], personId });
    await atTheDesk(context, page, host);
    await talkWith(page);
    const { click, count } = mouse();
    await click(page.getByRole('button', { name: words('appointments:today.book'), exact: true }).first());
    const booking = page.getByRole('dialog', { name: words('appointments:book') });
    await expect(booking.getByLabel(words('appointments:field.language'))).toHaveValue('Arabisch');
    await expect(booking.getByText('Amal Muster')).toBeVisible();
    await expect(booking.getByRole('button', { name: 'Kindergartenplatz' })).toHaveAttribute('aria-pressed', 'true');
    await expect(slots(booking).first()).toBeVisible();
    await expectAccessible(page);
    await click(slots(booking).first());
    await click(booking.getByRole('button', { name: words('appointments:bookNow') }));
    expect(count()).toBe(3);

    const booked = page.getByRole('dialog', { name: words('appointments:booked.title') });
    await expect(booked.getByText('Montag, 30. November, 09:00')).toBeVisible();
    const find = async () =>
      (await client.appointments.days({ from: MONDAY, days: 1 })).days[0]?.appointments.find(
        ({ status }) => status === 'booked',
      );
    expect(await find()).toMatchObject({ language: 'ar', topics: ['kita'], staffIds: [staffId], requestedOn: MONDAY });
    expect((await find())?.people.map(({ id }) => id)).toEqual([personId]);
    await page.keyboard.press('Enter');
    await expect(booked.getByText(words('appointments:card.printed'))).toBeVisible();
    const card = await page.locator('body > iframe').getAttribute('srcdoc');
    expect(card).toContain('lang="ar" dir="rtl"');
    expect(card).toContain('09:00');
    expect(card).not.toContain('Amal');
    await expect.poll(async () => (await find())?.reminder).toBe('card');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(find).toBeUndefined();
    await page.goto('about:blank');
  }));

test('whoever has an appointment is here with one key, stands in the line due at their time, and not after undo', async ({
  context,
  page,
}) =>
  onMonday(async (monday) => {
    const appointmentId = await book(monday, '09:30');
    await atTheDesk(context, page, monday.host);
    await expect(page.getByRole('button', { name: /^09:30 Amal Muster/ })).toBeVisible();
    await page.keyboard.press('Control+1');
    const open = async () => (await monday.client.queue.today({})).tickets.filter(({ state }) => state !== 'void');
    await expect.poll(async () => (await open()).length).toBe(1);
    const [ticket] = await open();
    expect(ticket).toMatchObject({
      kind: 'appointment',
      dueAt: instantOfLocal(MONDAY, '09:30'),
      person: { id: monday.personId },
    });
    await expect(page.getByText(words('appointments:today.nobody'))).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect.poll(open).toEqual([]);
    const { appointment } = await monday.client.appointments.get({ appointmentId });
    expect(appointment).toMatchObject({ status: 'booked', ticketId: null });
    await expect(page.getByRole('button', { name: /^09:30 Amal Muster/ })).toBeVisible();
    await page.goto('about:blank');
  }));

test('nobody comes, and at the next contact one tap says what was in the way', async ({ context, page }) =>
  onMonday(async (monday) => {
    const { host, client, personId } = monday;
    const appointmentId = await book(monday, '09:00');
    await host.process.moveClock(instantOfLocal(MONDAY, '09:16'));
    await atTheDesk(context, page, host);
    await page.getByRole('button', { name: words('appointments:today.nobodyCame') }).click();
    await expect(page.getByText(words('appointments:today.nobody'))).toBeVisible();
    expect((await client.appointments.get({ appointmentId })).appointment.status).toBe('no-show');

    await client.queue.checkIn({ requestId: randomUUID(), spoken: 'ar', topics: ['kita'], personId });
    await talkWith(page);
    const question = words('appointments:why.question', { day: 'Mo., 30.11.', from: '09:00' });
    const reasons = page.getByRole('group', { name: question });
    await reasons.getByRole('button', { name: words('appointments:reasons.letter-not-understood') }).click();
    await expect(reasons).toHaveCount(0);
    const { appointments, askWhy } = await client.appointments.ofPerson({ personId });
    expect(askWhy).toBeNull();
    expect(appointments[0]?.noShowReason).toBe('letter-not-understood');
    await page.goto('about:blank');
  }));

test('without a mouse: the next free time is booked, the week is turned, the appointment moved and taken back', async ({
  context,
  page,
}) =>
  onMonday(async (monday) => {
    const { host, client } = monday;
    await atTheDesk(context, page, host);
    await page.evaluate(() => {
      window.location.hash = '/appointments';
    });
    await expect(page.getByRole('heading', { name: 'Montag, 30. November' })).toBeAttached();
    await expectAccessible(page);
    await page.keyboard.press('F8');
    const booking = page.getByRole('dialog', { name: words('appointments:book') });
    await expect(slots(booking).first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(booking.getByRole('button', { name: words('appointments:bookNow') })).toBeEnabled();
    await page.keyboard.press('F8');
    await expect(page.getByRole('dialog', { name: words('appointments:booked.title') })).toBeVisible();
    await page.keyboard.press('Escape');

    await page.keyboard.press('PageDown');
    await expect(page.getByRole('heading', { name: 'Montag, 7. Dezember' })).toBeAttached();
    await page.keyboard.press('Home');
    const appointment = page.getByRole('button', { name: /09:00 ohne Namen/ });
    await appointment.press('Enter');
    const sheet = page.getByRole('dialog', { name: /Montag, 30. November, 09:00/ });
    await expect(sheet.getByRole('listitem').filter({ hasText: words('appointments:event.booked') })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('F7');
    await expect(slots(sheet).first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(sheet.getByRole('button', { name: words('appointments:act.move') })).toBeEnabled();
    await page.keyboard.press('F7');
    const where = async () =>
      (await client.appointments.days({ from: MONDAY, days: 7 })).days.flatMap(({ appointments }) =>
        appointments.map(({ day, from, status }) => `${day} ${from} ${status}`),
      );
    await expect.poll(where).toEqual([`${MONDAY} 09:30 booked`]);
    // The sheet is back at what it shows first: Escape closes it.
    await expect(page.getByText(words('appointments:did.changed', { when: 'Mo., 30.11., 09:30' }))).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(where).toEqual([`${MONDAY} 09:00 booked`]);
    await page.goto('about:blank');
  }));

test('without a mouse: two of a household are booked by a key each, and their card is printed', async ({
  context,
  page,
}) =>
  onMonday(async ({ host, client, personId }) => {
    const relative = async (givenName: string, kind: 'partner' | 'child') => {
      const { id } = await client.people.create({ requestId: randomUUID(), person: { ...AMAL, givenName } });
      const relation = { requestId: randomUUID(), personId, otherId: id, kind, livesHere: true, fromOn: null };
      await client.households.add(relation);
      return id;
    };
    const [gone, dina] = [await relative('Basim', 'partner'), await relative('Dina', 'child')];
    await client.households.separate({ requestId: randomUUID(), leaverId: gone, on: MONDAY });
    await atTheDesk(context, page, host);
    const goTo = async (key: 'Tab' | 'Shift+Tab', field: Locator) => {
      const isThere = () => field.evaluate((element) => element === document.activeElement);
      for (let steps = 0; steps < 20 && !(await isThere()); steps += 1) await page.keyboard.press(key);
      await expect(field).toBeFocused();
    };
    await page.keyboard.press('F8');
    const booking = page.getByRole('dialog', { name: words('appointments:book') });
    await expect(slots(booking).first()).toBeFocused();
    await goTo('Shift+Tab', booking.getByLabel(words('appointments:field.person')));
    await page.keyboard.type('Amal');
    await expect(page.getByRole('option', { name: /Amal Muster/ })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');

    const household = booking.getByRole('group', { name: words('appointments:field.household') });
    const member = (name: string) => household.getByRole('button', { name });
    await expect(member('Amal Muster')).toHaveAttribute('aria-pressed', 'true');
    await expect(member('Dina Muster')).toHaveAttribute('aria-pressed', 'false');
    // Who has parted is not offered, and stands nowhere in the sheet.
    await expect(household.getByRole('button')).toHaveCount(2);
    await expect(member('Amal Muster')).toBeFocused();
    await page.keyboard.press('Alt+2');
    await expect(member('Dina Muster')).toHaveAttribute('aria-pressed', 'true');
    await expectAccessible(page);
    await page.keyboard.press('Alt+2');
    await expect(member('Dina Muster')).toHaveAttribute('aria-pressed', 'false');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(member('Dina Muster')).toHaveAttribute('aria-pressed', 'true');
    await goTo('Tab', slots(booking).first());
    await page.keyboard.press('Enter');
    await expect(booking.getByRole('button', { name: words('appointments:bookNow') })).toBeEnabled();
    await page.keyboard.press('F8');
    const booked = page.getByRole('dialog', { name: words('appointments:booked.title') });
    await expect(booked).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(booked.getByText(words('appointments:card.printed'))).toBeVisible();
    const card = await page.locator('body > iframe').getAttribute('srcdoc');
    expect(card).toContain('lang="ar" dir="rtl"');
    expect(card).toContain('09:00');

    const { days } = await client.appointments.days({ from: MONDAY, days: 1 });
    const [appointment] = days[0]?.appointments ?? [];
    expect(appointment).toMatchObject({ seats: 2, unnamed: 0, reminder: 'card' });
    expect(appointment?.people.map(({ id }) => id).toSorted()).toEqual([personId, dina].toSorted());
    await page.goto('about:blank');
  }));

test('any other time says in plain words what speaks against it, before it is booked', async ({ context, page }) =>
  onMonday(async ({ host, client }) => {
    await atTheDesk(context, page, host);
    await page.keyboard.press('F8');
    const booking = page.getByRole('dialog', { name: words('appointments:book') });
    await booking.getByRole('button', { name: words('appointments:time.chooseOther') }).click();
    await booking.getByLabel(words('appointments:time.day')).fill('25.12.2026');
    await booking.getByLabel(words('appointments:time.from')).fill('10:00');
    await expect(booking.getByText(/Dieser Tag ist ein Feiertag/)).toBeVisible();
    await expect(booking.getByRole('button', { name: words('appointments:bookNow') })).toBeDisabled();
    await booking.getByLabel(words('appointments:time.day')).fill('01.12.2026');
    await expect(booking.getByText(words('appointments:warning.outside-hours'))).toBeVisible();
    await booking.getByRole('button', { name: words('appointments:bookDespite') }).click();
    await expect(page.getByRole('dialog', { name: words('appointments:booked.title') })).toBeVisible();
    const { days } = await client.appointments.days({ from: '2026-12-01', days: 1 });
    expect(days[0]?.appointments.map(({ from }) => from)).toEqual(['10:00']);
    await page.goto('about:blank');
  }));
