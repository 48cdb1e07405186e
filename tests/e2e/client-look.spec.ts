import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import { lookPhrases } from '../../shared/consultations/look-phrases.ts';
import { UNKNOWN_PERSON } from '../../shared/people/person.rules.ts';
import { paperWord, phraseSentence, stepWords } from '../../shared/steps/step-words.ts';
import { signInAs } from '../hosts/small-office.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');
const requestId = () => randomUUID();
const NOTE = 'Sorge um die Miete, bitte vertraulich';
const OWN_STEP = 'Beim Mietverein nachfragen';
const OTHERS = { person: 'Haddad', step: 'Zeugnis bringen', earlier: 'Kita anrufen', note: 'Streit mit dem Bruder' };

async function personNamed(client: DeskClient, givenName: string, familyName: string): Promise<string> {
  const person = { ...UNKNOWN_PERSON, givenName, familyName, spoken: 'ar', read: 'ar' };
  return (await client.people.create({ requestId: requestId(), person })).id;
}

async function begin(client: DeskClient, personId: string) {
  const ticket = await client.queue.checkIn({ requestId: requestId(), spoken: 'ar', topics: ['kita'], personId });
  return await client.queue.start({ requestId: requestId(), ticketId: ticket.ticketId, revision: ticket.revision });
}

async function addStep(client: DeskClient, contactId: string, step: { what: string } | { papers: string[] }) {
  const phrase =
    'papers' in step ? { id: 'bring', papers: step.papers, place: null, partnerId: null, topic: null } : null;
  const what = 'what' in step ? step.what : null;
  const owner = phrase ? ('client' as const) : ('us' as const);
  await client.consultations.addStep({
    requestId: requestId(),
    contactId,
    owner,
    what,
    phrase,
    topic: null,
    dueOn: null,
  });
}

async function finish(client: DeskClient, begun: Awaited<ReturnType<typeof begin>>): Promise<void> {
  const { contactId, ticketId, revision } = begun;
  const contact = await client.consultations.get({ contactId });
  const topics = [{ topic: 'kita', result: 'informed' }];
  await client.consultations.change({ requestId: requestId(), contactId, revision: contact.revision, topics });
  await client.consultations.finish({ requestId: requestId(), ticketId, revision });
}

/** Somebody at the desk with a step in a block and one in free words, a note, an earlier talk; and somebody else in the files. */
async function someoneAtTheDesk(client: DeskClient): Promise<{ personId: string }> {
  const other = await begin(client, await personNamed(client, 'Basim', OTHERS.person));
  await addStep(client, other.contactId, { what: OTHERS.step });
  const onOther = { requestId: requestId(), contactId: other.contactId };
  await client.consultations.writeNote({ ...onOther, level: 'V1', text: OTHERS.note });
  await finish(client, other);
  const personId = await personNamed(client, 'Amal', 'Salloum');
  const earlier = await begin(client, personId);
  await addStep(client, earlier.contactId, { what: OTHERS.earlier });
  await finish(client, earlier);
  const { contactId } = await begin(client, personId);
  await addStep(client, contactId, { papers: ['rentalContract'] });
  await addStep(client, contactId, { what: OWN_STEP });
  await client.consultations.writeNote({ requestId: requestId(), contactId, level: 'V2', text: NOTE });
  const partner = { name: 'Mietverein Beispiel', kind: 'other' as const, authority: false, contactName: '' };
  const address = { street: 'Musterweg 1', postalCodeAndTown: '44135 Dortmund', phone: '', email: '', topics: [] };
  await client.partners.create({ requestId: requestId(), partner: { ...partner, ...address } });
  return { personId };
}

/** Nothing of anybody else, of an earlier talk or of a note is in what the client sees, not even where it is not seen. */
async function expectOnlyThisMatter(page: Page): Promise<void> {
  const held = await page
    .getByRole('dialog')
    .last()
    .evaluate((dialog) => dialog.outerHTML);
  for (const [what, text] of Object.entries(OTHERS)) expect(held.includes(text), what).toBe(false);
  expect(held).not.toContain(NOTE);
}

