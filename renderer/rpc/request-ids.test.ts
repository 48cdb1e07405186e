import { expect, test } from 'vitest';
import { createRequestIds } from './request-ids.ts';

function counting() {
  let made = 0;
  return createRequestIds(() => `id-${++made}`);
}

test('a retry of what was never answered keeps its id', () => {
  const ids = counting();
  expect(ids.take('call A').id).toBe('id-1');
  expect(ids.take('call A').id).toBe('id-1');
});

test('after an answer the same wish is a new one', () => {
  const ids = counting();
  ids.take('call A').settled();
  expect(ids.take('call A').id).toBe('id-2');
});

test('different wishes never share an id', () => {
  const ids = counting();
  expect(ids.take('call A').id).not.toBe(ids.take('call B').id);
});

test('nobody repeats what the person before them asked', () => {
  const ids = counting();
  const first = ids.take('call A');
  ids.forgetAll();
  const second = ids.take('call A');
  expect(second.id).not.toBe(first.id);
  first.settled();
  expect(ids.take('call A').id).toBe(second.id);
});
