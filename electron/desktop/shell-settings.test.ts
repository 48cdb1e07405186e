import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readShellSettings } from './shell-settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-settings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the printer for slips is read', () => {
  writeFileSync(join(folder, 'settings.json'), '{"slipPrinter":"Bonausgabe"}');
  expect(readShellSettings(join(folder, 'settings.json'))).toEqual({ slipPrinter: 'Bonausgabe' });
});

test.each(['', '{', '{"slipPrinter":""}', '{"slipPrinter":7}', '{"other":1}'])('nothing is set by %j', (content) => {
  writeFileSync(join(folder, 'settings.json'), content);
  expect(readShellSettings(join(folder, 'settings.json'))).toEqual({});
});

test('nothing is set without a file', () => {
  expect(readShellSettings(join(folder, 'settings.json'))).toEqual({});
});
