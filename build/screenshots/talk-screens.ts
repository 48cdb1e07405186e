import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { Words } from '../../tests/e2e/words.ts';
import type { FullFile } from './full-file.ts';
import type { PictureTaker } from './picture-taker.ts';
import { holderOf, type TrainingHost } from './training-host.ts';

interface Talk {
  page: Page;
  words: Words;
  taker: PictureTaker;
  file: FullFile;
}

/** A talk with the person of the full file: note with a template, what is shown to the client, letter, blank screen, wrap-up. */
export async function pictureTalk({ page, words, taker, file }: Talk, training: TrainingHost): Promise<void> {
  await beginTalk(training, file.personId);
  await page.evaluate(() => {
    window.location.hash = '/';
  });
  const finish = page.getByRole('button', { name: words('consultations:finish'), exact: true });
  await finish.waitFor();
  await page.waitForTimeout(500);
  await taker.take(page, 'talk-long-name');
  await page.keyboard.press('Shift+F8');
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(500);
  await taker.take(page, 'client-view');
  await page.keyboard.press('Shift+F8');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+b');
  await taker.take(page, 'blank');
  await page.keyboard.press('Control+b');

  await page.keyboard.press('F6');
  const letter = page.getByRole('dialog');
  await letter.waitFor();
  await letter.getByRole('combobox', { name: words('letters:partner.label'), exact: true }).click();
  await page.getByRole('option').first().click();
  await letter.locator('iframe').first().waitFor();
  await page.waitForTimeout(1000);
  await taker.take(page, 'letter-in-talk');
  await letter.getByRole('button', { name: words('consultations:look.open') }).click();
  await page.waitForTimeout(1000);
  await taker.take(page, 'client-view-letter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await page.getByRole('button', { name: words('consultations:wrapUp.short'), exact: true }).click();
  await page.getByRole('dialog').locator('iframe').waitFor();
  await page.waitForTimeout(800);
  await taker.take(page, 'wrap-up');
  await page.keyboard.press('Escape');
}

/** Somebody has begun the talk: the person at the desk finds it running, with steps in blocks and in free words. */
async function beginTalk(training: TrainingHost, personId: string): Promise<void> {
  const { client, close } = await training.signIn(holderOf(training, 'templates.write'));
  const requestId = () => randomUUID();
  const { partners } = await client.partners.list({});
  const ticket = await client.queue.checkIn({ requestId: requestId(), spoken: 'ar', topics: ['housing'], personId });
  const { contactId } = await client.queue.start({
    requestId: requestId(),
    ticketId: ticket.ticketId,
    revision: ticket.revision,
  });
  const { revision } = await client.consultations.get({ contactId });
  const topics = [{ topic: 'housing', result: 'informed' }];
  await client.consultations.change({ requestId: requestId(), contactId, revision, topics });
  const { today } = await client.appointments.days({ from: '2026-01-01', days: 1 });
  const step = { contactId, topic: null, dueOn: today, what: null };
  const block = { papers: [], place: null, partnerId: null, topic: null };
  await client.consultations.addStep({
    ...step,
    requestId: requestId(),
    owner: 'client',
    phrase: { ...block, id: 'bring', papers: ['rentalContract', 'registration', 'id'] },
  });
  await client.consultations.addStep({
    ...step,
    requestId: requestId(),
    owner: 'client',
    phrase: { ...block, id: 'go', partnerId: partners[0]?.id ?? '' },
  });
  await client.consultations.addStep({
    ...step,
    requestId: requestId(),
    owner: 'us',
    what: 'Beim Mietverein nachfragen, ob die Frist verlängert ist',
  });
  await close();
}
