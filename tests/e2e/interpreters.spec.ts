import { expect, type Page } from '@playwright/test';
import { signInAs } from '../hosts/small-office.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');
const SORANI = 'Sorani';

async function atTheDesk(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: words('queue:newTicket') }).first()).toBeVisible();
}

/** Writes a volunteer down who speaks Sorani and says that she is there today. */
async function takeIn(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: words('desk:nav.interpreters') }).click();
  await page.getByRole('button', { name: words('interpreters:add') }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel(words('interpreters:field.name')).fill(name);
  await sheet.getByLabel(words('interpreters:field.phone')).fill('0231 000-77');
  await sheet.getByRole('combobox', { name: words('interpreters:field.languages') }).fill(SORANI);
  await page.getByRole('option', { name: new RegExp(SORANI) }).click();
  await sheet.getByRole('button', { name: words('interpreters:add') }).click();
  await expect(page.getByText(words('interpreters:added', { name }))).toBeVisible();
  await page.getByRole('button', { name: words('interpreters:pledge.recordFor', { name }) }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('interpreters:pledge.record') })
    .click();
  await expect(page.getByText(words('interpreters:pledge.didRecord'))).toBeVisible();
  await page
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .first()
    .focus();
  await page.keyboard.press('b');
  await expect(page.getByText(words('interpreters:onCall.open'), { exact: true })).toBeVisible();
}

test('a Sorani speaker is served with the volunteer who is on call, and the talk says so', async ({
  context,
  page,
  host,
}) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  await takeIn(page, 'Frau Nadeem');

  const { client, close } = await signInAs(host, 'partner');
  const { ticketId } = await client.queue.checkIn({
    requestId: crypto.randomUUID(),
    spoken: 'ckb',
    topics: ['kita'],
  });
  await page.getByRole('link', { name: words('desk:nav.desk') }).click();
  const list = page.getByRole('region', { name: words('queue:listLabel') });
  await expect(list.getByText(words('interpreters:serving.next.volunteer', { name: 'Frau Nadeem' }))).toBeVisible();

  const step = words('interpreters:serving.step.volunteer', { name: 'Frau Nadeem' });
  const click = (outcome: 'asked' | 'came') =>
    page.getByRole('button', { name: `${step}: ${words(`interpreters:serving.outcome.${outcome}`)}` }).click();
  await click('asked');
  await click('came');
  await expect(page.getByRole('list', { name: words('interpreters:serving.tried') })).toContainText('Frau Nadeem');

  for (const verb of ['queue:verb.callNext', 'queue:verb.appeared', 'queue:verb.start']) {
    await expect(page.getByRole('button', { name: new RegExp(`^${words(verb)}`) }).first()).toBeEnabled();
    await page.keyboard.press('F4');
  }
  const confirm = words('consultations:prefilled.confirm', { field: words('consultations:interpreter.label') });
  await expect(page.getByRole('button', { name: confirm })).toBeVisible();
  const ticket = (await client.queue.today({})).tickets.find(({ id }) => id === ticketId);
  expect(await client.consultations.get({ contactId: ticket?.contactId ?? '' })).toMatchObject({
    interpreterMode: 'volunteer',
    interpreterPrefilled: true,
  });
  await close();
});

test('the door is answered by key, shown to the client in Sorani without a name, and who leaves is counted', async ({
  context,
  page,
  host,
}) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  await takeIn(page, 'Frau Nadeem');

  await page.keyboard.press('Shift+F2');
  const answers = page.getByRole('list', { name: words('interpreters:door.answers') });
  const sorani = answers.getByRole('button', { name: new RegExp(SORANI) });
  await expect(sorani).toContainText('Frau Nadeem');
  await sorani.press('Enter');
  await page.keyboard.press('F6');
  const shown = page.locator('[lang="ckb"][dir="rtl"]');
  await expect(shown).toBeVisible();
  await expect(page.getByRole('dialog').last()).not.toContainText('Nadeem');
  await page.keyboard.press('F6');
  await expect(shown).toBeHidden();

  await page.keyboard.press(words('interpreters:causeKey.full'));
  await expect(page.getByText(new RegExp(`${words('interpreters:cause.full')}$`))).toBeVisible();
});

test('a child who interprets is warned of, with who can do it instead', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await atTheDesk(page);
  await takeIn(page, 'Frau Nadeem');
  await page.keyboard.press('F2');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(SORANI) })
    .click();
  await page.keyboard.press('F6');
  await page.getByRole('button', { name: words('interpreters:minor.minor') }).click();
  await expect(page.getByText(words('interpreters:minor.warning'))).toContainText('Frau Nadeem');
});
