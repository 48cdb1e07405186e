import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { type DeskClient } from '../../electron/hosts/desk-client.ts';
import { signInAs } from '../hosts/small-office.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');

async function openCatalogues(page: Page): Promise<void> {
  await page.getByRole('link', { name: words('desk:nav.catalogues') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words('catalogues:title') })).toBeVisible();
}

const toTheDesk = async (page: Page) => {
  await page.getByRole('link', { name: words('desk:nav.desk') }).click();
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
};

/** A talk whose step was typed freely. */
async function typeStep(client: DeskClient, what: string): Promise<void> {
  const on = await client.queue.checkIn({ requestId: randomUUID(), spoken: 'ar', topics: ['job-search'] });
  const { ticketId, revision } = on;
  const started = await client.queue.start({ requestId: randomUUID(), ticketId, revision });
  const { contactId } = started;
  await client.consultations.addStep({
    requestId: randomUUID(),
    contactId,
    owner: 'client',
    what,
    topic: null,
    dueOn: null,
  });
  const topics = [{ topic: 'job-search', result: 'solved' }];
  const contact = await client.consultations.get({ contactId });
  await client.consultations.change({ requestId: randomUUID(), contactId, revision: contact.revision, topics });
  await client.consultations.finish({ requestId: randomUUID(), ticketId, revision: started.revision, minutes: null });
}

test('a topic of the office’s own is added, chosen by typing, counted, and switched off again', async ({
  context,
  page,
  host,
}) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'partnerLead');
  await openCatalogues(page);
  // By keyboard alone: to the button, the sheet, the word, Enter.
  await page.getByRole('button', { name: words('catalogues:addBelow', { name: 'Arbeitssuche' }) }).focus();
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByLabel(words('catalogues:sheet.german'))).toBeFocused();
  await page.keyboard.type('Bewerbungsfoto');
  await sheet.getByLabel('العربية').fill('صورة للطلب');
  await page.keyboard.press('Enter');
  await expect(sheet).toHaveCount(0);
  const offered = page.getByRole('switch', { name: words('catalogues:offeredNamed', { name: 'Bewerbungsfoto' }) });
  await expect(offered).toBeChecked();

  await toTheDesk(page);
  for (const key of ['F2', '2', 'b', 'e', 'w', 'e', 'r', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText(words('queue:checkIn.issuedTitle'))).toBeVisible();
  await page.keyboard.press('Escape');
  for (const verb of ['queue:verb.callNext', 'queue:verb.appeared', 'queue:verb.start']) {
    await expect(page.getByRole('button', { name: new RegExp(`^${words(verb)}`) }).first()).toBeEnabled();
    await page.keyboard.press('F4');
  }
  await page
    .getByRole('group', { name: words('consultations:topics.resultOf', { topic: 'Bewerbungsfoto' }) })
    .waitFor();
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: /^Bewerbungsfoto: direkt gelöst/ })).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page.getByText(words('queue:did.finished', { label: 'A 001' }))).toBeVisible();

  await page.getByRole('link', { name: words('desk:nav.statistics') }).click();
  const topics = page.getByRole('region', { name: words('statistics:topics.title') });
  await topics.getByText(words('statistics:table')).click();
  await expect(topics.getByRole('row', { name: /^Arbeitssuche 1$/ })).toBeVisible();
  await expect(
    topics.getByRole('row', { name: `${words('statistics:topics.within', { topic: 'Bewerbungsfoto' })} 1` }),
  ).toBeVisible();
  await expect(page.getByText(words('statistics:countedWith', { central: 1, office: 1 }))).toBeVisible();

  await openCatalogues(page);
  await offered.focus();
  await page.keyboard.press('Space');
  await expect(offered).not.toBeChecked();
  await page.getByRole('tab', { name: words('catalogues:tab.history') }).click();
  await expect(
    page.getByRole('row', {
      name: new RegExp(words('catalogues:history.change.switched-off', { name: 'Bewerbungsfoto' })),
    }),
  ).toBeVisible();

  await toTheDesk(page);
  await page.keyboard.press('F2');
  const checkIn = page.getByRole('dialog');
  await expect(checkIn.getByRole('option', { name: 'Arbeitssuche' })).toBeVisible();
  await expect(checkIn.getByRole('option', { name: 'Bewerbungsfoto' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  const { client, close } = await signInAs(host, 'city');
  const [ticket] = (await client.queue.today({})).tickets;
  const contact = await client.consultations.get({ contactId: ticket?.contactId ?? '' });
  expect(contact.topics).toMatchObject([{ topic: expect.stringMatching(/^own\.job-search\./), result: 'solved' }]);
  await close();
});

test('another desk sees at once what was added and what was switched off', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'cityColleague');
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: words('desk:nav.catalogues') })).toHaveCount(0);
  await page.keyboard.press('F2');
  const checkIn = page.getByRole('dialog');
  await expect(checkIn.getByRole('option', { name: 'Freizeit' })).toBeVisible();
  const { client, close } = await signInAs(host, 'partnerLead');
  const entry = { kind: 'topic' as const, parent: 'leisure', words: { de: 'Schwimmkurs' } };
  await client.catalogues.add({ requestId: randomUUID(), entry });
  await client.catalogues.offer({
    requestId: randomUUID(),
    kind: 'topic',
    id: 'leisure',
    revision: null,
    offered: false,
  });
  await expect(checkIn.getByRole('option', { name: 'Schwimmkurs' })).toBeVisible();
  await expect(checkIn.getByRole('option', { name: 'Freizeit' })).toHaveCount(0);
  await close();
});

