import { expect, test } from 'vitest';
import {
  missingForFinish,
  toggleObstacle,
  withCause,
  withObstacleState,
  withQuantity,
  withResult,
  withTopic,
} from './contact-changes.ts';

const today = '2026-11-23';

test('a topic comes once and without a result', () => {
  const once = withTopic([], 'kita');
  expect(once).toEqual([{ topic: 'kita', result: null, quantity: 1 }]);
  expect(withTopic(once, 'kita')).toEqual(once);
});

test('the same result twice takes it away, another one replaces it', () => {
  const topics = [
    { topic: 'kita', result: null, quantity: 1 },
    { topic: 'birth', result: 'solved', quantity: 1 },
  ];
  const solved = withResult(topics, 'kita', 'solved');
  expect(solved[0]?.result).toBe('solved');
  expect(withResult(solved, 'kita', 'informed')[0]?.result).toBe('informed');
  expect(withResult(solved, 'kita', 'solved')[0]?.result).toBeNull();
  expect(solved[1]?.result).toBe('solved');
});

test('a topic can come up several times, and keeps that through a result', () => {
  const three = withQuantity(withTopic([], 'form-help'), 'form-help', 3);
  expect(withResult(three, 'form-help', 'form-filled')).toEqual([
    { topic: 'form-help', result: 'form-filled', quantity: 3 },
  ]);
  expect(withQuantity(three, 'form-help', 0)[0]?.quantity).toBe(1);
});

test('an obstacle knows whether the person or the city is behind it', () => {
  const added = toggleObstacle(toggleObstacle([], 'language', today), 'no-place', today);
  expect(added.map((one) => one.level)).toEqual(['person', 'city']);
  expect(withObstacleState(added, 'no-place', 'solved')[1]?.state).toBe('solved');
  expect(toggleObstacle(added, 'language', today)).toHaveLength(1);
  expect(withCause(added, 'language', 'no-interpreter')[0]?.cause).toBe('no-interpreter');
  const earlier = added.map((one) => ({ ...one, earlier: true }));
  expect(toggleObstacle(earlier, 'language', today)).toEqual(earlier);
});

test('a talk can be finished only with a topic, every result and no note half written', () => {
  expect(missingForFinish({ topics: [] }, false)).toEqual([{ kind: 'no-topic' }]);
  const topics = [
    { topic: 'kita', result: 'solved', quantity: 1 },
    { topic: 'birth', result: null, quantity: 1 },
  ];
  expect(missingForFinish({ topics }, true)).toEqual([{ kind: 'no-result', topic: 'birth' }, { kind: 'draft' }]);
  expect(missingForFinish({ topics: topics.slice(0, 1) }, false)).toEqual([]);
});
