import type { App, WebContents } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { DESK_PAGE, SCREEN_PAGES } from '../../shared/desktop/desk-page.ts';
import { type GuardedContents, guardApp, guardContents, guardSession } from './security.ts';
import { createEvents, preventable } from './testing/events.ts';
import { fakeSession } from './testing/fake-session.ts';

// The numbers in brackets are the points of Electron's security checklist (docs/electron-checklist.md).

const STRANGE_ADDRESSES = [
  'https://example.org/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'app://desk.elsewhere/desk/',
  'app://deskx/desk/',
  'app://desk@elsewhere/desk/',
  'app://desk:1/desk/',
  'app://desk',
  'app://desk/other/',
  'app://print/1',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:app://desk.elsewhere/1',
  'about:config',
  'chrome://settings',
  'view-source:app://desk/desk/',
  '',
];

function guardedContents(at: string = DESK_PAGE) {
  const events = createEvents();
  const setWindowOpenHandler = vi.fn<WebContents['setWindowOpenHandler']>();
  const contents: GuardedContents = {
    on: events.on as unknown as WebContents['on'],
    setWindowOpenHandler,
    getURL: () => at,
  };
  guardContents(contents);
  const isPrevented = (event: string, values: { url: string; isMainFrame?: boolean }): boolean => {
    const happened = preventable(values);
    events.happen(event, happened);
    return happened.isPrevented;
  };
  return { events, setWindowOpenHandler, isPrevented };
}

describe('a page', () => {
  test.each(STRANGE_ADDRESSES)('[13] stays at the desk and does not go to %j', (url) => {
    const { isPrevented } = guardedContents();
    expect(isPrevented('will-navigate', { url })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: false })).toBe(true);
  });

  test.each([DESK_PAGE, `${DESK_PAGE}people/0190`, `${DESK_PAGE}#x`])('may load the desk again: %s', (url) => {
    const { isPrevented } = guardedContents();
    expect(isPrevented('will-navigate', { url })).toBe(false);
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: true })).toBe(false);
  });

  test.each(['about:blank', 'about:srcdoc', 'blob:app://desk/0b2e'])(
    '[13] shows a preview in a frame only: %s',
    (url) => {
      const { isPrevented } = guardedContents();
      expect(isPrevented('will-frame-navigate', { url, isMainFrame: false })).toBe(false);
      expect(isPrevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
    },
  );

  test.each([
    [SCREEN_PAGES.kiosk, DESK_PAGE],
    [SCREEN_PAGES.kiosk, SCREEN_PAGES.display],
    [SCREEN_PAGES.display, `${DESK_PAGE}people`],
    [DESK_PAGE, SCREEN_PAGES.kiosk],
  ])('[13] at %s does not go to %s', (at, url) => {
    const { isPrevented } = guardedContents(at);
    expect(isPrevented('will-navigate', { url })).toBe(true);
    expect(isPrevented('will-frame-navigate', { url, isMainFrame: true })).toBe(true);
    expect(isPrevented('will-navigate', { url: at })).toBe(false);
  });

  test('[13] that says why there is no office leads to the desk, and nowhere else', () => {
    const { isPrevented } = guardedContents('app://desk/away/failed');
    expect(isPrevented('will-navigate', { url: DESK_PAGE })).toBe(false);
    expect(isPrevented('will-navigate', { url: SCREEN_PAGES.kiosk })).toBe(true);
    expect(isPrevented('will-navigate', { url: 'app://desk/away/in-use' })).toBe(true);
  });

  test('[13] does not put the desk itself into a frame of the desk', () => {
    expect(guardedContents().isPrevented('will-frame-navigate', { url: DESK_PAGE, isMainFrame: false })).toBe(true);
  });

  test('[13] is never moved on by an answer', () => {
    expect(guardedContents().isPrevented('will-redirect', { url: DESK_PAGE })).toBe(true);
  });

  test('[14] opens no window', () => {
    const { setWindowOpenHandler } = guardedContents();
    const handler = setWindowOpenHandler.mock.lastCall?.[0];
    for (const url of [...STRANGE_ADDRESSES, DESK_PAGE]) {
      const details = {
        url,
        frameName: '',
        features: '',
        disposition: 'default' as const,
        referrer: { policy: 'no-referrer' as const, url: '' },
      };
      expect(handler?.(details)).toEqual({ action: 'deny' });
    }
  });

  test('[11, 12] embeds no webview', () => {
    expect(guardedContents().isPrevented('will-attach-webview', { url: '' })).toBe(true);
  });
});

