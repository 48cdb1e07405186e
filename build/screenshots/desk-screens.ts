import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { type RouteEntry, routeList } from '../../renderer/apps/desk/route-list.ts';
import { openDesk } from '../../tests/e2e/desk.ts';
import { type Words, wordsIn } from '../../tests/e2e/words.ts';
import { type Look, openPage } from './album.ts';
import { pictureAppointments } from './appointment-screens.ts';
import type { Finding, PictureTaker } from './picture-taker.ts';
import { holderOf, sampleIds, startTrainingHost, type TrainingHost } from './training-host.ts';

/** Sign-in, the desk in each of its states, every route of the router's own list, the close of the day, the lost line. */
export async function pictureDesk(
  browser: Browser,
  look: Look,
  taker: PictureTaker,
  findings: Finding[],
): Promise<void> {
  const training = await startTrainingHost();
  const { context, page } = await openPage(browser, look, findings);
  const words = wordsIn(look.language);
  try {
    await openDesk(context, page, training.host, look);
    const counsellor = holderOf(training, 'templates.write');
    await taker.take(page, 'sign-in');
    await signIn(page, words, training, counsellor, (name) => taker.take(page, name));
    await pictureDay(page, words, taker);
    await pictureAppointments(page, words, taker);
    await pictureRoutes(page, training, counsellor, 'lead', taker);
    await lock(page, words);
    const administrator = holderOf(training, 'office.configure');
    await signIn(page, words, training, administrator);
    await pictureRoutes(page, training, administrator, 'administrator', taker);
    await lock(page, words);
    await closeDay(training, counsellor);
    await signIn(page, words, training, counsellor);
    await taker.take(page, 'day-closed');
    const complaints = findings.length;
    await training.host.process.stop();
    await page.getByText(words('desk:lineLost.text')).waitFor();
    // A line that goes away is said on the console as well, and nothing else is to be expected there.
    findings.splice(complaints);
    await taker.take(page, 'line-lost');
    findings.splice(
      complaints,
      findings.length,
      ...findings.slice(complaints).filter(({ what }) => !what.startsWith('console: ') && !what.startsWith('error: ')),
    );
  } finally {
    await context.close();
    await training.host.remove();
  }
}

export async function signIn(
  page: Page,
  words: Words,
  { passphrase }: TrainingHost,
  name: string,
  take?: (name: string) => Promise<void>,
): Promise<void> {
  await page
    .getByRole('group', { name: words('access:whoAreYou') })
    .getByRole('button', { name })
    .click();
  const field = page.getByLabel(words('access:passphraseOf', { name }));
  await field.fill(passphrase);
  await take?.('passphrase');
  await field.press('Enter');
  await page.getByRole('button', { name: words('common:lock') }).waitFor();
}

async function lock(page: Page, words: Words): Promise<void> {
  await page.getByRole('button', { name: words('common:lock') }).click();
  await page.getByRole('group', { name: words('access:whoAreYou') }).waitFor();
}

/** The day at the desk by its keys: door, number, call, there, talk. */
async function pictureDay(page: Page, words: Words, taker: PictureTaker): Promise<void> {
  await page
    .getByRole('button', { name: words('queue:newTicket') })
    .first()
    .waitFor();
  await taker.take(page, 'desk');
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await taker.take(page, 'keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await taker.take(page, 'search');
  await page.keyboard.press('Escape');

  await page.keyboard.press('F2');
  const door = page.getByRole('dialog', { name: words('queue:newTicket') });
  await door.waitFor();
  await taker.take(page, 'check-in');
  await door
    .getByRole('button', { name: /العربية/ })
    .first()
    .click();
  await taker.take(page, 'check-in-language');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: words('queue:checkIn.issuedTitle') }).waitFor();
  await taker.take(page, 'issued');
  await page.keyboard.press('Escape');

  for (const state of ['called', 'appeared', 'talk']) {
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('F4');
    await page.waitForTimeout(400);
    await taker.take(page, state);
  }
  await page.getByRole('button', { name: words('desk:day.close') }).click();
  await page.getByRole('dialog', { name: words('queue:closeDay.title') }).waitFor();
  await taker.take(page, 'close-day');
  await page.keyboard.press('Escape');
}

/** Every route that this person may see; whoever adds one to the router's list has it here. */
async function pictureRoutes(
  page: Page,
  training: TrainingHost,
  name: string,
  role: string,
  taker: PictureTaker,
): Promise<void> {
  const rights = training.staff.find((person) => person.name === name)?.rights ?? new Set();
  const finder = await training.signIn(holderOf(training, 'letters.write'));
  const ids = await sampleIds(finder.client);
  await finder.close();
  for (const route of routeList as readonly RouteEntry[]) {
    if (route.needs !== null && !rights.has(route.needs)) continue;
    await page.evaluate(
      (hash) => {
        window.location.hash = hash;
      },
      addressOf(route, ids),
    );
    await page.getByRole('main').waitFor();
    await page.waitForTimeout(400);
    await taker.take(page, `${role}${route.path.replaceAll(/[/:]+/g, '-').replace(/-$/, '')}`);
  }
}

function addressOf(route: RouteEntry, ids: Readonly<Record<string, string>>): string {
  return route.path.replaceAll(/:(\w+)/g, (_, parameter: string) => {
    const id = ids[route.sampleParams?.[parameter] ?? ''];
    if (!id) throw new Error(`No sample stands in for :${parameter} in ${route.path}`);
    return id;
  });
}

/** Ends the day through the contract: whoever is still there is asked to come again. */
async function closeDay(training: TrainingHost, name: string): Promise<void> {
  const { client, close } = await training.signIn(name);
  const open = (await client.queue.today({})).tickets.filter(({ state }) => state !== 'finished' && state !== 'left');
  for (const { id: ticketId, revision } of open)
    await client.queue.leave({ requestId: randomUUID(), ticketId, revision, reason: 'come-again' });
  await client.queue.closeDay({ requestId: randomUUID(), resolutions: [] });
  await close();
}
