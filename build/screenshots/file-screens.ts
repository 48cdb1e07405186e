import type { Browser, Locator, Page } from 'playwright-core';
import { openDesk } from '../../tests/e2e/desk.ts';
import { type Words, wordsIn } from '../../tests/e2e/words.ts';
import { type Look, openPage } from './album.ts';
import { signIn } from './desk-screens.ts';
import { type FullFile, writeFullFile } from './full-file.ts';
import { type Finding, type PictureTaker, pictureTaker } from './picture-taker.ts';
import { pictureTalk } from './talk-screens.ts';
import { holderOf, startTrainingHost } from './training-host.ts';

/** One walk over a file that holds as much as a file can, and over every sheet that opens from it. */
interface Walk {
  page: Page;
  words: Words;
  taker: PictureTaker;
  file: FullFile;
}

/** The file of somebody with long names in two scripts: page, sheets, lists in which they stand, and a talk with them. */
export async function pictureFile(browser: Browser, look: Look, out: string, findings: Finding[]): Promise<void> {
  const training = await startTrainingHost();
  const { context, page } = await openPage(browser, look, findings);
  const words = wordsIn(look.language);
  try {
    const file = await writeFullFile(training);
    const taker = pictureTaker(out, `file-${look.language}-${look.scheme}`, findings);
    const walk = { page, words, taker, file };
    await openDesk(context, page, training.host, look);
    await signIn(page, words, training, holderOf(training, 'templates.write'));
    await picturePerson(walk);
    await pictureReleases(walk);
    await pictureHousehold(walk);
    await pictureLists(walk);
    await pictureTalk(walk, training);
  } finally {
    await context.close();
    await training.host.remove();
  }
}

export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
  await page.getByRole('main').waitFor();
  await page.waitForTimeout(500);
}

/** Takes a sheet's picture and closes it. */
async function sheet({ page, taker }: Walk, opener: Locator, name: string): Promise<void> {
  await opener.first().click();
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(500);
  await taker.take(page, name);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function picturePerson(walk: Walk): Promise<void> {
  const { page, words, taker, file } = walk;
  await goTo(page, `/people/${file.personId}`);
  await taker.take(page, 'person-catch-up');
  await page.getByRole('button', { name: words('people:page.more') }).click();
  await page.waitForTimeout(400);
  await taker.take(page, 'person-details');
  await sheet(walk, page.getByRole('button', { name: words('people:programme.change') }), 'programme-group');
  await sheet(walk, page.getByRole('button', { name: words('people:checked.open') }), 'check-facts');
  await page.getByRole('button', { name: words('people:page.less') }).click();
  const filters = page.getByRole('group', { name: words('people:timeline.filter') });
  await filters.scrollIntoViewIfNeeded();
  await taker.take(page, 'timeline');
  await filters.getByText(words('people:timeline.note'), { exact: true }).click();
  await filters.getByRole('combobox', { name: words('people:timeline.filterBy.level') }).click();
  await page.waitForTimeout(300);
  await taker.take(page, 'timeline-filter-open');
  await page.getByRole('option', { name: words('people:timeline.filterBy.oneEmployer') }).click();
  await page.getByRole('button', { name: words('consultations:notes.showChanges', { count: '2' }) }).click();
  const versions = page.getByRole('list', { name: words('consultations:notes.changes') });
  await versions.waitFor();
  await versions.scrollIntoViewIfNeeded();
  await taker.take(page, 'timeline-filtered-versions');
  await page.getByRole('button', { name: words('people:timeline.filterBy.reset') }).click();
}

async function pictureReleases(walk: Walk): Promise<void> {
  const { page, words, taker } = walk;
  const section = page.getByRole('region', { name: words('releases:title') });
  await section.scrollIntoViewIfNeeded();
  await taker.take(page, 'releases');
  await section.getByRole('button', { name: words('releases:earlier', { count: '1' }) }).click();
  await taker.take(page, 'releases-earlier');
  await sheet(walk, section.getByRole('button', { name: words('releases:new') }), 'release-give');
  await sheet(walk, section.getByRole('button', { name: words('releases:readings.open') }), 'release-readings');
}

async function pictureHousehold(walk: Walk): Promise<void> {
  const { page, words, taker } = walk;
  const section = page.getByRole('button', { name: words('households:summary_other', { count: '5' }) }).first();
  await section.scrollIntoViewIfNeeded();
  await section.click();
  await page.waitForTimeout(400);
  await taker.take(page, 'household');
  for (const [key, name] of [
    ['add.open', 'household-add'],
    ['size.open', 'household-size'],
    ['separate.open', 'household-separate'],
  ] as const)
    await sheet(walk, page.getByRole('button', { name: words(`households:${key}`) }), name);
}

async function pictureLists(walk: Walk): Promise<void> {
  const { page, words, taker, file } = walk;
  await goTo(page, '/people/duplicates');
  await taker.take(page, 'duplicates');
  await sheet(walk, page.getByRole('button', { name: words('duplicates:compare') }), 'duplicates-merge');
  await goTo(page, '/flats');
  await taker.take(page, 'flats');
  await sheet(walk, page.getByRole('button', { name: words('flats:showHouseholds') }), 'flats-households');
  for (const tab of ['due', 'calls', 'toAsk'] as const) {
    await goTo(page, '/follow');
    await page.getByRole('tab', { name: words(`follow:tab.${tab}`) }).click();
    await page.waitForTimeout(400);
    await taker.take(page, `follow-${tab}`);
  }
  await goTo(page, '/search');
  await page.getByLabel(words('search:label')).fill(file.word);
  await page.locator('mark').first().waitFor();
  await taker.take(page, 'search-found');
  await page.getByLabel(words('search:label')).fill('ديسمبر');
  await page.waitForTimeout(600);
  await taker.take(page, 'search-arabic');
  await goTo(page, '/templates');
  await page.getByText(words('letters:template.of.notes'), { exact: true }).click();
  await page.waitForTimeout(300);
  await taker.take(page, 'templates-notes');
  await goTo(page, '/interpreters');
  await sheet(
    walk,
    page.getByRole('button', { name: words('interpreters:pledge.recordFor', { name: file.interpreterName }) }),
    'pledge',
  );
  await taker.take(page, 'interpreters-long-names');
}
