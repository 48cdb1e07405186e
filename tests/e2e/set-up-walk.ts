import type { Locator, Page } from '@playwright/test';
import { generateAgeIdentity } from '../../shared/node/crypto/age.ts';
import { generateSigningKey } from '../../shared/node/crypto.ts';
import type { Words } from './words.ts';

const PASSPHRASE = 'eine lange Passphrase für alle';

/**
 * Goes through the set-up assistant as a new user does, from the first screen to the end. `onStep` is called with each
 * step as it stands filled in, before it is left.
 */
export async function walkSetUp(
  page: Page,
  words: Words,
  onStep: (name: string) => Promise<void> = async () => {},
): Promise<{ signInNames: string[]; passphrase: string }> {
  const button = (key: string, values?: Record<string, string>) =>
    page.getByRole('button', { name: words(key, values), exact: true });
  const step = async (name: string): Promise<void> => {
    await page.getByRole('heading', { level: 1, name: words(`office:setUp.heading.${name}`) }).waitFor();
  };
  const leave = async (name: string, key = 'office:setUp.next'): Promise<void> => {
    await onStep(name);
    await button(key).click();
  };

  await page.getByRole('heading', { level: 1, name: words('office:start.title') }).waitFor();
  await leave('start', 'office:start.officeButton');

  await step('office');
  await page.getByRole('radio', { name: /Mengede\/Huckarde/ }).check();
  await leave('office');

  await step('employers');
  await leave('employers');

  await step('staff');
  const names = page.getByLabel(words('staff:field.displayName'), { exact: true });
  await names.nth(0).fill('Ilse Vorbild');
  await names.nth(1).fill('Cem Muster');
  for (const key of ['staff:passphrase.label', 'staff:passphrase.again'])
    await fillAll(page.getByLabel(words(key), { exact: true }), PASSPHRASE);
  await page
    .getByRole('checkbox', { name: words('staff:role.administrator') })
    .first()
    .check();
  const signInNames = await valuesOf(page.getByLabel(words('staff:field.signInName'), { exact: true }));
  await leave('staff');

  await step('city');
  const { recipient } = await generateAgeIdentity('hybrid');
  await page.getByRole('textbox', { name: words('office:keys.recipients') }).fill(recipient);
  await page.getByRole('textbox', { name: words('office:keys.receiptKey') }).fill(generateSigningKey().publicKeyPem);
  await page.getByLabel(words('office:keys.comparedByFirst')).check();
  await page.getByLabel(words('office:keys.comparedBySecond')).check();
  await leave('city');

  await step('export');
  await leave('export');
  await step('summary');
  await leave('summary', 'office:setUp.makeSheets');

  await step('sheets');
  const show = page.getByRole('button', { name: startOf(words('office:setUp.sheets.showNamed')) });
  for (let employer = 0; employer < 2; employer += 1) await proveSheet(page, words, show.nth(employer), onStep);
  await leave('sheets', 'office:setUp.complete');

  await step('done');
  await leave('done', 'office:setUp.done.signIn');
  return { signInNames, passphrase: PASSPHRASE };
}

/** Looks at one employer's sheet and types the asked groups from it. */
async function proveSheet(
  page: Page,
  words: Words,
  show: Locator,
  onStep: (name: string) => Promise<void>,
): Promise<void> {
  await show.click();
  const sheet = page.getByRole('dialog');
  const groups = await sheet
    .getByRole('list', { name: words('office:sheet.secret') })
    .locator('code')
    .allTextContents();
  await onStep('sheet');
  await sheet.getByRole('button', { name: words('office:sheet.hide') }).click();
  const fields = page.getByLabel(startOf(words('office:setUp.sheets.group')));
  for (const field of await fields.all()) {
    if ((await field.inputValue()) !== '') continue;
    const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await field.fill(groups[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  }
}

/** A text with a placeholder, as the pattern of what is before it. */
function startOf(text: string): RegExp {
  return new RegExp(`^${text.trim().split(' ')[0]} `);
}

async function fillAll(fields: Locator, value: string): Promise<void> {
  for (const field of await fields.all()) await field.fill(value);
}

async function valuesOf(fields: Locator): Promise<string[]> {
  return await Promise.all((await fields.all()).map((field) => field.inputValue()));
}
