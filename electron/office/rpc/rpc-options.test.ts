import type { AnyRouter } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Connection } from '../access/session.ts';
import { officeOf } from '../office.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { rpcOptions } from './rpc-options.ts';

let office: TestOffice;
let send: (path: string, body: unknown) => Promise<unknown>;
beforeEach(async () => {
  office = await createTestOffice();
  const opened = officeOf(office.core);
  const handler = new RPCHandler<{ connection: Connection }>(opened.routerFor('desk') as AnyRouter, rpcOptions);
  let receive: (event: { data: string }) => void = () => {};
  let answered: (message: string) => void = () => {};
  void handler.upgrade(
    {
      addEventListener: (type: string, listener: unknown) => {
        if (type === 'message') receive = listener as typeof receive;
      },
      send: (message: unknown) => answered(String(message)),
    },
    { context: { connection: opened.connect('desk') } },
  );
  let call = 0;
  send = (path, body) =>
    new Promise((resolve) => {
      answered = (message) => resolve((JSON.parse(message) as { p: { b: unknown } }).p.b);
      call += 1;
      receive({ data: JSON.stringify({ i: String(call), p: { u: path, b: body } }) });
    });
});
afterEach(() => office.close());

const refused = {
  json: { defined: true, code: 'INVALID_INPUT', status: 400, message: 'INVALID_INPUT', data: { fields: [] } },
};

it.each([
  ['a value at a place that is not there', { json: {}, meta: [[1, 'name']] }],
  ['a place on the prototype', { json: {}, meta: [[1, '__proto__', 'x']] }],
  ['a big integer that is none', { json: { name: 'echo' }, meta: [[0, 'name']] }],
  ['a big integer without end', { json: { name: '9'.repeat(50_000) }, meta: [[0, 'name']] }],
  ['a pattern that is none', { json: { name: '/(echo/x' }, meta: [[5, 'name']] }],
  ['an address that is none', { json: { name: 'http://[echo' }, meta: [[4, 'name']] }],
  ['nothing', null],
])('tells in the contract’s words that it can’t read: %s', async (_, body) => {
  expect(await send('/access/signIn', body)).toEqual(refused);
});

it('keeps every other fault as it is, each one of the contract’s own', async () => {
  expect(await send('/queue/today', { json: {} })).toMatchObject({ json: { defined: true, code: 'UNAUTHENTICATED' } });
  expect(await send('/access/signIn', { json: { name: 'city' } })).toMatchObject({
    json: { defined: true, code: 'INVALID_INPUT', data: { fields: ['passphrase'] } },
  });
  expect(await send('/access/signIn', { json: { name: 'city', passphrase: 'wrong wrong wrong' } })).toMatchObject({
    json: { defined: true, code: 'RULE', data: { reason: 'sign-in-failed', retryAfterSeconds: 1 } },
  });
  expect(await send('/office/status', { json: {} })).toMatchObject({ json: { phase: 'locked' } });
});
