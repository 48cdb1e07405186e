import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { menuTemplate } from './menu.ts';
import { shellTexts } from './texts.ts';

function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

test.each(['de-DE', 'en-US', 'fr'])('every command has a text (%s)', (locale) => {
  const all = items(menuTemplate(shellTexts(locale).texts, { isPackaged: false }));
  const withoutText = all.filter((item) => item.type !== 'separator' && !item.label?.trim());
  expect(all.length).toBeGreaterThan(10);
  expect(withoutText).toEqual([]);
});

test('the language is the computer’s, German where it speaks neither', () => {
  expect([shellTexts('en-GB').language, shellTexts('de').language, shellTexts('fr').language]).toEqual([
    'en',
    'de',
    'de',
  ]);
  expect(Object.keys(shellTexts('en').texts)).toEqual(Object.keys(shellTexts('de').texts));
});

test('the installed program offers neither developer tools nor a reload', () => {
  const rolesOf = (isPackaged: boolean) =>
    items(menuTemplate(shellTexts('de').texts, { isPackaged })).map(({ role }) => role);
  expect(rolesOf(false)).toContain('toggleDevTools');
  expect(rolesOf(true)).not.toContain('toggleDevTools');
  for (const role of ['reload', 'forceReload'] as const) expect(rolesOf(true)).not.toContain(role);
});
