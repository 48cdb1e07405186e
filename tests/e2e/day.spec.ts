import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { signInAs } from '../hosts/small-office.ts';
import { startTestHost } from '../hosts/test-host.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');

/** Presses a key and counts it. */
function keyboardOf(page: Page): { press: (key: string) => Promise<void>; count: () => number } {
  let count = 0;
  return {
    async press(key) {
      count += 1;
      await page.keyboard.press(key);
    },
    count: () => count,
  };
}

async function atTheDesk(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
}

test('an anonymous Arabic speaker with one topic has a number after at most six keys', async ({
  context,
  page,
  host,
}) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  const { press, count } = keyboardOf(page);
  for (const key of ['F2', '2', 'k', 'i', 'Enter']) await press(key);
  await expect(page.getByText(words('queue:checkIn.issuedTitle'))).toBeVisible();
  expect(count()).toBeLessThanOrEqual(6);

  const { client, close } = await signInAs(host, 'partner');
  const { tickets } = await client.queue.today({});
  expect(tickets).toHaveLength(1);
  expect(tickets[0]).toMatchObject({ number: 1, spoken: 'ar', topics: ['kita'], person: null, state: 'waiting' });
  await close();
});

test('the day goes from the door to the finish without a mouse, and back with one undo', async ({
  context,
  page,
  host,
}) => {
  await openDesk(context, page, host);
  await page.getByRole('button', { name: /anna/ }).waitFor();
  await page.keyboard.press('1');
  await page.getByLabel('Passphrase von anna').waitFor();
  await page.keyboard.type('correct horse battery city');
  await page.keyboard.press('Enter');
  await atTheDesk(page);
  for (const key of ['F2', '2', 'k', 'i', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText(words('queue:checkIn.issuedTitle'))).toBeVisible();
  await page.keyboard.press('Escape');
  for (const verb of ['queue:verb.callNext', 'queue:verb.appeared', 'queue:verb.start']) {
    await expect(page.getByRole('button', { name: words(verb) }).first()).toBeEnabled();
    await page.keyboard.press('F4');
  }
  await expect(page.getByRole('button', { name: words('consultations:finish'), exact: true })).toBeVisible();
  await page
    .getByRole('group', { name: words('consultations:topics.resultOf', { topic: 'Kindergartenplatz' }) })
    .waitFor();
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: /^Kindergartenplatz: direkt gelöst/ })).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page.getByText(words('queue:did.finished', { label: 'A 001' }))).toBeVisible();

  const { client, close } = await signInAs(host, 'partner');
  expect((await client.queue.today({})).tickets[0]?.state).toBe('finished');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: words('consultations:finish'), exact: true })).toBeVisible();
  const now = async () => (await client.queue.today({})).tickets[0];
  await expect.poll(async () => (await now())?.state).toBe('serving');
  expect((await now())?.runningClock).toBe('serviceMs');
  await close();
});

test.describe('the host is killed under the desk', () => {
  test.use({ expectedComplaint: /WebSocket|ERR_|Failed to load/ });

  test('a draft is there again that was two seconds old', async ({ context, page, host }) => {
    await openDesk(context, page, host);
    await signInOnScreen(page, 'city');
    await atTheDesk(page);
    for (const key of ['F2', '2', 'k', 'i', 'Enter']) await page.keyboard.press(key);
    await expect(page.getByText(words('queue:checkIn.issuedTitle'))).toBeVisible();
    await page.keyboard.press('Escape');
    for (const verb of ['queue:verb.callNext', 'queue:verb.appeared', 'queue:verb.start']) {
      await expect(page.getByRole('button', { name: words(verb) }).first()).toBeEnabled();
      await page.keyboard.press('F4');
    }
    const note = page.getByRole('textbox', { name: /^Notiz, lesen/ });
    await note.click();
    await page.keyboard.type('Die Nachbarin hilft beim Umzug.');
    await page.waitForTimeout(2000);
    process.kill(host.process.pid, 'SIGKILL');
    await host.process.ended;

    const again = await startTestHost({ screens: true, folder: host.folder });
    try {
      await openDesk(context, page, again);
      await signInOnScreen(page, 'city');
      await expect(page.getByRole('textbox', { name: /^Notiz, lesen/ })).toHaveValue('Die Nachbarin hilft beim Umzug.');
    } finally {
      await page.goto('about:blank');
      await again.process.stop();
    }
  });
});

