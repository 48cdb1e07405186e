import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Instant } from '../../../shared/kernel/instants.ts';
import { readPageFiles } from '../../../shared/node/page-files.ts';
import { createOffice } from '../../office/office.ts';
import type { Clock } from '../../office/ports.ts';
import { createDrivenClock, type DrivenClock } from '../driven-clock.ts';
import { takeInstanceLock } from '../instance-lock.ts';
import { createNodePorts } from '../node-ports.ts';
import { type FromHost, ToHost } from '../parent-messages.ts';
import { createScreenHost } from '../screens/screen-host.ts';
import { startTraining } from '../start-training.ts';
import { systemClock } from '../system-clock.ts';
import { startDeskServer } from './http-server.ts';
import { createDeskAccess } from './one-time-token.ts';
import { askFirstHost, createSecondStartService } from './second-start.ts';
import { serveDeskSocket } from './web-socket.ts';

/**
 * The web host: the office behind an HTTP and WebSocket server on the loopback address.
 *
 *     node electron/hosts/web/main.ts --data DIR [--port N] [--open-token] [--clock system|driven] [--clock-start ISO] [--renderer DIR] [--training]
 *
 * Prints one line of JSON when it is ready: {"url","token","pid"}; the token, and the address with it, only with
 * --open-token. When another host has the data folder already, the line is that host's answer (second-start.ts).
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      'open-token': { type: 'boolean', default: false },
      clock: { type: 'string', default: 'system' },
      'clock-start': { type: 'string', default: new Date().toISOString() },
      renderer: { type: 'string', default: fileURLToPath(new URL('../renderer', import.meta.url)) },
      training: { type: 'boolean', default: false },
    },
  });
  if (!values.data) throw new Error('--data DIR is missing');
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port is a number up to 65535');
  if (values.clock !== 'system' && values.clock !== 'driven') throw new Error('--clock is system or driven');

  const dataFolder = resolve(values.data);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const lock = takeInstanceLock(dataFolder);
  if (!lock) {
    const answer = await askFirstHost(dataFolder);
    if (!answer) throw new Error('another process has this data folder and does not answer');
    say({ running: answer });
    return;
  }

  const clock = values.clock === 'driven' ? createDrivenClock(Instant.parse(values['clock-start'])) : systemClock;
  const screenHost = createScreenHost({ loadFiles: () => readPageFiles(values.renderer) });
  const office = createOffice(createNodePorts(dataFolder, clock, { screenHost }));
  screenHost.attach(office);
  await office.start();
  if (values.training) await startTraining(office);

  const access = createDeskAccess();
  const secondStart = createSecondStartService(dataFolder, access, askParentForWindow);
  const files = readPageFiles(values.renderer);
  const { server, authority } = await startDeskServer({ port, access, files, answerSecondStart: secondStart.answer });
  const sockets = serveDeskSocket({ server, authority, access, office });
  secondStart.publish(authority);

  let stopping: Promise<void> | null = null;
  const stop = (): void => {
    stopping ??= (async () => {
      secondStart.withdraw();
      sockets.close();
      server.close();
      server.closeAllConnections();
      await office.stop();
      await screenHost.stop();
      lock.release();
      process.exit(0);
    })();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  listenToParent(clock, stop);

  const desk = `http://${authority}/desk/`;
  const token = values['open-token'] ? access.issueToken() : null;
  say({ url: token ? `${desk}?token=${token}` : desk, token, pid: process.pid });
}

function listenToParent(clock: Clock | DrivenClock, stop: () => void): void {
  if (!process.send) return;
  // The window's process has ended: nobody can reach this host any more.
  process.on('disconnect', stop);
  process.on('message', (message) => {
    const parsed = ToHost.safeParse(message);
    if (!parsed.success || parsed.data.type !== 'clock' || !('moveTo' in clock)) return;
    clock.moveTo(parsed.data.now);
    tellParent({ type: 'clock-moved', now: clock.now() });
  });
}

/** Whether the process that started this host has a window and brought it to the front. */
async function askParentForWindow(): Promise<boolean> {
  if (!process.send) return false;
  return await new Promise((resolve) => {
    const settle = (done: boolean): void => {
      clearTimeout(patience);
      process.off('message', listen);
      resolve(done);
    };
    const listen = (message: unknown): void => {
      const parsed = ToHost.safeParse(message);
      if (parsed.success && parsed.data.type === 'in-front') settle(parsed.data.done);
    };
    const patience = setTimeout(() => settle(false), 2_000);
    process.on('message', listen);
    tellParent({ type: 'bring-to-front' });
  });
}

function tellParent(message: FromHost): void {
  if (process.connected) process.send?.(message);
}

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

main().catch((error: unknown) => {
  // Messages of our own argument checks and of the system (port in use, folder not writable); the office has its log.
  process.stderr.write(`tandem: ${error instanceof Error ? error.message : 'could not start'}\n`);
  process.exit(1);
});
