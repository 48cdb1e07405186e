import type { BrowserWindow } from 'electron';
import { expect, test, vi } from 'vitest';
import { createEvents, preventable } from './testing/events.ts';
import { fakeSession } from './testing/fake-session.ts';
import { deskPreferences, deskWindowOptions, showWhenReady } from './window.ts';
import type { WindowBounds } from './window-bounds.ts';

// The numbers in brackets are the points of Electron's security checklist (docs/electron-checklist.md).

const setting = { preload: '/program/preload.cjs', session: fakeSession().session, isPackaged: true };
const BOUNDS: WindowBounds = { x: 10, y: 20, width: 1000, height: 700, maximized: true };

test.each([
  ['[2] a page has no Node', 'nodeIntegration', false],
  ['[2] nor has a worker of it', 'nodeIntegrationInWorker', false],
  ['[2] nor has a frame in it', 'nodeIntegrationInSubFrames', false],
  ['[3] a page and the preload script do not share objects', 'contextIsolation', true],
  ['[4] a page is in a sandbox', 'sandbox', true],
  ['[6] a page is held to its own origin', 'webSecurity', true],
  ['[8] a page mixes in nothing insecure', 'allowRunningInsecureContent', false],
  ['[9] a page has no experimental features', 'experimentalFeatures', false],
  ['[11, 12] a page embeds no webview', 'webviewTag', false],
  ['[13] a file dropped on a page does not open', 'navigateOnDragDrop', false],
  ['a page runs no plugin', 'plugins', false],
  ['a page reaches no graphics driver', 'webgl', false],
  ['a page can not be kept busy with dialogues', 'safeDialogs', true],
  ['what is typed is not looked up', 'spellcheck', false],
  ['the installed program has no developer tools', 'devTools', false],
] as const)('%s: %s is %s', (_why, preference, value) => {
  expect(deskPreferences(setting)[preference]).toBe(value);
});

test('[10] no feature of Blink is switched on or off', () => {
  const preferences = deskPreferences(setting);
  expect(preferences.enableBlinkFeatures).toBeUndefined();
  expect(preferences.disableBlinkFeatures).toBeUndefined();
});

test('the page has the preload script, the guarded session and no other argument', () => {
  const preferences = deskPreferences(setting);
  expect(preferences).toMatchObject({ preload: setting.preload, session: setting.session });
  expect(preferences.additionalArguments).toBeUndefined();
  expect(preferences.partition).toBeUndefined();
});

test('developers have their tools', () => {
  expect(deskPreferences({ ...setting, isPackaged: false }).devTools).toBe(true);
});

test('a window without a known place is in the middle, as large as the desk was made for', () => {
  const options = deskWindowOptions({ ...setting, bounds: null, icon: null });
  expect(options).toMatchObject({ width: 1366, height: 768, center: true, show: false });
  expect(options).not.toHaveProperty('icon');
  expect(options.webPreferences).toEqual(deskPreferences(setting));
});

test('a window opens where it was closed', () => {
  const options = deskWindowOptions({ ...setting, bounds: BOUNDS, icon: '/icon.png' });
  expect(options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700, icon: '/icon.png' });
});

function shownWindow(isMaximized: boolean) {
  const events = createEvents();
  const calls: string[] = [];
  const window = {
    on: events.on as unknown as BrowserWindow['on'], // see events.ts
    once: events.once as unknown as BrowserWindow['once'],
    show: () => void calls.push('show'),
    maximize: () => void calls.push('maximize'),
    isMaximized: () => isMaximized,
    getNormalBounds: () => ({ x: 1, y: 2, width: 3, height: 4 }),
  } satisfies Parameters<typeof showWhenReady>[0];
  return { window, events, calls };
}

test('a window is shown once it has painted, not before', () => {
  const { window, events, calls } = shownWindow(false);
  showWhenReady(window, { maximized: true, keepBounds: () => {} });
  expect(calls).toEqual([]);
  events.happen('ready-to-show');
  expect(calls).toEqual(['maximize', 'show']);
});

test('a window tells its place when it closes', () => {
  const { window, events } = shownWindow(true);
  const keepBounds = vi.fn<(...values: unknown[]) => void>();
  showWhenReady(window, { maximized: false, keepBounds });
  events.happen('close');
  expect(keepBounds).toHaveBeenCalledExactlyOnceWith({ x: 1, y: 2, width: 3, height: 4, maximized: true });
});

test('a page does not name the window', () => {
  const { window, events } = shownWindow(false);
  showWhenReady(window, { maximized: false, keepBounds: () => {} });
  const event = preventable({});
  events.happen('page-title-updated', event, 'A person’s name');
  expect(event.isPrevented).toBe(true);
});
