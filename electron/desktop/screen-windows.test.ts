import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Display } from 'electron';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createScreenWindows, type ScreenKind } from './screen-windows.ts';
import { preventable } from './testing/events.ts';
import { fakeElectron } from './testing/fake-electron.ts';
import { deskPreferences } from './window.ts';

// The numbers in brackets are the points of Electron's security checklist (docs/electron-checklist.md).

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tandem-screens-'));
  mkdirSync(join(root, 'dist', 'renderer', 'kiosk'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function opened(kind: ScreenKind, displays: Partial<Display>[] = []) {
  const fake = fakeElectron();
  // The shell reads ids and bounds of displays alone.
  fake.displays.push(...(displays as Display[]));
  const screens = createScreenWindows(fake.electron, { root, env: {}, platform: 'linux', home: root, args: [] });
  screens.open(kind);
  return { ...fake, screens, options: fake.openScreenWindow.mock.calls[0]?.[0] };
}

test('[2, 3, 4, 6, 8, 9, 10] a second window is guarded as the desk’s is, in a guarded session of its own', () => {
  const { options, sessions, calls } = opened('display');
  const session = sessions.get('screens');
  expect(calls).toContain('open session screens cache=false');
  for (const tell of Object.values(session?.told ?? {})) expect(tell).toHaveBeenCalledOnce();
  expect(options?.webPreferences).toEqual(
    session && {
      ...deskPreferences({
        preload: join(root, 'dist', 'preload', 'preload.cjs'),
        session: session.session,
        isPackaged: true,
      }),
      autoplayPolicy: 'no-user-gesture-required',
    },
  );
});

test('[18] its session serves no desk', async () => {
  const { sessions } = opened('kiosk');
  const answer = sessions.get('screens')?.handlers.get('app');
  const response = await answer?.({ url: 'app://desk/desk/', method: 'GET' } as Request);
  expect(response?.status).toBe(404);
});

test('it covers another display where there is one, and a kiosk can’t be left', () => {
  const two = [
    { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } },
    { id: 2, bounds: { x: 1366, y: 0, width: 1920, height: 1080 } },
  ];
  expect(opened('kiosk', two).options).toMatchObject({ x: 1366, y: 0, fullscreen: true, kiosk: true });
  expect(opened('display', two).options).toMatchObject({ fullscreen: true, kiosk: false });
  expect(opened('kiosk').options).not.toHaveProperty('fullscreen');
});

test('it shows its own page, without a menu, under our title', () => {
  const { calls, screenWindows, removedMenus } = opened('kiosk');
  expect(calls.at(-1)).toBe('load screen app://screen/kiosk/');
  expect(removedMenus()).toBe(1);
  const title = preventable({});
  screenWindows[0]?.events.happen('page-title-updated', title);
  expect(title.isPrevented).toBe(true);
});

test('it is one of ours until it is closed; four are enough', () => {
  const { screens, screenWindows } = opened('kiosk');
  expect(screens.list().map(({ kind }) => kind)).toEqual(['kiosk']);
  for (let more = 0; more < 5; more += 1) screens.open('display');
  expect(screens.list()).toHaveLength(4);
  screenWindows[0]?.events.happen('closed');
  expect(screens.list().map(({ kind }) => kind)).toEqual(['display', 'display', 'display']);
});