test('two desks call the same number: one has it, the other is told', async ({ host }) => {
  const [one, two] = [await signInAs(host, 'city'), await signInAs(host, 'partner')];
  const outcomes = { called: 0, conflict: 0 };
  for (let round = 0; round < 20; round += 1) {
    const { ticketId, revision } = await one.client.queue.checkIn({
      requestId: randomUUID(),
      spoken: 'ar',
      topics: ['kita'],
    });
    const calls = await Promise.allSettled(
      [one, two].map(({ client }) => client.queue.call({ requestId: randomUUID(), ticketId, revision })),
    );
    for (const call of calls) {
      if (call.status === 'fulfilled') outcomes.called += 1;
      else {
        expect(call.reason).toMatchObject({ code: 'CONFLICT', data: { currentRevision: 2 } });
        outcomes.conflict += 1;
      }
    }
  }
  expect(outcomes).toEqual({ called: 20, conflict: 20 });
  await one.close();
  await two.close();
});

test('a letter prints the same bytes after its template was edited and the program restarted', async ({ host }) => {
  const { client, close } = await signInAs(host, 'city');
  const partner = {
    name: 'Kita Beispiel',
    kind: 'childcare',
    authority: false,
    contactName: '',
    street: 'Musterweg 3',
    postalCodeAndTown: '44135 Dortmund',
    phone: '',
    email: '',
    topics: ['kita'],
  } as const;
  const { id: partnerId } = await client.partners.create({
    requestId: randomUUID(),
    partner: { ...partner, topics: [...partner.topics] },
  });
  const letter = {
    contactId: null,
    personId: null,
    partnerId,
    templateId: 'referral',
    topic: 'kita',
    include: { birth: false, phone: false, email: false, district: false },
    concern: 'Ein Platz wird gesucht.',
    done: '',
    request: 'Bitte melden Sie sich.',
    replyBy: null,
    enclosures: [],
    consentOn: null,
    companionLanguage: 'ar',
  };
  const { id, state } = await client.letters.write({ requestId: randomUUID(), letter });
  expect(state).toBe('ready');
  const printed = await client.letters.pdf({ id });
  expect(Buffer.from(printed.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const template = (await client.letters.templates({})).templates.find((each) => each.id === 'referral');
  if (!template) throw new Error('It comes with the office');
  await client.letters.changeTemplate({
    requestId: randomUUID(),
    id: template.id,
    revision: template.revision,
    subject: 'Ganz anders',
    body: 'Nur noch ein Satz.',
  });
  expect(await client.letters.pdf({ id })).toEqual(printed);
  await close();
  await host.process.stop();

  const again = await startTestHost({ screens: true, folder: host.folder });
  try {
    const later = await signInAs(again, 'city');
    expect(await later.client.letters.pdf({ id })).toEqual(printed);
    await later.close();
  } finally {
    await again.process.stop();
  }
});

test('the day is closed when every number has an outcome', async ({ context, page, host }) => {
  const { client, close } = await signInAs(host, 'partner');
  await client.queue.checkIn({ requestId: randomUUID(), spoken: 'kmr', topics: ['birth'] });
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  await page.getByRole('button', { name: words('queue:closeDay.title') }).click();
  const sheet = page.getByRole('dialog');
  const outcomes = sheet.getByRole('group', { name: words('queue:closeDay.reasonOf', { label: 'A 001' }) });
  await outcomes.getByRole('button', { name: words('queue:leavingReason.come-again') }).click();
  await sheet.getByRole('button', { name: words('queue:closeDay.close') }).click();
  await expect(page.getByText(words('queue:dayIsClosed')).first()).toBeVisible();
  const { closedAt, tickets } = await client.queue.today({});
  expect(closedAt).not.toBeNull();
  expect(tickets[0]).toMatchObject({ state: 'left', reason: 'come-again' });
  await close();
});
