import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { findPageFile, type PageFile } from '../../../shared/node/page-files.ts';
import { notAdmittedPage } from './not-admitted-page.ts';
import type { DeskAccess } from './one-time-token.ts';
import { securityHeaders } from './security-headers.ts';

export interface DeskServer {
  server: Server;
  /** `127.0.0.1:PORT`. */
  authority: string;
}

export interface DeskServerOptions {
  /** 0: a free one. */
  port: number;
  access: DeskAccess;
  files: ReadonlyMap<string, PageFile>;
  /** Answers a request of a second start (single-instance.ts); false when it is none. */
  answerSecondStart(request: IncomingMessage, response: ServerResponse): boolean;
}

/** Serves the desk on the loopback address only: whoever sits at this machine, and nobody in the network. */
export async function startDeskServer(options: DeskServerOptions): Promise<DeskServer> {
  const server = createServer({ maxHeaderSize: 8 * 1024, requestTimeout: 10_000, headersTimeout: 5_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port');
  const authority = `127.0.0.1:${address.port}`;
  server.on('request', (request, response) => answer(options, authority, request, response));
  return { server, authority };
}

/**
 * Whether the request names this host. Security: another name that a stranger's page lets point to 127.0.0.1 (DNS
 * rebinding) would else read the desk as its own origin.
 */
export function namesThisHost(request: IncomingMessage, authority: string): boolean {
  return request.headers.host === authority;
}

/** Whether the request carries a cookie that a one-time token was exchanged for. */
export function carriesDeskCookie(request: IncomingMessage, authority: string, access: DeskAccess): boolean {
  const name = cookieName(authority);
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.some((pair) => pair.startsWith(`${name}=`) && access.admits(pair.slice(name.length + 1)));
}

/** Cookies know no ports: two hosts on one machine would overwrite each other's without the port in the name. */
function cookieName(authority: string): string {
  return `tandem-desk-${authority.split(':')[1]}`;
}

function answer(
  options: DeskServerOptions,
  authority: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  for (const [name, value] of Object.entries(securityHeaders(authority))) response.setHeader(name, value);
  if (!namesThisHost(request, authority)) return end(response, 421);
  if (options.answerSecondStart(request, response)) return;
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
  // Browsers ask for it by themselves; the pages bring their own.
  if (request.url === '/favicon.ico') return end(response, 204);
  const url = parseUrl(request, authority);
  if (!url) return end(response, 400);
  const token = url.pathname === '/desk/' ? url.searchParams.get('token') : null;
  if (token !== null) return exchangeToken(options.access, token, authority, request, response);
  if (!carriesDeskCookie(request, authority, options.access)) return refuse(request, response);
  if (url.pathname === '/') return redirect(response, '/desk/');
  const file = findPageFile(options.files, url.pathname);
  if (!file) return end(response, 404);
  // The name of a built asset holds the hash of its content; pages stay uncached.
  if (!file.contentType.startsWith('text/html'))
    response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
  response.setHeader('Content-Type', file.contentType);
  response.setHeader('Content-Length', file.body.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : file.body);
}

function exchangeToken(
  access: DeskAccess,
  token: string,
  authority: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  // A window that is opened again with the address it was started with has its cookie already.
  if (carriesDeskCookie(request, authority, access)) return redirect(response, '/desk/');
  // A look ahead (HEAD) must not use the token up.
  const cookie = request.method === 'GET' ? access.redeem(token) : null;
  if (!cookie) return refuse(request, response);
  response.setHeader('Set-Cookie', `${cookieName(authority)}=${cookie}; HttpOnly; SameSite=Strict; Path=/`);
  redirect(response, '/desk/');
}

function refuse(request: IncomingMessage, response: ServerResponse): void {
  const page = notAdmittedPage(request.headers['accept-language'] ?? '');
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.writeHead(403).end(request.method === 'HEAD' ? undefined : page);
}

function redirect(response: ServerResponse, path: string): void {
  response.writeHead(303, { Location: path }).end();
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

function parseUrl(request: IncomingMessage, authority: string): URL | null {
  // Only addresses of this host: `GET http://elsewhere/` is for proxies.
  if (!request.url?.startsWith('/')) return null;
  const url = URL.parse(request.url, `http://${authority}`);
  // `//elsewhere/desk/` is read as another host's address.
  return url?.host === authority ? url : null;
}
