import { expect, type Page } from '@playwright/test';
import type { DeskConnection } from '../../electron/hosts/desk-client.ts';
import { signInAs } from '../hosts/small-office.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');
const CITY = 'Stadt Beispielhausen';
const PARTNER = 'Wohlfahrtsverband Beispiel e. V.';
const NOTE = 'Sorge um die Miete, bitte vertraulich';

/** A person with a note that only the city reads. */
async function personWithNote({ client }: DeskConnection): Promise<void> {
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
  await client.consultations.writeNote({ requestId: requestId(), contactId, level: 'V2', text: NOTE });
}

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
