import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What is wrong with a picture: named by the picture, in one line. */
export interface Finding {
  picture: string;
  what: string;
}

export interface PictureTaker {
  /** Waits until the screen is calm, takes its picture and looks for what hinders people. */
  take(page: Page, name: string): Promise<void>;
}

/** WCAG 2.2 AA and what axe's makers advise beyond it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Pictures go to `<out>/<album>/01-name.png`, numbered in the order in which they are taken. */
export function pictureTaker(
  out: string,
  album: string,
  findings: Finding[],
  options: { whole?: boolean } = {},
): PictureTaker {
  const folder = join(out, album);
  mkdirSync(folder, { recursive: true });
  let count = 0;
  return {
    async take(page, name) {
      count += 1;
      const picture = `${album}/${String(count).padStart(2, '0')}-${name}`;
      await untilCalm(page);
      await page.screenshot({
        path: join(out, `${picture}.png`),
        fullPage: options.whole ?? false,
        animations: 'disabled',
        caret: 'hide',
      });
      for (const what of [...(await axeFindings(page)), ...(await layoutFindings(page))])
        findings.push({ picture, what });
    },
  };
}

/** Fonts are there, nothing says that it is busy, and nothing moves any more. */
async function untilCalm(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.fonts.status === 'loaded' && !document.querySelector('[aria-busy="true"]'),
    undefined,
    { timeout: 15_000 },
  );
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
}

async function axeFindings(page: Page): Promise<string[]> {
  // axe can't run where scripts are forbidden; what such a frame shows is looked at as a document of its own.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).exclude('iframe[sandbox]').analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `axe ${id} (${help}): ${target.join(' ')}`),
  );
}

/** Whoever must scroll sideways loses the line. */
async function layoutFindings(page: Page): Promise<string[]> {
  const { wide, seen } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    seen: window.innerWidth,
  }));
  return wide > seen ? [`wider than the window: ${wide} of ${seen} pixels`] : [];
}
