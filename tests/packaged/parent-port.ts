import { EventEmitter } from 'node:events';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { asLinePort } from '../../electron/hosts/testing/line-ports.ts';

// Gives a thread what Electron gives a utility process: `process.parentPort`.
const toShell = new EventEmitter();
const held: unknown[] = [];
parentPort?.on('message', ({ message, ports }: { message: unknown; ports: MessagePort[] }) => {
  const event = { data: message, ports: ports.map(asLinePort) };
  // As in Electron, messages wait for the first who listens.
  if (!toShell.emit('message', event)) held.push(event);
});
toShell.on('newListener', () => {
  queueMicrotask(() => {
    for (const event of held.splice(0)) toShell.emit('message', event);
  });
});
Object.assign(process, {
  parentPort: {
    on: toShell.on.bind(toShell),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    postMessage: (message: unknown) => parentPort?.postMessage(message),
  },
});
