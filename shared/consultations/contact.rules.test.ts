import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasDuplicate, MOST_MINUTES, minutesOfService, topicsProblem } from './contact.rules.ts';

it('counts begun minutes', () => {
  expect(minutesOfService(0)).toBe(0);
  expect(minutesOfService(1)).toBe(1);
  expect(minutesOfService(60_000)).toBe(1);
  expect(minutesOfService(60_001)).toBe(2);
  fc.assert(
    fc.property(fc.nat(200_000_000), (serviceMs) => {
      const minutes = minutesOfService(serviceMs);
      expect(minutes).toBeLessThanOrEqual(MOST_MINUTES);
      if (minutes < MOST_MINUTES) expect(minutes * 60_000 - serviceMs).toBeGreaterThanOrEqual(0);
      if (minutes < MOST_MINUTES) expect(minutes * 60_000 - serviceMs).toBeLessThan(60_000);
    }),
  );
});

it('finishes only with topics that all have a result', () => {
  expect(topicsProblem([])).toBe('no-topic');
  expect(topicsProblem([{ result: 'solved' }, { result: null }])).toBe('topic-without-result');
  expect(topicsProblem([{ result: 'solved' }])).toBeNull();
});

it('finds what stands twice', () => {
  expect(hasDuplicate(['kita', 'birth'])).toBe(false);
  expect(hasDuplicate(['kita', 'birth', 'kita'])).toBe(true);
});
