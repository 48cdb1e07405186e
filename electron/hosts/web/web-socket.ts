import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Connection } from '../../office/access/session.ts';
import type { Office } from '../../office/office.ts';
import { rpcOptions } from '../../office/rpc/rpc-options.ts';
import { carriesDeskCookie, namesThisHost } from './http-server.ts';
import type { DeskAccess } from './one-time-token.ts';

/** A note of 20,000 characters, each escaped, with room to spare; nothing that a screen sends is larger. */
const LARGEST_MESSAGE_BYTES = 256 * 1024;
const MOST_CONNECTIONS = 32;
/** Calls that one connection may have open; a screen has a handful. */
const MOST_CALLS_AT_ONCE = 256;

/** What oRPC's peer reads: id, kind (nothing: a call; 4: it is aborted) and the call. Nothing else is let through to it. */
const Frame = z.union([
  z.strictObject({ i: z.string().max(40), t: z.literal(4), p: z.unknown().optional() }),
  z.strictObject({
    i: z.string().max(40),
    p: z.strictObject({
      u: z
        .string()
        .max(200)
        .regex(/^\/[A-Za-z0-9/_-]*$/),
      b: z.unknown().optional(),
      h: z.record(z.string(), z.unknown()).optional(),
      m: z.string().max(10).optional(),
    }),
  }),
]);

export interface DeskSocketOptions {
  server: Server;
  authority: string;
  access: DeskAccess;
  office: Office;
}

/** Answers the contract at `/rpc/desk`. Each WebSocket is one connection of the office, and its session ends with it. */
export function serveDeskSocket({ server, authority, access, office }: DeskSocketOptions): { close(): void } {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LARGEST_MESSAGE_BYTES,
    perMessageDeflate: false,
    clientTracking: true,
  });
  // The office builds its router from the contract's own list, so that its type is known at run time only.
  const router = office.routerFor('desk') as AnyRouter;
  const handler = new RPCHandler<{ connection: Connection }>(router, rpcOptions);

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const refusal =
      refuseUpgrade(request, authority, access) ??
      (sockets.clients.size >= MOST_CONNECTIONS ? '503 Service Unavailable' : null);
    if (refusal) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = office.connect('desk');
      webSocket.on('close', () => office.disconnect(connection));
      // A broken frame or one that is too large: ws closes the connection itself and says so here.
      webSocket.on('error', () => webSocket.terminate());
      void handler.upgrade(onlyWellFormed(webSocket), { context: { connection } });
    });
  });

  return {
    close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

function refuseUpgrade(request: IncomingMessage, authority: string, access: DeskAccess): string | null {
  if (!namesThisHost(request, authority)) return '421 Misdirected Request';
  if (request.url !== '/rpc/desk') return '404 Not Found';
  // Security: exact match. Browsers send a stranger's page's origin along, and the same-origin rule does not hold for WebSockets.
  if (request.headers.origin !== `http://${authority}`) return '403 Forbidden';
  if (!carriesDeskCookie(request, authority, access)) return '403 Forbidden';
  return null;
}

type PeerSocket = Pick<WebSocket, 'addEventListener' | 'send'>;
type MessageListener = (event: { data: string }) => void;

/**
 * Hands on only messages of the right form. oRPC writes the text of a parse error to the console, and with it what was
 * sent; such a connection is closed here instead.
 */
function onlyWellFormed(webSocket: WebSocket): PeerSocket {
  const open = new Set<string>();
  const addEventListener = (type: string, listener: unknown): void => {
    if (type !== 'message') {
      webSocket.addEventListener('close', listener as () => void);
      return;
    }
    webSocket.on('message', (bytes, isBinary) => {
      // With the default binaryType, ws hands over one Buffer.
      const text = isBinary ? null : (bytes as Buffer).toString('utf8');
      const frame = text === null ? null : parseFrame(text);
      if (text === null || !frame) return webSocket.close(1008);
      if ('t' in frame) open.delete(frame.i);
      else open.add(frame.i);
      if (open.size > MOST_CALLS_AT_ONCE) return webSocket.close(1008);
      (listener as MessageListener)({ data: text });
    });
  };
  const send: PeerSocket['send'] = (message: Parameters<PeerSocket['send']>[0]) => {
    if (typeof message === 'string') forgetAnswered(open, message);
    // A reply to a window that was closed meanwhile has nobody to go to.
    if (webSocket.readyState === webSocket.OPEN) webSocket.send(message);
  };
  // oRPC uses these two only, with the event types 'message' and 'close'.
  return { addEventListener, send };
}

/** The start of a message to the screen: which call it answers, and whether more follows. */
const ANSWER = /^\{"i":"([^"]{1,40})"(?:,"t":(\d))?(?:,"p":\{(?:"e":"(\w+)"|"h":\{[^}]*(event-stream))?)?/;

/** A call is over with its reply; one that streams, with the stream's end. */
function forgetAnswered(open: Set<string>, message: string): void {
  const [, id, type, event, stream] = ANSWER.exec(message.slice(0, 300)) ?? [];
  if (id && !stream && (type !== '3' || event === 'done' || event === 'error')) open.delete(id);
}

function parseFrame(text: string): z.infer<typeof Frame> | null {
  try {
    return Frame.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
