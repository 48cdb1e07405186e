import { expect, type Page } from '@playwright/test';
import type { DeskConnection } from '../../electron/hosts/desk-client.ts';
import { signInAs } from '../hosts/small-office.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');
const CITY = 'Stadt Beispielhausen';
const PARTNER = 'Wohlfahrtsverband Beispiel e. V.';
const FIRST_NOTE = 'Sorge um den Strom';
const NOTE = 'Sorge um die Miete, bitte vertraulich';

/** A person with a note that only the city reads. */
async function personWithNote({ client }: DeskConnection): Promise<{ personId: string }> {
  const requestId = () => crypto.randomUUID();
  const { id: personId } = await client.people.create({
    requestId: requestId(),
    person: {
      givenName: 'Amal',
      familyName: 'Haddad',
      ownScriptName: 'أمل حداد',
      bornOn: null,
      birthPrecision: null,
      gender: 'not-stated',
      roles: [],
      spoken: 'ar',
      understood: null,
      read: 'ar',
      district: null,
      phone: '',
      email: '',
    },
  });
  const ticket = await client.queue.checkIn({ requestId: requestId(), spoken: 'ar', topics: ['kita'], personId });
  const { contactId } = await client.queue.start({
    requestId: requestId(),
    ticketId: ticket.ticketId,
    revision: ticket.revision,
  });
  const first = { requestId: requestId(), contactId, level: 'V2' as const, text: FIRST_NOTE };
  const note = await client.consultations.writeNote(first);
  await client.consultations.changeNote({ requestId: requestId(), ...note, level: 'V2', text: NOTE });
  return { personId };
}

/** What the person signs for the whole case. */
const TERMS = {
  purposes: ['joint-advice' as const],
  scope: 'case' as const,
  topics: [],
  bothWays: false,
  language: 'ar' as const,
  interpreterName: '',
  manner: 'paper' as const,
};

async function openPerson(page: Page): Promise<void> {
  await page.getByRole('link', { name: words('desk:nav.people') }).click();
  await page
    .getByRole('link', { name: /Haddad/ })
    .first()
    .click();
  await expect(page.getByRole('region', { name: words('releases:title') })).toBeVisible();
}

test('the client opens the city’s notes to the partner, the partner reads, and the client takes it back there', async ({
  context,
  page,
  browser,
  host,
}) => {
  const author = await signInAs(host, 'city', { desk: 3 });
  await personWithNote(author);
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await openPerson(page);

  const otherContext = await browser.newContext();
  const other = await otherContext.newPage();
  await openDesk(otherContext, other, host);
  await signInOnScreen(other, 'partner');
  await openPerson(other);
  await expect(other.getByText(NOTE)).toHaveCount(0);

  await page.getByRole('button', { name: words('releases:new') }).click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByText(words('releases:sheet.direction', { own: CITY, other: PARTNER }))).toBeVisible();
  await sheet.getByLabel(words('releases:sheet.interpreter')).fill('Frau Nadeem');
  await sheet.getByRole('checkbox', { name: new RegExp(words('releases:sheet.bothWays')) }).check();
  await sheet.getByRole('button', { name: words('releases:sheet.submit') }).click();
  await expect(page.getByText(words('releases:didGive', { other: PARTNER }))).toBeVisible();

  // Without anybody asking again: the other employer's screen has it.
  await expect(other.getByText(NOTE)).toBeVisible();
  await expect(other.getByText(words('releases:interpreted', { name: 'Frau Nadeem' }))).toBeVisible();
  await expect(other.getByText(words('releases:otherWay', { own: PARTNER, other: CITY }))).toBeVisible();

  await page.getByRole('button', { name: words('releases:readings.open') }).click();
  await expect(page.getByRole('dialog').getByText('Cem Blau')).toBeVisible();
  await page.keyboard.press('Escape');

  await other.getByRole('button', { name: words('releases:withdrawNamed', { from: CITY, to: PARTNER }) }).click();
  await expect(other.getByText(words('releases:didWithdraw'))).toBeVisible();
  await expect(other.getByText(NOTE)).toHaveCount(0);
  await expect(page.getByText(NOTE)).toBeVisible();
  await expect(page.getByText(words('releases:earlier', { count: '1' }))).toBeVisible();
  await otherContext.close();
  await author.close();
});

test('a release that is taken back closes every screen that shows the note, and none shows it again from memory', async ({
  context,
  page,
  host,
}) => {
  const author = await signInAs(host, 'city', { desk: 3 });
  const { personId } = await personWithNote(author);
  const today = new Date().toISOString().slice(0, 10);
  const give = () =>
    author.client.releases.give({
      ...TERMS,
      requestId: crypto.randomUUID(),
      personId,
      givenOn: today,
      validUntil: today,
    });
  const withdraw = (release: { id: string; revision: number }) =>
    author.client.releases.withdraw({ requestId: crypto.randomUUID(), ...release });
  const note = page.getByText(NOTE);
  const changes = page.getByRole('list', { name: words('consultations:notes.changes') });

  let release = await give();
  await openDesk(context, page, host);
  await signInOnScreen(page, 'partner');
  await openPerson(page);
  await expect(note).toBeVisible();
  await page.getByRole('button', { name: words('consultations:notes.showChanges', { count: '2' }) }).click();
  await expect(changes).toContainText('Strom');
  await withdraw(release);
  await expect(changes).toHaveCount(0);
  await expect(note).toHaveCount(0);

  release = await give();
  await expect(note).toBeVisible();
  await page.getByRole('link', { name: words('desk:nav.search') }).click();
  await page.getByLabel(words('search:label')).fill('miete');
  await expect(page.locator('mark')).toHaveText(['Miete']);
  // The person's page is left, and in memory.
  await withdraw(release);
  await expect(page.getByText(words('search:none'))).toBeVisible();
  await expect(page.locator('mark')).toHaveCount(0);

  // Back on the person's page while the office does not answer: what was there before must not stand there.
  const seen: string[] = [];
  await page.exposeFunction('tell', (text: string) => seen.push(text));
  await page.evaluate((text) => {
    new MutationObserver(() => {
      if (document.body.textContent.includes(text)) (window as unknown as { tell(words: string): void }).tell(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, NOTE);
  await openPerson(page);
  await expect(page.getByText(words('releases:none', { own: PARTNER, other: CITY }))).toBeVisible();
  await expect(page.getByRole('heading', { name: words('people:timeline.title') })).toBeVisible();
  expect(seen).toEqual([]);
  await author.close();
});
