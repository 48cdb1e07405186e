import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { DeskClient } from '../desk-client.ts';
import type { LinePort } from '../desktop/shell-port.ts';

/**
 * A line with Node's ports, of which one end behaves as Electron's do: messages come wrapped, wait for `start`, and a
 * close is told to the other end only.
 */
export function createLine(): { office: LinePort; screen: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  return { office: asLinePort(port1), screen: port2 };
}

export function asLinePort(port: MessagePort): LinePort {
  const listeners = new Set<(message: { data: unknown }) => void>();
  const held: unknown[] = [];
  let isStarted = false;
  let isClosedHere = false;
  const tell = (data: unknown): void => {
    for (const listener of listeners) listener({ data });
  };
  port.on('message', (data: unknown) => (isStarted ? tell(data) : held.push(data)));
  return {
    on(event: 'message' | 'close', listener: (message: { data: unknown }) => void) {
      if (event === 'message') listeners.add(listener);
      else port.on('close', () => !isClosedHere && (listener as () => void)());
    },
    postMessage: (message) => port.postMessage(message),
    start: () => {
      isStarted = true;
      for (const data of held.splice(0)) tell(data);
    },
    close: () => {
      isClosedHere = true;
      port.close();
    },
  };
}

/** The contract over the screen's end of a line, as the desk's page has it. */
export function clientOver(screen: MessagePort): DeskClient {
  // Node's port has the browser's interface, too; the types of the two do not know each other.
  const port = screen as unknown as ConstructorParameters<typeof RPCLink>[0]['port'];
  const client: DeskClient = createORPCClient(new RPCLink({ port }));
  screen.start();
  return client;
}
