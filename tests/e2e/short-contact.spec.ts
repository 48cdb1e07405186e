import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';
import { signInAs } from '../hosts/small-office.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');

async function atTheDesk(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
}

/** Somebody at the door, and then as far as the keys go: called, there, and talking when `presses` is three. */
async function begin(page: Page, presses: number): Promise<void> {
  const verbs = ['queue:verb.callNext', 'queue:verb.appeared', 'queue:verb.start'].slice(0, presses);
  for (const verb of verbs) {
    await expect(page.getByRole('button', { name: new RegExp(`^${words(verb)}`) }).first()).toBeEnabled();
    await page.keyboard.press('F4');
  }
}

/** Not the close of day, whose button has the same word in it. */
const finishButton = (page: Page) =>
  page.getByRole('button', { name: new RegExp(`^${words('consultations:finish')}`) });

test('one digit records a whole contact, and Ctrl Z takes it back', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  const { client, close } = await signInAs(host, 'partner');
  await client.queue.checkIn({ requestId: randomUUID(), spoken: 'ar', topics: ['form-help'] });

  await begin(page, 2);
  // There already: what the key says would else be about a standing that has just changed.
  await expect(page.getByRole('button', { name: new RegExp(`^${words('queue:verb.start')}`) })).toBeEnabled();
  const keys = page.getByRole('region', { name: words('matters:title') });
  await expect(keys.getByRole('button').first()).toBeEnabled();
  await page.keyboard.press('1');
  await expect.poll(async () => (await client.queue.today({})).tickets[0]?.state).toBe('finished');
  const [ticket] = (await client.queue.today({})).tickets;
  const contact = await client.consultations.get({ contactId: ticket?.contactId ?? '' });
  expect(contact).toMatchObject({ spoken: 'ar', topics: [{ topic: 'form-help', result: 'form-filled' }] });
  expect(contact.finishedAt).not.toBeNull();

  await page.keyboard.press('Control+z');
  await expect(finishButton(page)).toBeVisible();
  await close();
});

test('a whole contact takes six keys for somebody unnamed, thirteen with a person', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  const { client, close } = await signInAs(host, 'partner');
  const person = { ...UNKNOWN_PERSON, givenName: 'Amal', familyName: 'Haddad' };
  const { id } = await client.people.create({ requestId: randomUUID(), person });
  for (let count = 0; count < 2; count += 1)
    await client.queue.checkIn({ requestId: randomUUID(), spoken: 'ar', topics: ['kita'] });

  let keys = 0;
  const press = async (...pressed: string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
    keys += pressed.length;
  };
  const talk = async () => {
    await begin(page, 3);
    keys += 3;
    await expect(finishButton(page)).toBeVisible();
  };
  const finish = async (finished: number) => {
    await expect(page.getByRole('button', { name: /^Kindergartenplatz: direkt gelöst/ })).toBeVisible();
    await press('F9');
    await expect
      .poll(async () => (await client.queue.today({})).tickets.filter(({ state }) => state === 'finished').length)
      .toBe(finished);
  };

  await talk();
  await press('1');
  await finish(1);
  expect(keys).toBeLessThanOrEqual(6);

  keys = 0;
  await talk();
  await press('F3', 'a', 'm', 'a', 'l');
  await expect(page.getByRole('option', { name: /Amal Haddad/, selected: true })).toBeVisible();
  await press('Enter');
  await expect(page.getByRole('link', { name: 'Amal Haddad' })).toBeVisible();
  await press('1');
  await finish(2);
  expect(keys).toBeLessThanOrEqual(13);
  const { entries } = await client.people.timeline({ id });
  expect(entries.filter(({ kind }) => kind === 'contact')).toHaveLength(1);
  await close();
});

test('a note may wait: it stands open until it is written, and three propose a minute', async ({
  context,
  page,
  host,
}) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  const { client, close } = await signInAs(host, 'partner');
  for (let count = 0; count < 4; count += 1)
    await client.queue.checkIn({ requestId: randomUUID(), spoken: 'de', topics: ['residence'] });

  for (let count = 0; count < 3; count += 1) {
    await begin(page, 3);
    await expect(finishButton(page)).toBeVisible();
    await page.keyboard.press('1');
    await page.keyboard.press('Shift+F9');
    await expect(page.getByRole('region', { name: words('note-work:title') }).getByRole('button')).toHaveCount(
      count + 1,
    );
  }
  const proposal = words('note-work:break.proposal_other', { count: 3 });
  await expect(page.getByText(proposal)).toBeVisible();
  await page.getByRole('button', { name: words('note-work:break.write') }).click();
  const sheet = page.getByRole('dialog');
  await page.keyboard.type('Der Bescheid fehlt noch.');
  await page.keyboard.press('Control+Enter');
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('region', { name: words('note-work:title') }).getByRole('button')).toHaveCount(2);
  await expect(page.getByText(proposal)).toBeHidden();

  await begin(page, 3);
  await page.getByRole('combobox', { name: words('consultations:interpreter.label') }).click();
  await page.getByRole('option', { name: words('consultations:interpreter.volunteer') }).click();
  await expect(page.getByText(/vereidigte Dolmetscherin/)).toBeVisible();
  await page.getByLabel(words('consultations:interpreter.sworn'), { exact: true }).check();
  await expect(page.getByText(/vereidigte Dolmetscherin/)).toBeHidden();
  await close();
});
