import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { type ClientContext, createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import { createDrivenClock } from '../../electron/hosts/driven-clock.ts';
import { createOffice, type Office } from '../../electron/office/office.ts';
import { CONNECTION_KINDS, type ConnectionKind } from '../../shared/procedure.ts';
import { allProcedures, outcomeOf } from './procedures.ts';

let folder: string;
let office: Office;
const channels: MessageChannel[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-kinds-'));
  office = createOffice({
    clock: createDrivenClock('2026-11-23T08:00:00.000Z'),
    dataFolder: folder,
    printer: { printToPdf: () => Promise.reject(new Error('Nothing is printed here')) },
    keychain: null,
    log: { write: () => {} },
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
    fontFaceCss: '',
    programVersion: '1.0.0',
  });
  await office.start();
});
afterAll(async () => {
  for (const { port1 } of channels) port1.close();
  await office.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A connection of this kind over a message port, as the desktop shell makes it. */
function linkTo(kind: ConnectionKind): RPCLink<ClientContext> {
  const channel = new MessageChannel();
  channels.push(channel);
  // The office builds its router from the contract's own list, so that its type is known at run time only.
  const handler = new RPCHandler(office.routerFor(kind) as AnyRouter);
  handler.upgrade(channel.port1, { context: { connection: office.connect(kind) } });
  channel.port1.start();
  channel.port2.start();
  return new RPCLink({ port: channel.port2 });
}

test.each(CONNECTION_KINDS)('a %s reaches what is for it; the rest does not exist there', async (kind) => {
  const client: DeskClient = createORPCClient(linkTo(kind));
  for (const procedure of allProcedures) {
    const outcome = await outcomeOf(procedure.call(client, { nonsense: true }));
    const isThere = procedure.meta.access.from.includes(kind);
    const expected = !isThere
      ? 'NOT_FOUND'
      : procedure.meta.access.right === 'public'
        ? 'INVALID_INPUT'
        : 'UNAUTHENTICATED';
    expect(`${procedure.name}: ${outcome.split(' ')[0]}`).toBe(`${procedure.name}: ${expected}`);
  }
});

test.each([
  '__proto__/toString',
  'constructor/name',
  'queue',
  'queue/__proto__',
  'queue/today/then',
  'office/status ',

  '',
])('the address %j leads nowhere', async (path) => {
  const link = linkTo('desk');
  expect(await outcomeOf(Promise.resolve(link.call(path.split('/'), {}, { context: {} })))).toBe('NOT_FOUND');
});
