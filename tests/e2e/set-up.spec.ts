import { expect } from '@playwright/test';
import { openDesk, test } from './desk.ts';
import { walkSetUp } from './set-up-walk.ts';
import { wordsIn } from './words.ts';

for (const language of ['de', 'en'] as const) {
  test(`a new user sets an office up and signs in (${language})`, async ({ context, page, emptyHost }) => {
    const words = wordsIn(language);
    await openDesk(context, page, emptyHost, { language });
    const { signInNames, passphrase } = await walkSetUp(page, words);
    await page
      .getByRole('group', { name: words('access:whoAreYou') })
      .getByRole('button', { name: signInNames[0] ?? '' })
      .click();
    await page.getByLabel(words('access:passphraseOf', { name: signInNames[0] ?? '' })).fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: words('common:lock') })).toBeVisible();
  });
}
