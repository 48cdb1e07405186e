import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import type { NoteLevel } from '../../shared/consultations/consultations.contract.ts';
import { signInAs } from '../hosts/small-office.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');

async function atTheDesk(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
}

/** Opens the search for everything and types. */
async function askPalette(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type(typed);
}

/** A talk with a person and these notes. */
async function talkWith(client: DeskClient, familyName: string, notes: readonly (readonly [NoteLevel, string])[]) {
  const person = await client.people.create({
    requestId: randomUUID(),
    person: {
      givenName: 'Amal',
      familyName,
      ownScriptName: '',
      bornOn: null,
      birthPrecision: null,
      gender: 'w',
      roles: [],
      spoken: 'ar',
      understood: null,
      read: null,
      district: null,
      phone: '',
      email: '',
    },
  });
  const ticket = await client.queue.checkIn({
    requestId: randomUUID(),
    spoken: 'ar',
    topics: ['kita'],
    personId: person.id,
  });
  const { contactId } = await client.queue.start({
    requestId: randomUUID(),
    ticketId: ticket.ticketId,
    revision: ticket.revision,
  });
  for (const [level, text] of notes)
    await client.consultations.writeNote({ requestId: randomUUID(), contactId, level, text });
  return contactId;
}

test('a word from a note leads to the note, by keyboard alone; the colleague of the other employer finds only what both read', async ({
  context,
  page,
  host,
}) => {
  const city = await signInAs(host, 'city');
  const contactId = await talkWith(city.client, 'Haddad', [
    ['V1', 'Der Kitaplatz in Mengede ist zugesagt.'],
    ['V2', 'Vertraulich: Die Räumungsklage liegt vor, Frist nächste Woche.'],
  ]);
  await city.client.consultations.addStep({
    requestId: randomUUID(),
    contactId,
    owner: 'us',
    what: 'Beim Vermieter nachfragen',
    topic: null,
    dueOn: null,
  });
  await city.close();

  await openDesk(context, page, host);
  await signInOnScreen(page, 'cityColleague');
  await atTheDesk(page);

  await askPalette(page, 'räumungs');
  const palette = page.getByRole('dialog');
  const notes = palette.getByRole('group', { name: words('common:palette.notes') });
  await expect(notes.getByRole('option').first()).toContainText('Räumungsklage');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: words('search:title') })).toBeVisible();
  await expect(page.locator('mark').first()).toHaveText('Räumungsklage');
  await expect(page.getByText('Vertraulich: Die Räumungsklage liegt vor, Frist nächste Woche.').last()).toBeVisible();

  const field = page.getByLabel(words('search:label'));
  await field.fill('"nächste Woche" frist');
  await expect(page.locator('mark')).toHaveText(['Frist', 'nächste Woche']);
  await field.fill('kita');
  await expect(page.locator('mark')).toHaveText(['Kitaplatz']);
  await page.getByRole('combobox', { name: words('search:filter.level') }).click();
  await page.getByRole('option', { name: words('consultations:level.V2.city') }).click();
  await expect(page.getByText(words('search:none'))).toBeVisible();

  await askPalette(page, 'vermieter');
  const steps = page.getByRole('group', { name: words('common:palette.steps') });
  await expect(steps.getByRole('option')).toContainText('Beim Vermieter nachfragen');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Haddad');

  await page.keyboard.press('Control+l');
  await signInOnScreen(page, 'partner');
  await page.getByRole('link', { name: words('desk:nav.search') }).click();
  await expect(field).toHaveValue('');
  await field.fill('räumungsklage');
  await expect(page.getByText(words('search:none'))).toBeVisible();
  await field.fill('kitaplatz');
  await expect(page.locator('mark')).toHaveText(['Kitaplatz']);
});
