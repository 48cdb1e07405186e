import type { MessagePort } from 'node:worker_threads';
import { expect, vi } from 'vitest';
import type { PageKind } from '../../../shared/desktop/desk-page.ts';
import { FromOffice, type ToOffice } from '../../../shared/desktop/shell-messages.ts';
import type { Connection } from '../../office/access/session.ts';
import { createOffice } from '../../office/office.ts';
import type { Ports } from '../../office/ports.ts';
import type { DeskClient } from '../desk-client.ts';
import { serveShell } from '../desktop/serve-shell.ts';
import type { LinePort, ShellPort } from '../desktop/shell-port.ts';
import { startTraining } from '../start-training.ts';
import { clientOver, createLine } from './line-ports.ts';

/** An office process without the process: the real office behind the real messages, and a record of what it did. */
export interface TestOfficeProcess {
  tell(message: ToOffice, ...ports: LinePort[]): void;
  said: FromOffice[];
  exits: number[];
  /** What each office was created on. */
  offered: Pick<Ports, 'clock' | 'dataFolder' | 'printer' | 'slipPrinter' | 'screenHost' | 'keychain'>[];
  disconnected: Connection[];
  /** Resolves when it has said this. */
  heard(type: FromOffice['type']): Promise<void>;
  /** Connects a screen and gives its end of the line. */
  connectLine(kind?: PageKind): { screen: number; line: MessagePort };
  /** Connects a screen that speaks the contract. */
  connect(kind?: PageKind): { screen: number; client: DeskClient; closed: Promise<void>; send(message: unknown): void };
}

export function startTestOfficeProcess(): TestOfficeProcess {
  let listener: Parameters<ShellPort['on']>[1] = () => {};
  const said: FromOffice[] = [];
  const exits: number[] = [];
  const offered: TestOfficeProcess['offered'] = [];
  const disconnected: Connection[] = [];
  serveShell({
    shell: {
      on: (_event, toTell) => {
        listener = toTell;
      },
      postMessage: (message) => void said.push(FromOffice.parse(message)),
    },
    createOffice: (ports) => {
      offered.push(ports);
      const office = createOffice({
        ...ports,
        log: { write: () => {} },
        passphraseCost: { memoryKiB: 8, passes: 1, lanes: 1 },
        fontFaceCss: '',
        programVersion: '1.0.0',
      });
      return { ...office, disconnect: (connection) => (disconnected.push(connection), office.disconnect(connection)) };
    },
    startTraining,
    loadScreenFiles: () => new Map(),
    exit: (code) => void exits.push(code),
    leaveAfterMs: 0,
  });
  const tell = (message: ToOffice, ...ports: LinePort[]): void => listener({ data: message, ports });
  let screens = 0;
  const connectLine = (kind: PageKind = 'desk'): { screen: number; line: MessagePort } => {
    screens += 1;
    const { office, screen } = createLine();
    tell({ type: 'connect', screen: screens, kind }, office);
    return { screen: screens, line: screen };
  };
  return {
    tell,
    said,
    exits,
    offered,
    disconnected,
    heard: (type) => vi.waitFor(() => expect(said.map((message) => message.type)).toContain(type), 20_000),
    connectLine,
    connect(kind) {
      const { screen, line } = connectLine(kind);
      const closed = new Promise<void>((resolve) => line.once('close', () => resolve()));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a line, not a window
      const send = (message: unknown): void => line.postMessage(message);
      return { screen, client: clientOver(line), closed, send };
    },
  };
}
