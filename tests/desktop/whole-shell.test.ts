import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { MessagePortMain, UtilityProcess } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startShell } from '../../electron/desktop/shell.ts';
import { preventable } from '../../electron/desktop/testing/events.ts';
import { fakeElectron } from '../../electron/desktop/testing/fake-electron.ts';
import { serveShell } from '../../electron/hosts/desktop/serve-shell.ts';
import { takeInstanceLock } from '../../electron/hosts/instance-lock.ts';
import { startTraining } from '../../electron/hosts/start-training.ts';
import { asLinePort, clientOver } from '../../electron/hosts/testing/line-ports.ts';
import { createOffice } from '../../electron/office/office.ts';
import type { Ports } from '../../electron/office/ports.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-whole-shell-'));
  mkdirSync(join(folder, 'dist', 'renderer', 'desk'), { recursive: true });
  writeFileSync(join(folder, 'dist', 'renderer', 'desk', 'index.html'), 'desk');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/**
 * The whole shell and the whole office in one process: Electron's windows are doubles, but every message between shell
 * and office is copied as between two processes, and every line is a real pair of ports.
 */
async function wholeShell() {
  const fake = fakeElectron();
  const offered: Pick<Ports, 'printer' | 'keychain'>[] = [];
  let forked = 0;

  fake.electron.forkOffice = () => {
    const [toShell, toOffice] = [new EventEmitter(), new EventEmitter()];
    const lines: MessagePort[] = [];
    let isGone = false;
    const end = (): void => {
      if (isGone) return;
      isGone = true;
      for (const line of lines) line.close();
      toShell.emit('exit', 0);
    };
    forked += 1;
    serveShell({
      shell: {
        on: (event, listener) => toOffice.on(event, listener),
        postMessage: (message) => !isGone && toShell.emit('message', structuredClone(message)),
      },
      createOffice: (ports) => {
        offered.push(ports);
        return createOffice({
          ...ports,
          log: { write: () => {} },
          passphraseCost: { memoryKiB: 8, passes: 1, lanes: 1 },
          fontFaceCss: '',
          programVersion: '1.0.0',
        });
      },
      startTraining,
      loadScreenFiles: () => new Map(),
      exit: end,
    });
    return {
      on: toShell.on.bind(toShell) as unknown as UtilityProcess['on'], // see electron/desktop/testing/events.ts
      postMessage: (message, ports: unknown[] = []) => {
        lines.push(...(ports as MessagePort[]));
        const data = structuredClone(message);
        queueMicrotask(() => toOffice.emit('message', { data, ports: (ports as MessagePort[]).map(asLinePort) }));
      },
      kill: () => {
        end();
        return true;
      },
    };
  };
  fake.electron.createChannel = () => {
    const { port1, port2 } = new MessageChannel();
    // The shell only hands ports on.
    return { port1: port1 as unknown as MessagePortMain, port2: port2 as unknown as MessagePortMain };
  };
  startShell(fake.electron, {
    root: folder,
    env: { TANDEM_DATA: join(folder, 'office') },
    platform: 'linux',
    home: folder,
    args: ['--training'],
  });
  await fake.becomeReady();

  /** The page that is at the desk takes the line that it was handed last. */
  const takeLine = async (number: number): Promise<MessagePort> => {
    await vi.waitFor(() => expect(fake.window.mainFrame.postMessage).toHaveBeenCalledTimes(number));
    return fake.window.mainFrame.postMessage.mock.calls[number - 1]?.[2][0];
  };
  return { fake, offered, forked: () => forked, takeLine };
}

type Client = ReturnType<typeof clientOver>;

async function signIn(client: Client): Promise<void> {
  const { trainingPassphrase, signInNames } = await client.office.status({});
  await client.access.signIn({ name: signInNames[0] ?? '', passphrase: trainingPassphrase ?? '', desk: 1 });
}

test('a day with the shell: sign in, lock with the computer, reload, quit', async () => {
  const { fake, offered, forked, takeLine } = await wholeShell();

  fake.pageIsReady();
  const desk = clientOver(await takeLine(1));
  await signIn(desk);
  expect((await desk.queue.today({})).tickets.length).toBeGreaterThan(0);

  const line = fake.window.mainFrame.postMessage.mock.calls[0]?.[2][0];
  const lineEnded = new Promise((resolve) => line.once('close', resolve));
  fake.power.happen('lock-screen');
  await lineEnded;
  const afterLock = clientOver(await takeLine(2));
  await expect(afterLock.queue.today({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await signIn(afterLock);

  // A secret goes through the shell's keychain and back.
  const wrapped = await offered[0]?.keychain?.wrap(new Uint8Array([1, 2, 3]));
  expect(await offered[0]?.keychain?.unwrap(wrapped ?? new Uint8Array())).toEqual(new Uint8Array([1, 2, 3]));
  const pdf = await offered[0]?.printer.printToPdf('<p>x</p>', { title: 'x', language: 'de' });
  expect(Buffer.from(pdf ?? []).toString()).toBe('PDF');

  // A stranger's page gets no line.
  fake.ipc.happen('tandem:ready', { sender: {}, senderFrame: fake.window.mainFrame });
  expect(fake.window.mainFrame.postMessage).toHaveBeenCalledTimes(2);

  // Loaded anew: another line, on which nobody is signed in.
  fake.window.contents.happen('did-navigate');
  fake.pageIsReady();
  const afterReload = clientOver(await takeLine(3));
  await expect(afterReload.queue.today({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });

  const before = preventable({});
  fake.app.happen('before-quit', before);
  expect(before.isPrevented).toBe(true);
  await vi.waitFor(() => expect(fake.calls.at(-1)).toBe('quit'), 10_000);
  expect(forked()).toBe(1);
});

test('data that the browser host has open is left to it, and the window says so', async () => {
  mkdirSync(join(folder, 'office'), { recursive: true });
  const lock = takeInstanceLock(join(folder, 'office'));
  const { fake, forked, takeLine } = await wholeShell();
  await vi.waitFor(() => expect(fake.calls.at(-1)).toBe('load app://desk/away/in-use'));
  lock?.release();

  // The link on that page leads back to the desk, and the desk asks for a line.
  fake.pageIsReady();
  const desk = clientOver(await takeLine(1));
  expect((await desk.office.status({})).phase).not.toBe('blocked');
  expect(forked()).toBe(2);
  fake.app.happen('before-quit', preventable({}));
  await vi.waitFor(() => expect(fake.calls.at(-1)).toBe('quit'), 10_000);
});
