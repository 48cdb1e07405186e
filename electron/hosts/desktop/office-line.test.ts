import { expect, test, vi } from 'vitest';
import { guardLine } from './office-line.ts';
import type { LinePort } from './shell-port.ts';

function guarded() {
  const listeners = new Map<string, (message: { data: unknown }) => void>();
  const posted: unknown[] = [];
  const close = vi.fn<(...values: unknown[]) => void>();
  const port: LinePort = {
    on: (event: string, listener: (message: { data: unknown }) => void) => listeners.set(event, listener),
    postMessage: (message) => void posted.push(message),
    start: () => {},
    close,
  };
  const line = guardLine(port);
  const heard: unknown[] = [];
  const ended = vi.fn<(...values: unknown[]) => void>();
  line.on('message', ({ data }) => heard.push(data));
  line.on('close', ended);
  return {
    line,
    heard,
    posted,
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a line, not a window
    answer: (message: unknown) => line.postMessage(message),
    close,
    ended,
    send: (data: unknown) => listeners.get('message')?.({ data }),
    leave: () => listeners.get('close')?.({ data: null }),
  };
}

const call = (id: string, more: object = {}) =>
  JSON.stringify({ i: id, p: { u: '/queue/today', b: { json: {} }, ...more } });

test('calls and what gives them up come through', () => {
  const { heard, ended, send } = guarded();
  const messages = [call('1'), call('2', { h: { a: 'b' }, m: 'GET' }), '{"i":"1","t":4}'];
  for (const message of messages) send(message);
  expect(heard).toEqual(messages);
  expect(ended).not.toHaveBeenCalled();
});

test.each([
  ['no text', { i: '1', p: { u: '/a' } }],
  ['bytes', new Uint8Array([123, 125])],
  ['nothing', undefined],
  ['no JSON', '{"i":'],
  ['no call', '{}'],
  ['another kind of message', '{"i":"1","t":2,"p":{}}'],
  ['a stream from the screen', '{"i":"1","t":3,"p":{"e":"message"}}'],
  ['another address', '{"i":"1","p":{"u":"http://elsewhere/queue"}}'],
  ['a path with a query', '{"i":"1","p":{"u":"/queue?x=1"}}'],
  ['a field too many', '{"i":"1","p":{"u":"/queue"},"x":1}'],
  ['a name that is too long', call('x'.repeat(41))],
  ['a message that is too large', call('1', { b: 'x'.repeat(256 * 1024) })],
])('a line on which %s comes is ended', (_what, message) => {
  const { heard, ended, close, send } = guarded();
  send(message);
  send(call('2'));
  expect(heard).toEqual([]);
  expect([ended.mock.calls.length, close.mock.calls.length]).toEqual([1, 1]);
});

test('a screen may have 256 calls open, and not one more', () => {
  const { heard, ended, send } = guarded();
  for (let number = 0; number < 256; number += 1) send(call(String(number)));
  expect([heard.length, ended.mock.calls.length]).toEqual([256, 0]);
  send(call('one more'));
  expect([heard.length, ended.mock.calls.length]).toEqual([256, 1]);
});

test('an answered call is over; a stream with its end', () => {
  const { ended, answer, send, posted } = guarded();
  send(call('stream'));
  answer('{"i":"stream","p":{"h":{"content-type":"text/event-stream"}}}');
  answer('{"i":"stream","t":3,"p":{"e":"message","d":{}}}');
  for (let number = 0; number < 1000; number += 1) {
    send(call(String(number)));
    answer(number % 2 ? `{"i":"${number}","p":{"b":1}}` : `{"i":"${number}","p":{"b":"${'x'.repeat(300_000)}"}}`);
    if (number === 600) answer('{"i":"stream","t":3,"p":{"e":"done"}}');
  }
  expect(ended).not.toHaveBeenCalled();
  expect(posted).toHaveLength(1003);
  // 256 more, and none of the above counts any longer.
  for (let number = 0; number < 256; number += 1) send(call(`new ${number}`));
  expect(ended).not.toHaveBeenCalled();
  send(call('one more'));
  expect(ended).toHaveBeenCalledOnce();
});

test('the end is told once, whichever side it comes from, and nothing is sent after it', () => {
  const { line, answer, ended, close, leave, posted } = guarded();
  leave();
  line.end();
  answer('{"i":"1","p":{}}');
  expect([ended.mock.calls.length, close.mock.calls.length, posted]).toEqual([1, 1, []]);
});
