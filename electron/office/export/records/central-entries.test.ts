import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContactPut } from '../../../../shared/bundle/records/contact.ts';
import { centralEntry, centralTopics, centralTopicsOfTalk } from './central-entries.ts';

const own = (parent: string) => `own.${parent}.0123456789abcdef`;

test('an added entry counts as what it belongs to, each once', () => {
  expect([centralEntry(own('no-place')), centralEntry('language'), centralEntry(null)]).toEqual([
    'no-place',
    'language',
    null,
  ]);
  expect(centralTopics(JSON.stringify([own('kita'), 'kita', 'school']))).toEqual(['kita', 'school']);
});

test('what belongs together adds up', () => {
  const talk = [
    { topic: own('kita'), result: null, quantity: 2 },
    { topic: 'kita', result: own('solved'), quantity: 3 },
    { topic: 'birth', result: 'informed', quantity: 1 },
  ];
  expect(centralTopicsOfTalk(talk)).toEqual([
    { id: 'kita', result: 'solved', quantity: 5 },
    { id: 'birth', result: 'informed', quantity: 1 },
  ]);
});

test('security: whatever a talk was about, its line fits the record, which has no place for an added id', () => {
  const topic = fc.constantFrom('kita', 'school', own('kita'), own('school'));
  const result = fc.constantFrom('solved', own('solved'), null);
  const topics = fc.array(fc.record({ topic, result, quantity: fc.integer({ min: 1, max: 20 }) }), { maxLength: 8 });
  fc.assert(
    fc.property(topics, (talk) => {
      const told = centralTopicsOfTalk(talk);
      expect(ContactPut.shape.topics.safeParse(told).success).toBe(true);
      expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    }),
  );
});
