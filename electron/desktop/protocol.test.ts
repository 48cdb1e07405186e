import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DESK_PAGE, SCREEN_PAGES } from '../../shared/desktop/desk-page.ts';
import { readPageFiles } from '../../shared/node/page-files.ts';
import { screenHeaders } from '../hosts/screens/screen-page.ts';
import { securityHeaders } from '../hosts/web/security-headers.ts';
import { createDeskHandler, createPrintHandler, createScreenHandler, PAGE_SCHEMES } from './protocol.ts';

// The numbers in brackets are the points of Electron's security checklist (docs/electron-checklist.md).

let folder: string;
let answer: (url: string, method?: string) => Promise<Response>;
let answerScreen: typeof answer;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-protocol-'));
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'desk', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'outside');
  writeFileSync(join(renderer, 'desk', 'index.html'), '<!doctype html>desk');
  writeFileSync(join(renderer, 'desk', 'assets', 'main-abc.js'), 'export {}');
  writeFileSync(join(renderer, 'desk', 'assets', 'font.woff2'), 'font');
  writeFileSync(join(renderer, 'desk', 'assets', 'notes.txt'), 'not for pages');
  for (const kind of ['kiosk', 'display']) {
    mkdirSync(join(renderer, kind, 'assets'), { recursive: true });
    writeFileSync(join(renderer, kind, 'index.html'), `<!doctype html>${kind}`);
    writeFileSync(join(renderer, kind, 'assets', '21-abc.ogg'), kind);
  }
  const screens = createScreenHandler(readPageFiles(renderer));
  answerScreen = async (url, method = 'GET') => await screens(requestOf(url, method));
  const handler = createDeskHandler(readPageFiles(renderer), 'de-DE');
  answer = async (url, method = 'GET') => await handler(requestOf(url, method));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function requestOf(url: string, method = 'GET'): Request {
  // The handler reads these two of a request; a real one would tidy the address.
  return { url, method } as Request;
}

test('[18] the scheme is standard and secure, lets a page fetch its own files, and has no other privilege', () => {
  expect(PAGE_SCHEMES).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
});

