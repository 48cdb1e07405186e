import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { signInAs } from '../hosts/small-office.ts';
import { startTestHost } from '../hosts/test-host.ts';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

const words = wordsIn('de');
const SENTENCE = 'Die Nachbarin hilft beim Umzug, der Vermieter ruft am Montag an. ';
const saying = /^Notiz, lesen/;
const entrusted = words('consultations:notes.textFor', { readers: words('consultations:level.V3.readers') });

/** The drafts that the page sends to its office, in their order. It sends one at a time: before the newest all have been answered. */
function draftsSentBy(page: Page): string[] {
  const sent: string[] = [];
  page.on('websocket', (line) =>
    line.on('framesent', ({ payload }) => {
      const words = payload.toString();
      if (words.includes('saveDraft')) sent.push(/"text":"([^"]*)"/.exec(words)?.[1] ?? '');
    }),
  );
  return sent;
}

test.use({ expectedComplaint: /WebSocket|ERR_|Failed to load/ });

test('a note that is being typed when the office is killed lacks nothing that was on its way before', async ({
  context,
  page,
  host,
}) => {
  const { client, close } = await signInAs(host, 'city', { desk: 1 });
  const ticket = await client.queue.checkIn({ requestId: randomUUID(), spoken: 'ar', topics: ['kita'] });
  await client.queue.start({ requestId: randomUUID(), ticketId: ticket.ticketId, revision: ticket.revision });
  await close();
  const sent = draftsSentBy(page);
  await openDesk(context, page, host);
  await signInOnScreen(page, 'city');
  const note = page.getByRole('textbox', { name: saying });
  await note.click();
  await page.keyboard.press('Alt+3');

  // Never a pause in which a draft would be saved by itself; the office dies between two letters.
  let typed = '';
  for (const letter of SENTENCE.repeat(40)) {
    await page.keyboard.type(letter, { delay: 20 });
    typed += letter;
    if (sent.length >= 3) break;
  }
  expect(sent.length).toBeGreaterThanOrEqual(3);
  process.kill(host.process.pid, 'SIGKILL');
  await host.process.ended;
  await expect(page.getByText(words('desk:lineLost.title'))).toBeVisible();

  const again = await startTestHost({ screens: true, folder: host.folder });
  try {
    await openDesk(context, page, again);
    await signInOnScreen(page, 'city');
    const restored = page.getByRole('textbox', { name: saying });
    await expect(restored).not.toHaveValue('');
    // The last may have been on its way; the one before was answered.
    expect(sent.slice(-2)).toContain(await restored.inputValue());
    expect(typed.startsWith(await restored.inputValue())).toBe(true);
    // As closed as it was: an entrusted note does not come back open to others.
    await expect(restored).toHaveAccessibleName(entrusted);
  } finally {
    await page.goto('about:blank');
    await again.process.stop();
  }
});
