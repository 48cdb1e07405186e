import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { removals, withoutGuard } from './guards.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

// remove-guards.ts takes each out and looks for a red test; this only keeps its list true.
test('every guard in the list stands in its file, once', () => {
  const all = removals(PROJECT);
  for (const removal of all) {
    const source = readFileSync(join(PROJECT, removal.file), 'utf8');
    expect(withoutGuard(source, removal)).not.toBe(source);
  }
  expect(all.length).toBeGreaterThan(100);
});

test('every web preference of both windows is in the list', () => {
  const guarded = removals(PROJECT).map(({ file, guard }) => `${file} ${guard}`);
  for (const file of ['electron/desktop/window.ts', 'electron/desktop/printing.ts']) {
    for (const name of ['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'webviewTag', 'spellcheck']) {
      expect(guarded.filter((guard) => guard.startsWith(file) && guard.includes(` ${name}:`))).toHaveLength(1);
    }
  }
});
