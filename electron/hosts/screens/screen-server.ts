import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PageFile } from '../../../shared/node/page-files.ts';
import { SCREEN_KINDS, type ScreenKind } from '../../../shared/screens/screens.contract.ts';
import type { Connection } from '../../office/access/session.ts';
import type { Office } from '../../office/office.ts';
import { rpcOptions } from '../../office/rpc/rpc-options.ts';
import { onlyWellFormed } from '../web/well-formed.ts';
import { createAllowance, createAllowances } from './allowance.ts';
import { isOfficeAddress, namesThisComputer } from './office-network.ts';
import { findScreenFile, screenHeaders } from './screen-page.ts';

/** What a screen sends is a token, a language, a few topics. */
const LARGEST_MESSAGE_BYTES = 4 * 1024;
const MOST_SCREENS = 24;
const MOST_SCREENS_OF_ONE_ADDRESS = 6;
const MOST_SOCKETS = 128;
/** A page loads its files over six lines at once; a few screens of one computer have room. */
const MOST_SOCKETS_OF_ONE_ADDRESS = 40;
/** Lines that have not said yet who they are. One that shows its code keeps its place, others give way to newer ones. */
const MOST_STRANGERS = 12;
/** Somebody who asks for a page and never takes it, or takes for ever to ask. */
const PATIENCE_MS = 10_000;
const MOST_CALLS_AT_ONCE = 12;
/** A page with its voices is some 60 files at once. */
const REQUESTS = { burst: 240, perSecond: 10 };
const CALLS = { burst: 60, perSecond: 5 };
/** How often a screen is asked whether it is still there. */
const ALIVE_EVERY_MS = 20_000;

export interface ScreenServer {
  port: number;
  close(): Promise<void>;
}

export interface ScreenServerOptions {
  /** `127.0.0.1` for windows of this computer, `0.0.0.0` for the office network. */
  address: '127.0.0.1' | '0.0.0.0';
  /** 0: a free one. */
  port: number;
  files: ReadonlyMap<string, PageFile>;
  office: Pick<Office, 'routerFor' | 'connect' | 'disconnect'>;
  /** How long a line over which nothing goes is kept; ten seconds unless told. */
  patienceMs?: number;
}

/**
 * Serves kiosks and displays, and nothing else: no desk, no cookie, no other address. Rejects with the system's error
 * when the port can't be had.
 */
