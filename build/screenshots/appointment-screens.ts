import type { Page } from 'playwright-core';
import type { Words } from '../../tests/e2e/words.ts';
import type { PictureTaker } from './picture-taker.ts';

/** The sheets of appointments: a booking to its end, and one appointment with each of its parts. */
export async function pictureAppointments(page: Page, words: Words, taker: PictureTaker): Promise<void> {
  const word = (key: string) => words(`appointments:${key}`);
  await page.evaluate(() => {
    window.location.hash = '/appointments';
  });
  await page.getByRole('button', { name: word('agenda.more') }).waitFor();
  await page.keyboard.press('PageDown');
  await page.waitForTimeout(600);
  await taker.take(page, 'appointments-next-week');
  await page.keyboard.press('t');
  await page.waitForTimeout(600);
  await taker.take(page, 'appointments-day');
  await page.keyboard.press('w');

  await page.keyboard.press('F8');
  const booking = page.getByRole('dialog', { name: word('book') });
  const slot = booking.getByRole('button', { name: /^\d\d:\d\d / }).first();
  await slot.waitFor();
  await taker.take(page, 'booking');
  await booking.getByRole('button', { name: word('time.chooseOther') }).click();
  await booking.getByLabel(word('time.from')).fill('12:15');
  await page.waitForTimeout(600);
  await taker.take(page, 'booking-other-time');
  await booking.getByRole('button', { name: word('time.showFree') }).click();
  await slot.click();
  await booking.locator('button[type=submit]:enabled').waitFor();
  await taker.take(page, 'booking-chosen');
  await booking.locator('button[type=submit]:enabled').click();
  const booked = page.getByRole('dialog', { name: word('booked.title') });
  await booked.waitFor();
  await page.waitForTimeout(600);
  await taker.take(page, 'booked');
  await booked.getByRole('button', { name: word('booked.open') }).click();
  const parts = [
    ['move', word('act.move')],
    ['people', word('act.people')],
    ['card', word('act.card')],
    ['wish', word('act.wish')],
  ] as const;
  await page.getByRole('button', { name: word('act.move') }).waitFor();
  await taker.take(page, 'appointment');
  for (const [part, name] of parts) {
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
    await page.waitForTimeout(600);
    await taker.take(page, `appointment-${part}`);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await page.evaluate(() => {
    window.location.hash = '/';
  });
}
