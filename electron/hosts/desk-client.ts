import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { WebSocket } from 'ws';
import type { Contract } from '../../shared/contract.ts';

export type DeskClient = ContractRouterClient<Contract>;

/** A connection to a web host, as a screen has one: a session of its own. */
export interface DeskConnection {
  client: DeskClient;
  /** Every message that the host sent, as it came. */
  received: readonly string[];
  close(): Promise<void>;
}

/** What opens the desk of one host: its address and the cookie that the one-time token was exchanged for. */
export interface DeskDoor {
  /** `127.0.0.1:PORT`. */
  authority: string;
  cookie: string;
}

/** Exchanges the one-time token in a host's address. Throws when the host does not take it. */
export async function openDoor(urlWithToken: string): Promise<DeskDoor> {
  const response = await fetch(urlWithToken, { redirect: 'manual' });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (response.status !== 303 || !cookie) throw new Error(`The host refused the token (${response.status})`);
  return { authority: new URL(urlWithToken).host, cookie };
}

/** Connects to the contract as a desk. Throws when the host refuses. */
export async function connectDesk(door: DeskDoor, options: { keepReceived?: boolean } = {}): Promise<DeskConnection> {
  const socket = new WebSocket(`ws://${door.authority}/rpc/desk`, {
    headers: { cookie: door.cookie },
    origin: `http://${door.authority}`,
    perMessageDeflate: false,
  });
  await once(socket, 'open');
  const received: string[] = [];
  if (options.keepReceived) socket.on('message', (bytes: Buffer) => received.push(bytes.toString('utf8')));
  // `ws` has the browser's WebSocket interface, but for events that oRPC does not use.
  const websocket = socket as unknown as globalThis.WebSocket;
  return {
    client: createORPCClient(new RPCLink({ websocket })),
    received,
    async close() {
      if (socket.readyState === WebSocket.CLOSED) return;
      socket.close();
      await once(socket, 'close');
    },
  };
}
