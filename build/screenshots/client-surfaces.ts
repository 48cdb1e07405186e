import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import { CLIENT_LANGUAGES } from '../../shared/catalogue/catalogue.ts';
import { openPage } from './album.ts';
import { type Finding, pictureTaker } from './picture-taker.ts';
import { holderOf, startTrainingHost } from './training-host.ts';

/** What a client gets to read, in all six languages: the slip, and the letter with its companion page. */
export async function pictureClientSurfaces(browser: Browser, out: string, findings: Finding[]): Promise<void> {
  const training = await startTrainingHost();
  try {
    const { client, close } = await training.signIn(holderOf(training, 'letters.write'));
    for (const language of CLIENT_LANGUAGES) {
      const documents = { slip: await slipIn(client, language), letter: await letterIn(client, language) };
      for (const scheme of ['light', 'dark'] as const) {
        const taker = pictureTaker(out, `client-${language}-${scheme}`, findings, { whole: true });
        const { context, page } = await openPage(browser, { language: 'de', scheme }, findings);
        for (const [name, html] of Object.entries(documents)) {
          await page.setContent(html);
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

async function slipIn(client: DeskClient, language: string): Promise<string> {
  const { ticketId } = await client.queue.checkIn({ requestId: randomUUID(), spoken: language, topics: [] });
  return (await client.queue.slip({ ticketId })).html;
}

async function letterIn(client: DeskClient, companionLanguage: string): Promise<string> {
  const [{ partners }, { templates }, { hits }] = await Promise.all([
    client.partners.list({}),
    client.letters.templates({}),
    client.people.recent({}),
  ]);
  const { html } = await client.letters.preview({
    contactId: null,
    personId: hits[0]?.id ?? null,
    partnerId: partners[0]?.id ?? '',
    templateId: templates[0]?.id ?? '',
    topic: 'kita',
    include: { birth: true, phone: true, email: true, district: true },
    concern: 'Die Familie sucht einen Platz in einer Kita und kommt mit der Anmeldung allein nicht weiter.',
    done: 'Wir haben die Anmeldung gemeinsam ausgefüllt.',
    request: 'Bitte teilen Sie uns mit, ob und ab wann ein Platz frei ist.',
    replyBy: '2027-01-15',
    enclosures: ['Kopie der Anmeldung'],
    consentOn: '2026-11-20',
    companionLanguage,
  });
  return html;
}
