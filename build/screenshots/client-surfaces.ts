import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import { CLIENT_LANGUAGES } from '../../shared/catalogue/catalogue.ts';
import { openPage } from './album.ts';
import { type Finding, pictureTaker } from './picture-taker.ts';
import { holderOf, sampleIds, sampleLetter, startTrainingHost } from './training-host.ts';

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
  const ids = await sampleIds(client);
  const letter = sampleLetter(ids['a-person'] ?? '', ids['a-partner'] ?? '', companionLanguage);
  return (await client.letters.preview(letter)).html;
}
