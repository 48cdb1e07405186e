import { RPCLink } from '@orpc/client/websocket';
import type { OpenedLink, Transport } from './transport.ts';

/** The line of the browser host: same origin, the session cookie proves that this window may call. */
export function websocketTransport(path: string): Transport {
  return () =>
    new Promise<OpenedLink>((resolve, reject) => {
      const url = new URL(path, window.location.href);
      url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
      const socket = new WebSocket(url);
      const whenClosed = new Promise<void>((closed) => {
        socket.addEventListener('close', () => closed(), { once: true });
      });
      socket.addEventListener('open', () => resolve({ link: new RPCLink({ websocket: socket }), whenClosed }), {
        once: true,
      });
      socket.addEventListener('close', () => reject(new Error('The office did not answer')), { once: true });
    });
}