describe('the desk', () => {
  test.each([
    [DESK_PAGE, 'text/html; charset=utf-8', '<!doctype html>desk'],
    [`${DESK_PAGE}?a=b#c`, 'text/html; charset=utf-8', '<!doctype html>desk'],
    [`${DESK_PAGE}people/0190`, 'text/html; charset=utf-8', '<!doctype html>desk'],
    ['app://desk/desk/assets/main-abc.js', 'text/javascript; charset=utf-8', 'export {}'],
    ['app://desk/desk/assets/font.woff2', 'font/woff2', 'font'],
  ])('answers %s', async (url, type, body) => {
    const response = await answer(url);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, body]);
  });

  test.each([
    'app://desk',
    'app://desk/',
    'app://desk/secret.js',
    'app://desk/../secret.js',
    'app://desk/desk/../../secret.js',
    'app://desk/desk/%2e%2e/%2e%2e/secret.js',
    'app://desk/desk/..%2f..%2fsecret.js',
    'app://desk/desk/..\\..\\secret.js',
    'app://desk/desk/%2e%2e%5c%2e%2e%5csecret.js',
    'app://desk//etc/passwd',
    'app://desk/desk/assets/notes.txt',
    'app://desk/desk/none.js',
    'app://desk/away/elsewhere',
    'app://desk.elsewhere/desk/',
    'app://deskx/desk/',
    'app://DESK/desk/',
    'app://elsewhere/desk/',
    'app://desk@elsewhere/desk/',
    'app://name:word@desk/desk/',
    'app://desk:80/desk/',
    'app://print/1',
    'https://desk/desk/',
    'file:///etc/passwd',
    'nonsense',
    '',
  ])('[18] does not answer %j', async (url) => {
    const response = await answer(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  test.each(['POST', 'PUT', 'HEAD', 'OPTIONS'])('only hands out: %s', async (method) => {
    expect((await answer(DESK_PAGE, method)).status).toBe(405);
  });

  test('[7] every answer has the headers of the browser host, without its WebSocket', async () => {
    const expected = new Headers(securityHeaders('127.0.0.1:1'));
    const policy = expected.get('content-security-policy')?.replace(' ws://127.0.0.1:1', '') ?? '';
    expect(policy).toContain("script-src 'self';");
    expected.set('content-security-policy', policy);
    for (const url of [DESK_PAGE, 'app://desk/desk/assets/main-abc.js', 'app://desk/away/failed', 'app://elsewhere/']) {
      const { headers } = await answer(url);
      for (const [name, value] of expected) expect([name, headers.get(name)]).toEqual([name, value]);
    }
  });

  test.each([
    ['in-use', 'hat die Daten dieser Beratungsstelle geöffnet'],
    ['failed', 'mehrmals stehen geblieben'],
  ])('says calmly why it can not be used: %s', async (why, words) => {
    const response = await answer(`app://desk/away/${why}`);
    const html = await response.text();
    expect([response.status, html.includes(words), html.includes(`href="${DESK_PAGE}"`)]).toEqual([200, true, true]);
    expect(html).not.toMatch(/<script|onclick|javascript:/);
  });

  test('says so in English on an English computer', async () => {
    const handler = createDeskHandler(new Map(), 'en-GB');
    const response = await handler(requestOf('app://desk/away/failed'));
    expect(await response.text()).toMatch(/<html lang="en"[^]*Tandem cannot work just now/);
  });
});

describe('kiosk and display', () => {
  test.each([
    [SCREEN_PAGES.kiosk, '<!doctype html>kiosk'],
    [SCREEN_PAGES.display, '<!doctype html>display'],
    ['app://screen/display/assets/21-abc.ogg', 'display'],
  ])('are answered: %s', async (url, body) => {
    const response = await answerScreen(url);
    expect([response.status, await response.text()]).toEqual([200, body]);
  });

  test.each([
    'app://screen/desk/',
    'app://screen/desk/assets/main-abc.js',
    'app://screen/',
    'app://screen',
    'app://screen/kiosk/../desk/index.html',
    'app://screen/kiosk/%2e%2e/desk/index.html',
    'app://screen.elsewhere/kiosk/',
    'app://desk/kiosk/',
    DESK_PAGE,
    'app://print/1',
    '',
  ])('[18] do not answer %j', async (url) => {
    expect((await answerScreen(url)).status).toBe(404);
  });

  test('only hand out', async () => {
    expect((await answerScreen(SCREEN_PAGES.kiosk, 'POST')).status).toBe(405);
  });

  test('[7] have the headers of the office network, without its WebSocket', async () => {
    const expected = new Headers(screenHeaders('10.0.0.1:1'));
    const policy = expected.get('content-security-policy')?.replace(' ws://10.0.0.1:1', '') ?? '';
    expected.set('content-security-policy', policy);
    const { headers } = await answerScreen(SCREEN_PAGES.kiosk);
    for (const [name, value] of expected) expect([name, headers.get(name)]).toEqual([name, value]);
  });
});

describe('a document that waits for the printer', () => {
  const handler = createPrintHandler(new Map([['7', '<!doctype html>Brief']]));

  test('is there under its number', async () => {
    const response = await handler(requestOf('app://print/7'));
    expect([response.status, await response.text()]).toEqual([200, '<!doctype html>Brief']);
  });

  test.each([
    'app://print/8',
    'app://print/',
    'app://print',
    'app://print/7/',
    'app://print.elsewhere/7',
    'app://desk/7',
    'app://desk/desk/',
  ])('there is nothing else: %s', async (url) => expect((await handler(requestOf(url))).status).toBe(404));

  test('is only handed out', async () => {
    expect((await handler(requestOf('app://print/7', 'POST'))).status).toBe(404);
  });

  test('[7] runs no code and loads nothing', async () => {
    const { headers } = await handler(requestOf('app://print/7'));
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

test('a folder that is not there is no empty desk', () => {
  expect(() => readPageFiles(join(folder, 'none'))).toThrow('ENOENT');
});
