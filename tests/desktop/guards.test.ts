import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../../build/project.ts';
import { removals, withoutGuard } from './guards.ts';
import { removeGuards } from './remove-guards.ts';

// `node tests/desktop/remove-guards.ts` takes every guard out; here its list is kept true, and one is taken out.

test('every guard in the list stands in its file, once', () => {
  const all = removals(PROJECT);
  for (const removal of all) {
    const source = readFileSync(join(PROJECT, removal.file), 'utf8');
    expect(withoutGuard(source, removal)).not.toBe(source);
  }
  expect(all.length).toBeGreaterThan(140);
});

test('every web preference of both windows is in the list', () => {
  const guarded = removals(PROJECT).map(({ file, guard }) => `${file} ${guard}`);
  for (const file of ['electron/desktop/window.ts', 'electron/desktop/printing.ts']) {
    for (const name of ['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'webviewTag', 'spellcheck']) {
      expect(guarded.filter((guard) => guard.startsWith(file) && guard.includes(` ${name}:`))).toHaveLength(1);
    }
  }
});

test('a guard that is gone turns a test red; what is no guard does not', async () => {
  const guard = removals(PROJECT).find((removal) => removal.guard.includes('will-attach-webview'));
  const file = 'electron/desktop/security.ts';
  const comment = { file, guard: '// Our pages are never moved.', without: '' };
  expect(await removeGuards(guard ? [guard, comment] : [])).toEqual([comment]);
}, 120_000);
