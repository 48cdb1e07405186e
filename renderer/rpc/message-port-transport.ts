import { RPCLink } from '@orpc/client/message-port';
import type { OpenedLink, Transport } from './transport.ts';

const PORT_MESSAGE = 'tandem:port';

/**
 * The line of the desktop shell: the preload script posts a MessagePort to the page, and another one after the office
 * process was started anew. Ports that come before somebody asks are kept.
 */
export function messagePortTransport(): Transport {
  const arrived: MessagePort[] = [];
  const waiting: ((port: MessagePort) => void)[] = [];
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    // Security: only the page's own window may hand over a line; a frame inside the page may not.
    if (event.source !== window || event.data !== PORT_MESSAGE) return;
    const port = event.ports[0];
    if (!port) return;
    const next = waiting.shift();
    if (next) next(port);
    else arrived.push(port);
  });
  return async () => {
    const port = arrived.shift() ?? (await new Promise<MessagePort>((resolve) => waiting.push(resolve)));
    return openPort(port);
  };
}

function openPort(port: MessagePort): OpenedLink {
  const link = new RPCLink({ port });
  const whenClosed = new Promise<void>((closed) => {
    port.addEventListener('close', () => closed(), { once: true });
  });
  port.start();
  return { link, whenClosed };
}
