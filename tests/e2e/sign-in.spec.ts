import { expect } from '@playwright/test';
import { openDesk, signInOnScreen, test } from './desk.ts';
import { wordsIn } from './words.ts';

test('somebody signs in at the desk and sees who waits', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('lokal willkommen Beispiel');
  await signInOnScreen(page, 'city');
  await expect(page.getByRole('button', { name: wordsIn('de')('queue:newTicket') }).first()).toBeVisible();
});

test('a wrong passphrase says nothing about which part was wrong', async ({ context, page, host }) => {
  await openDesk(context, page, host);
  await page.getByRole('group', { name: 'Wer sind Sie?' }).getByRole('button', { name: 'anna' }).click();
  await page.getByLabel('Passphrase von anna').fill('not the right one at all');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('alert')).not.toContainText('anna');
});

test.describe('without the one-time token', () => {
  test.use({ expectedComplaint: /403/ });

  test('the address shows nothing of the office', async ({ page, host }) => {
    const response = await page.goto(`http://${host.door.authority}/desk/`);
    expect(response?.status()).toBe(403);
    await expect(page.getByRole('heading')).toHaveText('Diese Adresse öffnet Tandem nicht mehr');
  });
});
