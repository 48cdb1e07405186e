import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Display } from 'electron';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBounds, type WindowBounds, writeBounds } from './window-bounds.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-bounds-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BOUNDS: WindowBounds = { x: 100, y: 50, width: 1000, height: 700, maximized: false };

function screenOf(...workAreas: { x: number; y: number; width: number; height: number }[]) {
  // Of a display, only its work area is looked at.
  return { getAllDisplays: () => workAreas.map((workArea) => ({ workArea }) as Display) };
}
const ONE = screenOf({ x: 0, y: 0, width: 1366, height: 740 });

test('a place that was written is read again', () => {
  const file = join(folder, 'shell', 'window.json');
  writeBounds(file, BOUNDS);
  expect(readBounds(file, ONE)).toEqual(BOUNDS);
  expect(readdirSync(join(folder, 'shell'))).toEqual(['window.json']);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

test.each([
  ['on a second display that is gone', { ...BOUNDS, x: 1500 }],
  ['above the display, where no hand reaches its bar', { ...BOUNDS, y: -300 }],
  ['with only a strip to be seen', { ...BOUNDS, x: 1300 }],
])('a window %s is forgotten', (_where, bounds) => {
  const file = join(folder, 'window.json');
  writeBounds(file, bounds);
  expect(readBounds(file, ONE)).toBeNull();
  expect(readBounds(file, screenOf({ x: -3000, y: -3000, width: 9000, height: 9000 }))).toEqual(bounds);
});

test.each([
  '',
  '{',
  '[]',
  '{"x":1}',
  '{"x":1,"y":2,"width":0,"height":4,"maximized":false}',
  '{"x":1.5,"y":2,"width":3,"height":4,"maximized":false}',
])('what can not be read is no place: %j', (content) => {
  const file = join(folder, 'window.json');
  writeFileSync(file, content);
  expect(readBounds(file, ONE)).toBeNull();
});

test('no file is no place, and a place that can not be written is no failure', () => {
  expect(readBounds(join(folder, 'none.json'), ONE)).toBeNull();
  mkdirSync(join(folder, 'window.json.new'));
  expect(() => writeBounds(join(folder, 'window.json'), BOUNDS)).not.toThrow();
});