test('the screen turns to the client: what was agreed in their language, this matter alone, and back with one key', async ({
  context,
  page,
  host,
}) => {
  const { client, close } = await signInAs(host, 'city', { desk: 1 });
  await someoneAtTheDesk(client);
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await expect(page.getByRole('textbox', { name: /^Notiz, lesen/ })).toBeVisible();
  await page.keyboard.press('Shift+F8');
  const look = page.getByRole('dialog');
  await expect(look.getByRole('heading', { name: lookPhrases.ar.title })).toBeVisible();
  // The block in Arabic with German beside; what somebody typed stays German and says so.
  await expect(look.getByText((phraseSentence('ar', 'bring') ?? '').split('{{')[0] ?? '')).toBeVisible();
  await expect(look.getByText(paperWord('ar', 'rentalContract'))).toBeVisible();
  await expect(look.getByText((phraseSentence('de', 'bring') ?? '').split('{{')[0] ?? '')).toBeVisible();
  await expect(look.getByText(OWN_STEP)).toBeVisible();
  await expect(look.getByText(stepWords.ar.onlyGerman)).toBeVisible();
  await expect(look).not.toContainText('Salloum');
  await expectOnlyThisMatter(page);

  await page.keyboard.press('Shift+F8');
  await expect(look).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: /^Notiz, lesen/ })).toBeVisible();

  await page.keyboard.press('F6');
  const composer = page.getByRole('dialog');
  await composer.getByRole('combobox', { name: words('letters:partner.label'), exact: true }).click();
  await page.getByRole('option', { name: /Mietverein/ }).click();
  await composer.locator('iframe').first().waitFor();
  await page.keyboard.press('Shift+F8');
  await expect(page.getByRole('heading', { name: lookPhrases.ar.letterInWork })).toBeVisible();
  await expect(page.getByRole('img', { name: lookPhrases.ar.letterInWork })).toBeVisible();
  await expectOnlyThisMatter(page);
  await page.keyboard.press('Shift+F8');
  await expect(page.getByRole('heading', { name: lookPhrases.ar.letterInWork })).toHaveCount(0);
  await expect(composer.getByRole('combobox', { name: words('letters:partner.label'), exact: true })).toHaveValue(
    /Mietverein/,
  );
  await close();
});

test('one key empties the screen whatever is open, and shows it again with what was typed', async ({
  context,
  page,
  host,
}) => {
  const { client, close } = await signInAs(host, 'city', { desk: 1 });
  await someoneAtTheDesk(client);
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  const note = page.getByRole('textbox', { name: /^Notiz, lesen/ });
  await note.fill('Halber Satz');
  await page.keyboard.press('Control+b');
  const blank = page.getByRole('alertdialog', { name: words('consultations:look.blanked') });
  await expect(blank).toBeVisible();
  // Wherever one points, nothing but the empty screen is there.
  const seen = await page.evaluate(() =>
    [0.1, 0.5, 0.9].flatMap((x) =>
      [0.1, 0.5, 0.9].map((y) =>
        document.elementFromPoint(x * window.innerWidth, y * window.innerHeight)?.getAttribute('role'),
      ),
    ),
  );
  expect(new Set(seen)).toEqual(new Set(['alertdialog']));
  await page.keyboard.press('Control+b');
  await expect(blank).toHaveCount(0);
  await expect(note).toHaveValue('Halber Satz');
  await page.keyboard.press('Shift+F8');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(blank).toBeVisible();
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('dialog')).toBeVisible();
  await close();
});

test('the history narrows down by kind, level and matter, and a note shows what changed in words', async ({
  context,
  page,
  host,
}) => {
  const { client, close } = await signInAs(host, 'city', { desk: 3 });
  const { personId } = await someoneAtTheDesk(client);
  const note = (await client.people.timeline({ id: personId })).entries.find(({ kind }) => kind === 'note');
  const changed = { requestId: requestId(), id: note?.id ?? '', revision: 1, level: 'V2' as const };
  await client.consultations.changeNote({ ...changed, text: 'Sorge um den Strom, bitte vertraulich' });
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  await page.getByRole('link', { name: words('desk:nav.people') }).click();
  await page
    .getByRole('link', { name: /Salloum/ })
    .first()
    .click();
  const history = page.getByRole('region', { name: words('people:timeline.title') });
  const lines = history.getByRole('heading', { level: 3 });
  await expect(lines).toHaveCount(6);
  await page.keyboard.press('Alt+f');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(lines).toHaveCount(1);
  await expect(history.getByRole('status')).toHaveText(
    words('people:timeline.filterBy.shown', { shown: '1', all: '6' }),
  );
  await history.getByRole('button', { name: words('consultations:notes.showChanges', { count: '2' }) }).click();
  const changes = history.getByRole('list', { name: words('consultations:notes.changes') });
  await expect(changes.locator('ins')).toContainText(['den', 'Strom']);
  await expect(changes.locator('del')).toContainText(['die', 'Miete']);
  await history.getByRole('combobox', { name: words('people:timeline.filterBy.level') }).click();
  await page.getByRole('option', { name: words('consultations:level.V1.word') }).click();
  await expect(history.getByText(words('people:timeline.emptyFilter'))).toBeVisible();
  await history.getByRole('button', { name: words('people:timeline.filterBy.reset') }).click();
  await expect(lines).toHaveCount(6);
  await close();
});