export async function startScreenServer(options: ScreenServerOptions): Promise<ScreenServer> {
  const patienceMs = options.patienceMs ?? PATIENCE_MS;
  const server = createServer({
    maxHeaderSize: 8 * 1024,
    requestTimeout: patienceMs,
    headersTimeout: patienceMs / 2,
    keepAliveTimeout: patienceMs / 2,
    // Node looks every half minute unless told: somebody who sends his question letter by letter would have that long.
    connectionsCheckingInterval: Math.min(1_000, patienceMs / 2),
  });
  server.maxConnections = MOST_SOCKETS;
  // Nothing sent and nothing taken: with a WebSocket it ends, which is asked by itself whether it is still there.
  server.setTimeout(patienceMs);
  fewOfEach(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.address, resolve);
  });
  server.removeAllListeners('error');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port');
  const { port } = address;
  const requests = createAllowances(REQUESTS);
  server.on('request', (request, response) => answer(options.files, port, requests, request, response));
  const sockets = serveSockets(server, port, options.office);
  return {
    port,
    async close() {
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Security: whoever opens line after line takes his own places, and none of the screens'. */
function fewOfEach(server: Server): void {
  const open = new Map<string, number>();
  server.on('connection', (socket) => {
    const from = socket.remoteAddress ?? '';
    const count = (open.get(from) ?? 0) + 1;
    if (count > MOST_SOCKETS_OF_ONE_ADDRESS) {
      socket.destroy();
      return;
    }
    open.set(from, count);
    socket.once('close', () => {
      const left = (open.get(from) ?? 1) - 1;
      if (left > 0) open.set(from, left);
      else open.delete(from);
    });
  });
}

/** Why a request is not answered at all; null: it may go on. */
function refusal(request: IncomingMessage, port: number): 403 | 421 | null {
  // Security: a router that forwards the port would else show the office to the whole world.
  if (!isOfficeAddress(request.socket.remoteAddress ?? '')) return 403;
  return namesThisComputer(request.headers.host, request.socket.localAddress, port) ? null : 421;
}

function answer(
  files: ReadonlyMap<string, PageFile>,
  port: number,
  requests: { take(address: string): boolean },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const refused = refusal(request, port);
  const headers = screenHeaders(refused === null ? (request.headers.host ?? '') : 'localhost');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (refused !== null) return end(response, refused);
  if (!requests.take(request.socket.remoteAddress ?? '')) return end(response, 429);
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405);
  // Browsers ask for it by themselves; the pages bring their own.
  if (request.url === '/favicon.ico') return end(response, 204);
  const path = pathOf(request);
  if (path === '/kiosk' || path === '/display') {
    response.writeHead(308, { Location: `${path}/` }).end();
    return;
  }
  const file = path === null ? null : findScreenFile(files, path);
  if (!file) return end(response, 404);
  // The name of a built asset holds the hash of its content; pages stay uncached.
  if (!file.contentType.startsWith('text/html'))
    response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
  response.setHeader('Content-Type', file.contentType);
  response.setHeader('Content-Length', file.body.length);
  response.writeHead(200).end(request.method === 'HEAD' ? undefined : file.body);
}

/** The path of an address of this host; what stands after `?` is no business of ours. */
function pathOf(request: IncomingMessage): string | null {
  if (!request.url?.startsWith('/') || request.url.startsWith('//')) return null;
  return URL.parse(request.url, 'http://screen')?.pathname ?? null;
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}

function serveSockets(server: Server, port: number, office: ScreenServerOptions['office']): { close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const handlers = new Map(
    SCREEN_KINDS.map((kind) => {
      // The office builds its router from the contract's own list, so that its type is known at run time only.
      const router = office.routerFor(kind) as AnyRouter;
      return [kind, new RPCHandler<{ connection: Connection }>(router, rpcOptions)] as const;
    }),
  );
  const ofAddress = new Map<string, number>();
  /** Every line, the oldest first. */
  const lines = new Map<Connection, WebSocket>();
  const tries = createAllowances({ burst: 20, perSecond: 0.5 });

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const from = request.socket.remoteAddress ?? '';
    const kind = kindOf(request);
    const refused =
      refuseUpgrade(request, port, kind) ?? whyTooMany(letIn(lines), ofAddress.get(from) ?? 0, tries.take(from));
    if (refused !== null || kind === null) {
      socket.end(`HTTP/1.1 ${refused ?? '404 Not Found'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = office.connect(kind);
      connection.address = from;
      makeRoom(lines);
      lines.set(connection, webSocket);
      connection.hangUp = () => webSocket.terminate();
      ofAddress.set(from, (ofAddress.get(from) ?? 0) + 1);
      const stopAsking = endWhenSilent(webSocket);
      webSocket.on('close', () => {
        stopAsking();
        ofAddress.set(from, (ofAddress.get(from) ?? 1) - 1);
        lines.delete(connection);
        office.disconnect(connection);
      });
      // A broken frame or one that is too large: ws closes the connection itself and says so here.
      webSocket.on('error', () => webSocket.terminate());
      const calls = createAllowance(CALLS);
      const limits = { mostCallsAtOnce: MOST_CALLS_AT_ONCE, mayCall: () => calls.take() };
      void handlers.get(kind)?.upgrade(onlyWellFormed(webSocket, limits), { context: { connection } });
    });
  });

  return {
    close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

/** How many lines belong to a screen that was let in. */
function letIn(lines: ReadonlyMap<Connection, WebSocket>): number {
  let count = 0;
  for (const { screen } of lines.keys()) if (screen) count += 1;
  return count;
}

/**
 * Security: lines that say nothing of themselves must not keep out a screen that the office knows. It is let in within a
 * moment and then counts no more among the strangers; of those the oldest that shows no code gives its place up.
 */
function makeRoom(lines: ReadonlyMap<Connection, WebSocket>): void {
  const strangers = [...lines].filter(([{ screen }]) => !screen);
  if (strangers.length < MOST_STRANGERS) return;
  strangers.find(([{ pairing }]) => !pairing)?.[1].terminate();
}

function whyTooMany(all: number, ofThisAddress: number, mayTry: boolean): string | null {
  if (!mayTry) return '429 Too Many Requests';
  if (all >= MOST_SCREENS || ofThisAddress >= MOST_SCREENS_OF_ONE_ADDRESS) return '503 Service Unavailable';
  return null;
}

function kindOf(request: IncomingMessage): ScreenKind | null {
  return SCREEN_KINDS.find((kind) => request.url === `/rpc/${kind}`) ?? null;
}

function refuseUpgrade(request: IncomingMessage, port: number, kind: ScreenKind | null): string | null {
  const refused = refusal(request, port);
  if (refused !== null) return refused === 403 ? '403 Forbidden' : '421 Misdirected Request';
  if (kind === null) return '404 Not Found';
  // Security: exact match. Browsers send a stranger's page's origin along, and the same-origin rule does not hold for WebSockets.
  return request.headers.origin === `http://${request.headers.host}` ? null : '403 Forbidden';
}

/** A screen whose plug was pulled says nothing at all; its place is free again after the next question. */
function endWhenSilent(webSocket: WebSocket): () => void {
  let isAlive = true;
  webSocket.on('pong', () => {
    isAlive = true;
  });
  const timer = setInterval(() => {
    if (!isAlive) return webSocket.terminate();
    isAlive = false;
    webSocket.ping();
  }, ALIVE_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
