import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue } from '../catalogue/catalogue.ts';
import { CATALOGUE_KINDS, mustStay, type OfficePart, offeredIds } from './catalogues.rules.ts';

const central = [{ id: 'kita' }, { id: 'school' }, { id: 'other' }];
const addition = (id: string, parent: string | null, active = true) => ({ id, kind: 'topic' as const, parent, active });

test('what an office added follows its parent, without what is switched off', () => {
  const office: OfficePart = {
    additions: [addition('a', 'school'), addition('b', 'kita'), addition('c', 'school', false)],
    switchedOff: [
      { kind: 'topic', id: 'kita', off: true },
      { kind: 'topic', id: 'other', off: false },
      { kind: 'result', id: 'school', off: true },
    ],
  };
  expect(offeredIds('topic', central, office)).toEqual(['b', 'school', 'a', 'other']);
  expect(offeredIds('topic', central, office, ['kita', 'c'])).toEqual(['kita', 'b', 'school', 'a', 'c', 'other']);
  expect(offeredIds('obstacle', [], office)).toEqual([]);
});

test('an office offers each entry once, never one that is off, and always what is kept', () => {
  const ids = central.map(({ id }) => id);
  const additions = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^own\.(kita|school)\.[0-9a-f]{16}$/),
      kind: fc.constant('topic' as const),
      parent: fc.constantFrom(...ids, null),
      active: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  );
  fc.assert(
    fc.property(additions, fc.subarray(ids), fc.array(fc.nat(8), { maxLength: 4 }), (added, off, kept) => {
      const all = [...ids, ...added.map(({ id }) => id)];
      const keep = kept.flatMap((index) => all[index] ?? []);
      const office = { additions: added, switchedOff: off.map((id) => ({ kind: 'topic' as const, id, off: true })) };
      const offered = offeredIds('topic', central, office, keep);
      expect(new Set(offered).size).toBe(offered.length);
      for (const id of keep) expect(offered).toContain(id);
      const switchedOff = [...off, ...added.flatMap(({ id, active }) => (active ? [] : id))];
      for (const id of switchedOff) expect(offered.includes(id)).toBe(keep.includes(id));
    }),
  );
});

test('what must stay is there', () => {
  const lists = { topic: catalogue.topics, obstacle: catalogue.obstacles, result: catalogue.results, step: [] };
  const needed = CATALOGUE_KINDS.flatMap((kind) => lists[kind].filter(({ id }) => mustStay(kind, id)));
  expect(needed.map(({ id }) => id)).toEqual(['other', 'solved', 'form-filled']);
});
