import { DESK_PAGE } from '../../shared/desktop/desk-page.ts';
import type { Refusal } from '../../shared/desktop/shell-messages.ts';
import { shellTexts } from './texts.ts';

/** Where the calm page lies that says why the desk can't be used. The last part is the reason. */
export const OFFICE_AWAY_PAGE = 'app://desk/away/';

/** The page that stands where the desk would, when the office process can't be kept running: why, and what to do. */
export function officeAwayPage(why: Refusal, locale: string): string {
  const { language, texts } = shellTexts(locale);
  return `<!doctype html>
<html lang="${language}" translate="no">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${texts.officeAwayTitle}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#24211d;background:#faf8f5}a{display:inline-block;margin-top:1rem;padding:.5rem 1rem;border-radius:.4rem;color:#fff;background:#0b5c58}@media(prefers-color-scheme:dark){body{color:#ece8e1;background:#1d1b19}a{color:#0e2322;background:#7fd0c8}}</style></head>
<body><main><h1>${texts.officeAwayTitle}</h1><p>${why === 'in-use' ? texts.officeAwayInUse : texts.officeAwayFailed}</p><p>${texts.officeAwayPaper}</p><a href="${DESK_PAGE}">${texts.officeAwayRetry}</a></main></body>
</html>
`;
}