describe('the program', () => {
  function guardedApp() {
    const events = createEvents();
    const enableSandbox = vi.fn<(...values: unknown[]) => void>();
    guardApp({ on: events.on as unknown as App['on'], enableSandbox });
    return { events, enableSandbox };
  }

  test('[4] puts every page into a sandbox', () => {
    expect(guardedApp().enableSandbox).toHaveBeenCalledOnce();
  });

  test('[13, 14] guards every page that is ever made', () => {
    const { events } = guardedApp();
    const page = createEvents();
    const setWindowOpenHandler = vi.fn<(...values: unknown[]) => void>();
    events.happen('web-contents-created', {}, { on: page.on, setWindowOpenHandler, getURL: () => DESK_PAGE });
    const away = preventable({ url: 'https://example.org/' });
    page.happen('will-navigate', away);
    expect(away.isPrevented).toBe(true);
    expect(setWindowOpenHandler).toHaveBeenCalledOnce();
  });

  test('[1] accepts no certificate that has a fault', () => {
    const { events } = guardedApp();
    const event = preventable({});
    const callback = vi.fn<(...values: unknown[]) => void>();
    events.happen('certificate-error', event, {}, 'https://example.org', 'net::ERR', {}, callback);
    expect(callback).toHaveBeenCalledExactlyOnceWith(false);
    expect(event.isPrevented).toBe(true);
  });

  test('shows nobody a certificate of its own', () => {
    const { events } = guardedApp();
    const event = preventable({});
    const callback = vi.fn<(...values: unknown[]) => void>();
    events.happen('select-client-certificate', event, {}, 'https://example.org', [{ data: 'x' }], callback);
    expect(callback).toHaveBeenCalledExactlyOnceWith();
    expect(event.isPrevented).toBe(true);
  });
});

describe('a session', () => {
  function guardedSession() {
    const fake = fakeSession();
    guardSession(fake.session);
    return fake;
  }

  test.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'fullscreen',
    'openExternal',
    'unknown',
  ] as const)('[5, 15] grants no page the permission %s', (permission) => {
    const { told } = guardedSession();
    const callback = vi.fn<(...values: unknown[]) => void>();
    told.setPermissionRequestHandler.mock.lastCall?.[0]?.({} as WebContents, permission, callback, {
      isMainFrame: true,
      requestingUrl: DESK_PAGE,
    });
    expect(callback).toHaveBeenCalledExactlyOnceWith(false);
    const check = told.setPermissionCheckHandler.mock.lastCall?.[0];
    expect(check?.(null, permission, 'app://desk', { isMainFrame: true, requestingUrl: DESK_PAGE })).toBe(false);
  });

  test('[5] grants no device', () => {
    const { told } = guardedSession();
    const handler = told.setDevicePermissionHandler.mock.lastCall?.[0];
    for (const deviceType of ['hid', 'serial', 'usb'] as const) {
      // The handler looks at nothing of the device.
      expect(handler?.({ deviceType, origin: 'app://desk', device: {} as never })).toBe(false);
    }
  });

  test('[5] lets nobody record the screen', () => {
    const { told } = guardedSession();
    const callback = vi.fn<(...values: unknown[]) => void>();
    told.setDisplayMediaRequestHandler.mock.lastCall?.[0]?.({} as never, callback); // looks at nothing of the request
    expect(callback).toHaveBeenCalledExactlyOnceWith(null);
  });

  test('[1] trusts no server', () => {
    const { told } = guardedSession();
    const callback = vi.fn<(...values: unknown[]) => void>();
    told.setCertificateVerifyProc.mock.lastCall?.[0]?.({} as never, callback); // looks at nothing of the certificate
    expect(callback).toHaveBeenCalledExactlyOnceWith(-2);
  });

  test('[1] loads nothing from a network or from the disk', () => {
    const { told } = guardedSession();
    const [filter, listener] = told.onBeforeRequest.mock.lastCall ?? [];
    expect(filter).toEqual({
      urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'],
    });
    const callback = vi.fn<(...values: unknown[]) => void>();
    listener({ url: 'https://example.org/' }, callback);
    expect(callback).toHaveBeenCalledExactlyOnceWith({ cancel: true });
  });

  test('has no spelling service', () => {
    expect(guardedSession().told.setSpellCheckerEnabled).toHaveBeenCalledExactlyOnceWith(false);
  });

  test.each([
    ['blob:app://desk/0b2e', 'application/pdf', false],
    ['blob:app://desk/0b2e', 'application/x-pem-file', false],
    ['blob:app://desk/0b2e', 'text/html', true],
    ['blob:app://desk/0b2e', 'application/x-msdownload', true],
    ['blob:app://desk.elsewhere/1', 'application/pdf', true],
    ['https://example.org/a.pdf', 'application/pdf', true],
    ['app://desk/desk/index.html', 'text/html', true],
    ['data:application/pdf,x', 'application/pdf', true],
  ])('lets out only letters and public keys of the desk: %s as %s', (address, mimeType, isRefused) => {
    const { happen } = guardedSession();
    const event = preventable({});
    happen('will-download', event, { getURL: () => address, getMimeType: () => mimeType });
    expect(event.isPrevented).toBe(isRefused);
  });
});
