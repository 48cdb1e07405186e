import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DoorFacts, doorVerdict } from './door-answer.rules.ts';
import type { ServingStep } from './serving.rules.ts';

const nadia: ServingStep = {
  kind: 'volunteer',
  interpreterId: 'nadia',
  language: 'ckb',
  fit: 'full',
  wishMet: true,
  until: '12:00',
};
const thursday: ServingStep = {
  kind: 'appointment',
  day: '2026-11-26',
  from: '14:00',
  to: '17:00',
  language: 'ckb',
  fit: 'full',
};
const facts: DoorFacts = {
  steps: [nadia, thursday],
  minutesLeft: 100,
  ahead: 4,
  somebodyFree: false,
  range: { fromMinutes: 40, toMinutes: 90 },
};

test('the long end of the range must fit into the time that is left', () => {
  expect(doorVerdict(facts)).toBe('likely');
  expect(doorVerdict({ ...facts, minutesLeft: 60 })).toBe('not-certain');
  expect(doorVerdict({ ...facts, minutesLeft: 40 })).toBe('unlikely');
});

test('what is not known is not certain', () => {
  expect(doorVerdict({ ...facts, range: null })).toBe('not-certain');
  expect(doorVerdict({ ...facts, minutesLeft: null })).toBe('not-certain');
});

test('now is only said when nobody is ahead and somebody is free', () => {
  expect(doorVerdict({ ...facts, ahead: 0, somebodyFree: true })).toBe('now');
  expect(doorVerdict({ ...facts, ahead: 0 })).toBe('likely');
  expect(doorVerdict({ ...facts, ahead: 1, somebodyFree: true })).toBe('likely');
});

test('nobody today: another day, or nobody at all', () => {
  expect(doorVerdict({ ...facts, steps: [thursday] })).toBe('other-day');
  expect(doorVerdict({ ...facts, minutesLeft: 0 })).toBe('other-day');
  expect(doorVerdict({ ...facts, steps: [{ ...nadia, fit: 'partly' }] })).toBe('nobody');
  expect(doorVerdict({ ...facts, steps: [{ ...nadia, wishMet: false }] })).toBe('nobody');
  expect(doorVerdict({ ...facts, steps: [] })).toBe('nobody');
});

test('never promises what does not fit, and more time never makes it worse', () => {
  const any = fc.record({
    steps: fc.constantFrom([nadia], [nadia, thursday], [thursday], []),
    minutesLeft: fc.option(fc.nat(200)),
    ahead: fc.nat(9),
    somebodyFree: fc.boolean(),
    range: fc.option(
      fc
        .tuple(fc.nat(200), fc.nat(60))
        .map(([fromMinutes, width]) => ({ fromMinutes, toMinutes: fromMinutes + width })),
    ),
  });
  const rank = ['now', 'likely', 'not-certain', 'unlikely', 'other-day', 'nobody'];
  fc.assert(
    fc.property(any, fc.nat(100), (given, more) => {
      const verdict = doorVerdict(given);
      if (verdict === 'likely') expect(given.range?.toMinutes).toBeLessThanOrEqual(given.minutesLeft ?? -1);
      if (verdict === 'now') expect([given.ahead, given.somebodyFree]).toEqual([0, true]);
      if (given.minutesLeft !== null) {
        const later = doorVerdict({ ...given, minutesLeft: given.minutesLeft + more });
        expect(rank.indexOf(later)).toBeLessThanOrEqual(rank.indexOf(verdict));
      }
    }),
  );
});
