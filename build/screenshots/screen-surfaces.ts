import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import { CLIENT_LANGUAGES, type ClientLanguage } from '../../shared/catalogue/catalogue.ts';
import type { ScreenKind } from '../../shared/screens/screens.contract.ts';
import { openPage } from './album.ts';
import { type Finding, type PictureTaker, pictureTaker } from './picture-taker.ts';
import { holderOf, startTrainingHost, type TrainingHost } from './training-host.ts';

const SCHEMES = ['light', 'dark'] as const;

/** Kiosk and waiting-room display in all six languages: each state that somebody in front of them can come to. */
export async function pictureScreens(browser: Browser, out: string, findings: Finding[]): Promise<void> {
  const training = await startTrainingHost();
  const desk = await training.signIn(holderOf(training, 'screens.pair'));
  const open: BrowserContext[] = [];
  try {
    for (const scheme of SCHEMES) {
      const shared = pictureTaker(out, `screens-${scheme}`, findings);
      const openScreen = async (kind: ScreenKind): Promise<Page> => {
        const { context, page } = await openPage(browser, { language: 'de', scheme }, findings);
        open.push(context);
        await page.goto((await desk.client.screens.openHere({ kind })).url ?? '');
        await page.getByRole('main').waitFor();
        return page;
      };
      const [kiosk, display] = [await openScreen('kiosk'), await openScreen('display')];
      await kiosk.getByRole('button', { name: 'العربية' }).first().waitFor();
      await shared.take(kiosk, 'kiosk-languages');
      for (const language of CLIENT_LANGUAGES) {
        const taker = pictureTaker(out, `screens-${language}-${scheme}`, findings);
        await pictureKiosk(kiosk, language, taker);
        await pictureCall(desk.client, display, language, taker);
      }
      await picturePairing(browser, scheme, desk.client, shared, findings);
    }
    await pictureEnd(training, desk.client, open, out, findings);
  } finally {
    for (const context of open) await context.close();
    await training.host.remove();
  }
}

/** What each language is called on the kiosk's first screen. */
const OWN_NAMES: Readonly<Record<ClientLanguage, RegExp>> = {
  de: /^Deutsch$/,
  en: /^English$/,
  ar: /^العربية$/,
  fa: /^فارسی$/,
  kmr: /^Kurmancî$/,
  ckb: /^کوردیی ناوەندی$/,
};

async function pictureKiosk(kiosk: Page, language: ClientLanguage, taker: PictureTaker): Promise<void> {
  await kiosk.getByRole('button', { name: OWN_NAMES[language] }).click();
  const topic = kiosk.locator('button:has(svg)').first();
  await topic.waitFor();
  await kiosk.waitForTimeout(300);
  await taker.take(kiosk, 'kiosk-topics');
  await topic.click();
  await kiosk.locator('svg[data-animal]').waitFor();
  await taker.take(kiosk, 'kiosk-number');
  await kiosk.getByRole('button').last().click();
  await kiosk.getByRole('button', { name: OWN_NAMES.de }).waitFor();
}

/** A call in this language, and the same once more after nobody came; then the person is there. */
async function pictureCall(
  client: DeskClient,
  display: Page,
  language: ClientLanguage,
  taker: PictureTaker,
): Promise<void> {
  const { ticketId, label } = await client.queue.checkIn({ requestId: randomUUID(), spoken: language, topics: [] });
  const act = async (action: 'call' | 'recall' | 'leave'): Promise<void> => {
    const ticket = (await client.queue.today({})).tickets.find(({ id }) => id === ticketId);
    const on = { requestId: randomUUID(), ticketId, revision: ticket?.revision ?? 0 };
    if (action === 'leave') await client.queue.leave({ ...on, reason: 'gave-up' });
    else await client.queue[action](on);
  };
  await act('call');
  await display.getByText(label).first().waitFor();
  await taker.take(display, 'display-call');
  await act('recall');
  await display.locator(`[data-spotlight="${label}"]`).waitFor();
  await taker.take(display, 'display-repeated-call');
  await act('leave');
}

/** A device that nobody has let in shows its code. */
async function picturePairing(
  browser: Browser,
  scheme: (typeof SCHEMES)[number],
  client: DeskClient,
  taker: PictureTaker,
  findings: Finding[],
): Promise<void> {
  const { url } = await client.screens.openHere({ kind: 'display' });
  const { context, page } = await openPage(browser, { language: 'de', scheme }, findings);
  await page.goto(new URL('/display/', url ?? '').href);
  await page.getByText('Dieses Gerät koppeln').waitFor();
  await taker.take(page, 'pairing-code');
  await context.close();
}

/** The close of the day, and the line that is lost after it; both screens of both schemes say so. */
async function pictureEnd(
  training: TrainingHost,
  client: DeskClient,
  contexts: readonly BrowserContext[],
  out: string,
  findings: Finding[],
): Promise<void> {
  const pages = contexts.map((context) => context.pages()[0]).filter((page) => page !== undefined);
  const taker = pictureTaker(out, 'screens-end', findings);
  const tickets = (await client.queue.today({})).tickets;
  for (const { id: ticketId, revision, state } of tickets)
    if (!['finished', 'left', 'void'].includes(state))
      await client.queue.leave({ requestId: randomUUID(), ticketId, revision, reason: 'come-again' });
  await client.queue.closeDay({ requestId: randomUUID(), resolutions: [] });
  for (const page of pages) {
    await page.getByText('Für heute ist geschlossen.').first().waitFor();
    await taker.take(page, 'closed');
  }
  const complaints = findings.length;
  await training.host.process.stop();
  for (const page of pages) {
    await page
      .getByText(/Keine Verbindung|Hier gibt es gerade keine Nummern/)
      .first()
      .waitFor();
    // A line that goes away is said on the console as well, and nothing else is to be expected there.
    await taker.take(page, 'line-lost');
  }
  const rest = findings.splice(complaints);
  findings.push(...rest.filter(({ what }) => !what.startsWith('console: ')));
}
