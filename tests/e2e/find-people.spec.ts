import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { PersonFields } from '../../shared/people/people.contract.ts';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';
import { signInAs } from '../hosts/small-office.ts';
import type { TestHost } from '../hosts/test-host.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');

/** Invented people, stored through the contract; returns their ids. */
async function store(host: TestHost, people: readonly Partial<PersonFields>[]): Promise<string[]> {
  const { client, close } = await signInAs(host, 'partner');
  const ids: string[] = [];
  for (const person of people) {
    const { id } = await client.people.create({
      requestId: randomUUID(),
      person: { ...UNKNOWN_PERSON, ...person },
      otherThan: ids,
    });
    ids.push(id);
  }
  await close();
  return ids;
}

async function openPeople(page: Page) {
  await page.getByRole('link', { name: words('desk:nav.people'), exact: true }).click();
  const field = page.getByRole('textbox', { name: words('people:search.label') });
  await expect(field).toBeFocused();
  return field;
}

test('a name is found in any script and spelling, by phone and year, and opens with Enter', async ({
  context,
  page,
  host,
}) => {
  await store(host, [
    {
      givenName: 'Mohamed',
      familyName: 'Alhussein',
      phone: '0231 4710 881',
      bornOn: '1986-04-12',
      birthPrecision: 'day',
    },
    { givenName: 'Youssef', familyName: 'Karimi' },
    { givenName: 'Xezal', familyName: 'Demir' },
  ]);
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  const field = await openPeople(page);
  const hits = page
    .getByRole('list')
    .filter({ has: page.getByRole('link') })
    .last()
    .getByRole('listitem');
  for (const [typed, name, reason] of [
    ['مُحَمَّد', 'Mohamed Alhussein', 'other-script'],
    ['Muhammad al-Hussein', 'Mohamed Alhussein', 'other-spelling'],
    ['Mehmet', 'Mohamed Alhussein', 'other-spelling'],
    ['Yusuf', 'Youssef Karimi', 'other-spelling'],
    ['Khazal', 'Xezal Demir', 'other-spelling'],
    ['0231471', 'Mohamed Alhussein', 'phone'],
    ['1986', 'Mohamed Alhussein', 'birth-year'],
  ] as const) {
    await field.fill(typed);
    await expect(hits.first()).toContainText(name);
    const [said = ''] = words(`people:matchedBy.${reason}`).split('{{');
    if (said.trim() !== '') await expect(hits.first()).toContainText(said.trim());
  }
  await field.fill('Yusuf');
  await expect(hits.first()).toContainText('Youssef Karimi');
  await field.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Youssef Karimi');
});

test('nobody is stored twice unseen: the form names who is there, and stores another person only when that is said', async ({
  context,
  page,
  host,
}) => {
  await store(host, [{ givenName: 'Mohamed', familyName: 'Youssef', bornOn: '1990-05-04', birthPrecision: 'day' }]);
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await openPeople(page);
  await page.getByRole('button', { name: words('people:search.new') }).click();
  const form = page.getByRole('form', { name: words('people:create.title') });
  await form.getByRole('textbox', { name: words('people:field.givenName') }).fill('Muhammad');
  await form.getByRole('textbox', { name: words('people:field.familyName') }).fill('Yusuf');
  await form.getByRole('textbox', { name: words('people:field.birth') }).fill('4.5.1990');
  const there = form.getByRole('button', { name: words('people:similar.take', { name: 'Mohamed Youssef' }) });
  await expect(there).toContainText(words('duplicates:for.birth-date'));

  await page.keyboard.press('Enter');
  await expect(form.getByText(words('people:similar.unanswered'))).toBeVisible();
  const other = form.getByRole('checkbox', { name: words('people:similar.other') });
  await expect(other).toBeFocused();
  await page.keyboard.press('Space');
  await expect(other).toBeChecked();
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: words('people:create.submit') }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Muhammad Yusuf');

  await openPeople(page);
  await page.getByRole('link', { name: words('duplicates:open') }).click();
  await expect(page.getByText(words('duplicates:none'))).toBeVisible();
});

test('whoever stands in the form already is taken instead of being stored again', async ({ context, page, host }) => {
  const [id] = await store(host, [{ givenName: 'Mohamed', familyName: 'Youssef' }]);
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await openPeople(page);
  await page.getByRole('button', { name: words('people:search.new') }).click();
  const form = page.getByRole('form', { name: words('people:create.title') });
  await form.getByRole('textbox', { name: words('people:field.ownScriptName') }).fill('محمد يوسف');
  await form.getByRole('button', { name: words('people:similar.take', { name: 'Mohamed Youssef' }) }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`/people/${id}`));
});

test('two records of one person are compared, put together and taken apart again', async ({ context, page, host }) => {
  const { client, close } = await signInAs(host, 'partner');
  const create = async (person: Partial<PersonFields>) =>
    (await client.people.create({ requestId: randomUUID(), person: { ...UNKNOWN_PERSON, ...person } })).id;
  await create({ givenName: 'Mohamed', familyName: 'Youssef', phone: '0231 4710 881' });
  const other = await create({ givenName: 'Rami', familyName: 'Nasser' });
  // The name was put right later, and there the two are one.
  await client.people.change({
    requestId: randomUUID(),
    id: other,
    revision: 1,
    person: { ...UNKNOWN_PERSON, givenName: 'Muhammad', familyName: 'Yusuf', district: null, phone: '0231 4710 999' },
  });
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await openPeople(page);
  await page.getByRole('link', { name: words('duplicates:open') }).click();
  const pair = page.getByRole('region').filter({ hasText: words('duplicates:speaksFor') });
  await expect(pair).toContainText(words('duplicates:for.other-spelling'));
  await pair.getByRole('button', { name: /Vergleichen|vergleichen/ }).press('Enter');
  const sheet = page.getByRole('dialog', { name: words('duplicates:merge.title') });
  await expect(sheet.getByText(words('duplicates:merge.differs'))).toBeVisible();
  await expect(sheet.getByText('0231 4710 999')).toBeVisible();
  await sheet.getByRole('button', { name: words('duplicates:merge.submit') }).press('Enter');
  await expect(page.getByText(words('duplicates:none'))).toBeVisible();

  const field = await openPeople(page);
  await field.fill('Youssef');
  await expect(page.getByText(words('people:picker.found_one', { count: 1 }))).toBeAttached();
  await field.press('Enter');
  await page.getByRole('button', { name: /wieder trennen/ }).press('Enter');
  await expect(page.getByText(/ist wieder ein eigener Eintrag/)).toBeVisible();
  await close();

  await openPeople(page);
  await field.fill('Youssef');
  await expect(page.getByText(words('people:picker.found_other', { count: 2 }))).toBeAttached();
});
