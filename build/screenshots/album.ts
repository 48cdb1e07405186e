import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { StaffLanguage } from '../../tests/e2e/words.ts';
import type { Finding } from './picture-taker.ts';

/** One way in which the staff's screens are looked at. */
export interface Look {
  language: StaffLanguage;
  scheme: 'light' | 'dark';
}

export const LOOKS: readonly Look[] = (['de', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((scheme) => ({ language, scheme })),
);

/** A fresh browser profile with one page, as a small office screen shows it; what its console complains of is a finding. */
export async function openPage(
  browser: Browser,
  look: Look,
  findings: Finding[],
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: look.language === 'de' ? 'de-DE' : 'en-GB',
    timezoneId: 'Europe/Berlin',
    colorScheme: look.scheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') findings.push({ picture: page.url(), what: `console: ${message.text()}` });
  });
  page.on('pageerror', (error) => findings.push({ picture: page.url(), what: `error: ${error.message}` }));
  return { context, page };
}
