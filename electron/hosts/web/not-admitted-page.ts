import german from '../../../resources/locales/de/host.json' with { type: 'json' };
import english from '../../../resources/locales/en/host.json' with { type: 'json' };

/** What somebody sees who opens the desk's address without its one-time token: nothing of the office, and what to do. */
export function notAdmittedPage(acceptLanguage: string): string {
  const [language, text] = acceptLanguage.trim().toLowerCase().startsWith('en') ? ['en', english] : ['de', german];
  return `<!doctype html>
<html lang="${language}" translate="no">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text.notAdmittedTitle}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:4rem auto;padding:0 1rem;color:#24211d;background:#faf8f5}@media(prefers-color-scheme:dark){body{color:#ece8e1;background:#1d1b19}}</style></head>
<body><main><h1>${text.notAdmittedTitle}</h1><p>${text.notAdmittedWhy}</p><p>${text.notAdmittedWhatToDo}</p></main></body>
</html>
`;
}
