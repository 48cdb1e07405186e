import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';
import { signInAs } from '../hosts/small-office.ts';
import type { TestHost } from '../hosts/test-host.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');

/** From the door to the talk, with the keys alone. */
async function startTalk(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
  for (const key of ['F2', '2', 'k', 'i', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByText(words('queue:checkIn.issuedTitle'))).toBeVisible();
  await page.keyboard.press('Escape');
  for (const verb of ['queue:verb.callNext', 'queue:verb.appeared', 'queue:verb.start']) {
    await expect(page.getByRole('button', { name: words(verb) }).first()).toBeEnabled();
    await page.keyboard.press('F4');
  }
  await expect(page.getByRole('radiogroup', { name: words('consultations:matter.level') })).toBeVisible();
}

/** Enter takes the best hit, once it is there. */
async function takeAmal(page: Page): Promise<void> {
  await expect(page.getByRole('option', { name: /Amal Haddad/, selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
}

async function amal(host: TestHost, fields: object = {}) {
  const colleague = await signInAs(host, 'partner');
  const person = { ...UNKNOWN_PERSON, givenName: 'Amal', familyName: 'Haddad', ...fields };
  const { id } = await colleague.client.people.create({ requestId: randomUUID(), person });
  return { id, ...colleague };
}

test('one visit, two matters: named for the letter, anonymous for the rest', async ({ context, page, host }) => {
  const { id, client, close } = await amal(host);
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await startTalk(page);
  await page.keyboard.press('F3');
  await page.keyboard.type('amal');
  await takeAmal(page);
  await expect(page.getByRole('link', { name: 'Amal Haddad' })).toBeVisible();

  await page.getByRole('button', { name: words('consultations:matter.another') }).click();
  const sheet = page.getByRole('dialog', { name: words('consultations:matter.title') });
  await sheet.getByRole('button', { name: words('consultations:topics.add'), exact: true }).click();
  await page.keyboard.type('arzt');
  await page.keyboard.press('Enter');
  await page.keyboard.press('1');
  await sheet.getByRole('textbox', { name: words('consultations:matter.note') }).fill('Nur hier gesagt.');
  await sheet.getByRole('button', { name: words('consultations:matter.add') }).click();
  await expect(page.getByText(words('consultations:matter.added'))).toBeVisible();

  const { contacts } = await client.levels.withoutPerson({});
  expect(contacts).toHaveLength(1);
  const { entries } = await client.people.timeline({ id });
  expect(entries.filter(({ kind }) => kind === 'contact')).toHaveLength(1);
  expect(JSON.stringify(entries)).not.toContain(contacts[0]?.id);
  await close();
});

test('a talk goes out of a file and into it again', async ({ context, page, host }) => {
  const { id, client, close } = await amal(host);
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await startTalk(page);
  await page.keyboard.press('F3');
  await page.keyboard.type('amal');
  await takeAmal(page);
  await page
    .getByRole('group', { name: words('consultations:topics.resultOf', { topic: 'Kindergartenplatz' }) })
    .waitFor();
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: /^Kindergartenplatz: direkt gelöst/ })).toBeVisible();
  await page.getByRole('link', { name: 'Amal Haddad' }).click();
  await expect(page.getByRole('heading', { name: 'Amal Haddad', level: 1 })).toBeVisible();
  await page.getByRole('button', { name: words('people:matters.makeAnonymous') }).click();
  await expect(page.getByText(words('people:matters.madeAnonymous'))).toBeVisible();
  await expect(page.getByText(words('people:timeline.empty'))).toBeVisible();
  expect((await client.people.timeline({ id })).entries).toEqual([]);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: words('people:matters.makeAnonymous') })).toBeVisible();
  await close();
});

test('somebody with a pseudonym says their name later and keeps what was there', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await startTalk(page);
  await page.getByText(words('consultations:matter.pseudonymous'), { exact: true }).click();
  await page.keyboard.type('Linde 12');
  await page.getByRole('option', { name: words('people:picker.createNamed', { words: 'Linde 12' }) }).click();
  const form = page.getByRole('form', { name: words('people:create.title') });
  await expect(form.getByLabel(words('people:field.pseudonym'), { exact: true })).toHaveValue('Linde 12');
  await expect(form.getByLabel(words('people:field.familyName'))).toHaveCount(0);
  await form.getByRole('button', { name: words('people:create.submit') }).click();
  await page.getByRole('link', { name: 'Linde 12' }).click();
  await expect(page.getByRole('heading', { name: /Linde 12/, level: 1 })).toBeVisible();

  await page.getByRole('button', { name: words('people:page.edit') }).click();
  const sheet = page.getByRole('dialog', { name: words('people:edit.title') });
  await sheet.getByText(words('people:level.named'), { exact: true }).click();
  await sheet.getByLabel(words('people:field.familyName'), { exact: true }).fill('Nguyễn');
  await sheet.getByLabel(words('people:field.givenName'), { exact: true }).fill('Thị Lan');
  await sheet.getByRole('button', { name: words('people:names.more') }).click();
  await sheet.getByLabel(words('people:field.familyFirst')).check();
  await sheet.getByRole('button', { name: words('people:edit.save') }).click();
  await expect(page.getByRole('heading', { name: 'Nguyễn Thị Lan', level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: words('people:matters.makeAnonymous') })).toBeVisible();
  await page.getByRole('button', { name: words('people:page.more') }).click();
  await page.getByRole('button', { name: words('people:history.show') }).click();
  await expect(page.getByText('Linde 12')).toBeVisible();
});

test('a name that changed by marriage says so, and the person is found by both', async ({ context, page, host }) => {
  await (await amal(host)).close();
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
  await page.getByRole('link', { name: words('people:title') }).click();
  await page.getByLabel(words('people:search.label')).fill('haddad');
  await page.getByRole('link', { name: /Amal Haddad/ }).click();
  await page.getByRole('button', { name: words('people:page.edit') }).click();
  const sheet = page.getByRole('dialog', { name: words('people:edit.title') });
  await sheet.getByLabel(words('people:field.familyName'), { exact: true }).fill('Mansour');
  await sheet.getByLabel(words('people:nameChange.marriage')).check();
  await sheet.getByLabel(words('people:nameChange.untilOn')).fill('2.5.2026');
  await sheet.getByRole('button', { name: words('people:edit.save') }).click();
  await expect(page.getByRole('heading', { name: 'Amal Mansour', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: words('people:page.back') }).click();
  await page.getByLabel(words('people:search.label')).fill('haddad');
  await expect(page.getByRole('link', { name: /Amal Mansour/ })).toBeVisible();
});
