import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { WebSocketServer } from 'ws';
import type { Connection } from '../../office/access/session.ts';
import type { Office } from '../../office/office.ts';
import { rpcOptions } from '../../office/rpc/rpc-options.ts';
import { carriesDeskCookie, namesThisHost } from './http-server.ts';
import type { DeskAccess } from './one-time-token.ts';
import { onlyWellFormed } from './well-formed.ts';

/** A note of 20,000 characters, each escaped, with room to spare; nothing that a screen sends is larger. */
const LARGEST_MESSAGE_BYTES = 256 * 1024;
const MOST_CONNECTIONS = 32;
/** Calls that one connection may have open; a screen has a handful. */
const MOST_CALLS_AT_ONCE = 256;

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
      void handler.upgrade(onlyWellFormed(webSocket, { mostCallsAtOnce: MOST_CALLS_AT_ONCE }), {
        context: { connection },
      });
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
