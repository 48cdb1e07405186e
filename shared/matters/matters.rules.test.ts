import { expect, it } from 'vitest';
import { Matter } from './matters.contract.ts';
import { mattersOnKeys } from './matters.rules.ts';

const kita = { topic: 'kita', result: 'informed' };
const form = { topic: 'form-help', result: 'form-filled' };
const birth = { topic: 'birth', result: 'passed-on' };

it('a new office has what is usual, six digits, each of the catalogue', () => {
  const keys = mattersOnKeys([], [], () => true);
  expect(keys).toHaveLength(6);
  for (const { from, ...matter } of keys) expect([from, Matter.safeParse(matter).success]).toEqual(['usual', true]);
});

it('what is frequent comes first, then what is usual; none twice', () => {
  const keys = mattersOnKeys([], [birth, form], () => true);
  expect(keys.slice(0, 2)).toEqual([
    { ...birth, from: 'learned' },
    { ...form, from: 'learned' },
  ]);
  expect(keys.filter(({ topic }) => topic === 'form-help')).toHaveLength(1);
});

it('what is pinned keeps its digit, whatever was learned since', () => {
  const keys = mattersOnKeys([{ position: 2, ...kita }], [birth, kita, form], () => true);
  expect(keys.slice(0, 3).map(({ topic, from }) => [topic, from])).toEqual([
    ['birth', 'learned'],
    ['kita', 'pinned'],
    ['form-help', 'learned'],
  ]);
});
