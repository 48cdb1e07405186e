import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import { CLIENT_LANGUAGES, type ClientLanguage } from '../../shared/catalogue/catalogue.ts';
import { addDays } from '../../shared/kernel/instants.ts';
import { openPage } from './album.ts';
import { type FullFile, writeFullFile } from './full-file.ts';
import { type Finding, pictureTaker } from './picture-taker.ts';
import { holderOf, sampleIds, sampleLetter, startTrainingHost } from './training-host.ts';

/** The roll of a slip printer, A6, and A4: the letter, what was agreed, the release to sign, who has read. */
const PAPER_WIDTH_MM = { slip: 80, card: 105, letter: 210, sheet: 210, release: 210, readings: 210 } as const;
const DOCUMENTS = ['slip', 'card', 'letter', 'sheet', 'release', 'readings'] as const;

/** What a client gets to read, in all six languages: slip, card of an appointment, letter with its companion page, and what they sign or take along. */
export async function pictureClientSurfaces(browser: Browser, out: string, findings: Finding[]): Promise<void> {
  const training = await startTrainingHost();
  try {
    const file = await writeFullFile(training);
    const { client, close } = await training.signIn(holderOf(training, 'templates.write'));
    for (const language of CLIENT_LANGUAGES) {
      const documents = {
        slip: await slipIn(client, language),
        card: await cardIn(client, language),
        letter: await letterIn(client, language),
        ...(await papersOf(client, file, language)),
      };
      for (const scheme of ['light', 'dark'] as const) {
        const taker = pictureTaker(out, `client-${language}-${scheme}`, findings, { whole: true });
        const { context, page } = await openPage(browser, { language: 'de', scheme }, findings);
        for (const name of DOCUMENTS) {
          const html = documents[name];
          await layOut(page, html, PAPER_WIDTH_MM[name]);
          await taker.take(page, name);
        }
        await context.close();
      }
    }
    await close();
  } finally {
    await training.host.remove();
  }
}

/** Lays a printed document on the screen at the width of its paper, as the letter's preview does. */
async function layOut(page: Page, html: string, widthMm: number): Promise<void> {
  await page.setContent(
    '<!doctype html><html lang="de"><head><title>Ausdruck</title></head><body><iframe title="Ausdruck"></iframe></body></html>',
  );
  await page.evaluate(
    async ({ document: html, widthMm: width }) => {
      const frame = document.querySelector('iframe');
      if (!frame) return;
      Object.assign(frame.style, { width: `${width}mm`, border: 'none', background: 'white' });
      await new Promise((resolve) => {
        frame.addEventListener('load', resolve, { once: true });
        frame.srcdoc = html;
      });
      await frame.contentDocument?.fonts.ready;
      frame.style.height = `${frame.contentDocument?.documentElement.scrollHeight ?? 0}px`;
    },
    { document: html, widthMm },
  );
}

async function slipIn(client: DeskClient, language: string): Promise<string> {
  const { ticketId } = await client.queue.checkIn({ requestId: randomUUID(), spoken: language, topics: [] });
  return (await client.queue.slip({ ticketId })).html;
}

/** The card with the most on it: a place to go to, a stop, and things to bring. */
async function cardIn(client: DeskClient, language: string): Promise<string> {
  const { today } = await client.appointments.days({ from: '2026-01-01', days: 1 });
  const { days } = await client.appointments.days({ from: today, days: 14 });
  const appointment = days
    .flatMap(({ appointments }) => appointments)
    .find(({ topics }) => topics.includes('power-gas'));
  if (!appointment) throw new Error('Somebody comes about their power in the training office');
  return (await client.appointments.card({ appointmentId: appointment.id, language })).html;
}

/** What somebody with a full file takes along: the sheet of what was agreed, the release, who has read their notes. */
async function papersOf(client: DeskClient, { personId, contactId }: FullFile, language: ClientLanguage) {
  const { today } = await client.appointments.days({ from: '2026-01-01', days: 1 });
  const planned = { day: addDays(today, 7), from: '10:30', place: 'office' as const, outpostId: null };
  const sheet = await client.steps.sheet({ contactId, language, appointmentId: null, planned });
  const release = await client.releases.form({
    personId,
    language,
    purposes: ['joint-advice', 'cover', 'handover'],
    scope: 'topics',
    topics: ['housing', 'kita'],
    validUntil: addDays(today, 300),
    bothWays: true,
    interpreterName: 'زينب الهاشمي',
  });
  const readings = await client.releases.readingsPage({ personId, language });
  return { sheet: sheet.html, release: release.html, readings: readings.html };
}

async function letterIn(client: DeskClient, companionLanguage: string): Promise<string> {
  const ids = await sampleIds(client);
  const letter = sampleLetter(ids['a-person'] ?? '', ids['a-partner'] ?? '', companionLanguage);
  return (await client.letters.preview(letter)).html;
}