test('a step that is typed freely again and again becomes a phrase that is proposed', async ({
  context,
  page,
  host,
}) => {
  const { client, close } = await signInAs(host, 'city');
  for (const what of ['Zeugnisse beglaubigen lassen', 'zeugnisse beglaubigen lassen!', 'Zeugnisse  beglaubigen lassen'])
    await typeStep(client, what);
  for (const what of ['Einzelfall', 'Einzelfall']) await typeStep(client, what);
  await openDesk(context, page, host);
  await signInOnScreen(page, 'partnerLead');
  await openCatalogues(page);
  await page.getByRole('tab', { name: words('catalogues:tab.step') }).click();
  const free = page.getByRole('region', { name: words('catalogues:free.title') });
  await expect(free.getByText(/3-mal frei geschrieben/)).toBeVisible();
  await expect(free.getByRole('listitem')).toHaveCount(1);
  await free.getByRole('button', { name: /^Als Baustein übernehmen/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel(words('catalogues:sheet.german')).fill('Lassen Sie Ihre Zeugnisse beglaubigen');
  await page.keyboard.press('Enter');
  await expect(sheet).toHaveCount(0);
  await expect(free.getByRole('listitem')).toHaveCount(0);
  const list = page.getByRole('list', { name: words('consultations:steps.owner.client') });
  await expect(list.getByText('Lassen Sie Ihre Zeugnisse beglaubigen')).toBeVisible();

  await toTheDesk(page);
  for (const key of ['F2', '2', 'a', 'r', 'b', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText(words('queue:checkIn.issuedTitle'))).toBeVisible();
  await page.keyboard.press('Escape');
  for (const verb of ['queue:verb.callNext', 'queue:verb.appeared', 'queue:verb.start']) {
    await expect(page.getByRole('button', { name: new RegExp(`^${words(verb)}`) }).first()).toBeEnabled();
    await page.keyboard.press('F4');
  }
  const proposed = page.getByRole('group', { name: words('consultations:steps.proposed') });
  await proposed.getByRole('button', { name: 'Lassen Sie Ihre Zeugnisse beglaubigen' }).click();
  const open = (await client.queue.today({})).tickets.find(({ state }) => state === 'serving');
  await expect
    .poll(async () => (await client.consultations.get({ contactId: open?.contactId ?? '' })).steps.length)
    .toBe(1);
  const { html } = await client.steps.sheet({
    contactId: open?.contactId ?? '',
    language: 'ar',
    appointmentId: null,
    planned: null,
  });
  expect(html).toContain('Lassen Sie Ihre Zeugnisse beglaubigen');
  await close();
});
