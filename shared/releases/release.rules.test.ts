import { expect, it } from 'vitest';
import { addMonths, latestEnd, releaseProblem, releaseState, usualEnd } from './release.rules.ts';

it('counts months as people do: a day that a month does not have is its last one', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
  expect(addMonths('2026-11-23', 12)).toBe('2027-11-23');
  expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
});

it('ends after twelve months unless the client wants otherwise, and after two years at the latest', () => {
  expect(usualEnd('2026-11-23')).toBe('2027-11-22');
  expect(latestEnd('2026-11-23')).toBe('2028-11-22');
});

it('still holds on its last day, and never again once it is withdrawn', () => {
  expect(releaseState({ validUntil: '2026-11-23', withdrawnAt: null }, '2026-11-23')).toBe('active');
  expect(releaseState({ validUntil: '2026-11-23', withdrawnAt: null }, '2026-11-24')).toBe('expired');
  expect(releaseState({ validUntil: '2099-01-01', withdrawnAt: '2026-11-23T08:00:00.000Z' }, '2026-11-23')).toBe(
    'withdrawn',
  );
});

it('finds nothing wrong with a paper signed some days ago', () => {
  const paper = { givenOn: '2026-11-20', validUntil: '2027-11-19', scope: 'topics' as const, topics: ['kita'] };
  expect(releaseProblem(paper, '2026-11-23')).toBeNull();
  expect(releaseProblem({ ...paper, validUntil: '2026-11-22' }, '2026-11-23')).toBe('release-over');
});
