import { expect, test } from 'vitest';
import { catalogue } from '../../shared/catalogue/catalogue.ts';
import { contract } from '../../shared/contract.ts';
import type { ProcedureMeta } from '../../shared/procedure.ts';
import { english, german } from './resources.ts';

const procedures = Object.values(contract).flatMap((feature) => Object.values(feature));

test('every reason that a procedure can refuse with has its own words in both languages', () => {
  const reasons = new Set(
    procedures.flatMap((procedure) => {
      const meta: ProcedureMeta = procedure['~orpc'].meta;
      return [...(meta.faults.rule ?? [])];
    }),
  );
  expect(reasons.size).toBeGreaterThan(30);
  for (const texts of [german, english]) {
    const known = new Set(Object.keys(texts.faults.RULE).map((key) => key.replace(/_(one|other)$/, '')));
    expect([...reasons].filter((reason) => !known.has(reason))).toEqual([]);
  }
});

test('every language of the catalogue has a name in both languages', () => {
  for (const texts of [german, english]) {
    expect(Object.keys(texts.catalogue.languages).sort()).toEqual(catalogue.languages.map(({ id }) => id).sort());
  }
});

function keysOf(texts: object, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysOf(value, `${path}${key}.`),
  );
}

test('both languages say the same things', () => {
  expect(keysOf(english).sort()).toEqual(keysOf(german).sort());
});
