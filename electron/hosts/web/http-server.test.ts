import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPageFiles } from '../../../shared/node/page-files.ts';
import { type DeskServer, startDeskServer } from './http-server.ts';
import { createDeskAccess, type DeskAccess } from './one-time-token.ts';

let folder: string;
let access: DeskAccess;
let desk: DeskServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-http-'));
  mkdirSync(join(folder, 'renderer', 'desk'), { recursive: true });
  writeFileSync(join(folder, 'secret.js'), 'outside');
  writeFileSync(join(folder, 'renderer', 'desk', 'index.html'), '<!doctype html>desk');
  writeFileSync(join(folder, 'renderer', 'desk', 'main-abc.js'), 'export {}');
  access = createDeskAccess();
  desk = await startDeskServer({
    port: 0,
    access,
    files: readPageFiles(join(folder, 'renderer')),
    answerSecondStart: () => false,
  });
});
afterEach(() => {
  desk.server.close();
  desk.server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A plain request: fetch would tidy the path and refuse to set Host. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const port = Number(desk.authority.split(':')[1]);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers: { host: desk.authority, ...headers } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

async function signedCookie(): Promise<string> {
  const { headers } = await ask(`/desk/?token=${access.issueToken()}`);
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

test('a token is exchanged for a cookie that scripts and other sites do not get', async () => {
  const token = access.issueToken();
  const first = await ask(`/desk/?token=${token}`);
  expect(first.status).toBe(303);
  expect(first.headers.location).toBe('/desk/');
  expect(first.headers['set-cookie']?.[0]).toMatch(/^tandem-desk-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  expect((await ask(`/desk/?token=${token}`)).status).toBe(403);
});

test('a look ahead does not use the token up', async () => {
  const token = access.issueToken();
  expect((await ask(`/desk/?token=${token}`, {}, 'HEAD')).status).toBe(403);
  expect((await ask(`/desk/?token=${token}`)).status).toBe(303);
});

describe('with the cookie', () => {
  test('the desk, its screens and its files are served, pages uncached', async () => {
    const cookie = await signedCookie();
    const page = await ask('/desk/', { cookie });
    expect([page.status, page.body, page.headers['cache-control']]).toEqual([200, '<!doctype html>desk', 'no-store']);
    expect((await ask('/desk/people/0190', { cookie })).body).toBe('<!doctype html>desk');
    const script = await ask('/desk/main-abc.js', { cookie });
    expect([script.status, script.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect((await ask('/', { cookie })).headers.location).toBe('/desk/');
  });

  test.each([
    '/../secret.js',
    '/desk/../../secret.js',
    '/desk/%2e%2e/%2e%2e/secret.js',
    '/desk/..%2f..%2fsecret.js',
    '/secret.js',
    '/desk/none.js',
    '//elsewhere/desk/',
  ])('nothing outside the built renderer is served: %s', async (path) => {
    const answer = await ask(path, { cookie: await signedCookie() });
    expect(answer.status).not.toBe(200);
    expect(answer.body).not.toContain('outside');
  });

  test('only reading is allowed', async () => {
    expect((await ask('/desk/', { cookie: await signedCookie() }, 'POST')).status).toBe(405);
  });
});

test.each(['/desk/', '/desk/main-abc.js', '/', '/anything'])(
  'without the cookie, %s says only how to get in',
  async (path) => {
    const answer = await ask(path, { 'accept-language': 'en-GB' });
    expect(answer.status).toBe(403);
    expect(answer.body).toContain('Start Tandem again');
  },
);

test.each(['localhost', 'desk.example', '127.0.0.1', '127.0.0.1:1'])(
  'another name for this host is refused: %s',
  async (host) => {
    expect((await ask('/desk/', { host, cookie: await signedCookie() })).status).toBe(421);
  },
);

test('every answer carries the security headers', async () => {
  for (const answer of [
    await ask('/desk/'),
    await ask('/desk/', { cookie: await signedCookie() }),
    await ask('/x', { host: 'elsewhere' }),
  ]) {
    expect(answer.headers['content-security-policy']).toBe(
      [
        "default-src 'none'",
        "script-src 'self'",
        `connect-src 'self' ws://${desk.authority}`,
        "img-src 'self' data:",
        "font-src 'self' data:",
        "style-src 'self' 'unsafe-inline'",
        "frame-src 'self' blob: about:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
    );
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  }
});

test('it listens on the loopback address only', () => {
  expect(desk.server.address()).toMatchObject({ address: '127.0.0.1' });
});
