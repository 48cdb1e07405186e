import { expect, test } from 'vitest';
import { CatalogueId } from '../bundle/fields.ts';
import { ObstacleId, obstacleLevel, ResultId, TopicId } from './catalogue.ts';
import { centralIdOf, isOwnId, speaksOf } from './own-ids.ts';

const own = (parent: string) => `own.${parent}.0123456789abcdef`;

test('an added entry names what it belongs to', () => {
  expect(centralIdOf(own('school-enrolment'))).toBe('school-enrolment');
  expect(centralIdOf('kita')).toBe('kita');
  expect([isOwnId(own('kita')), isOwnId('kita'), isOwnId('own.kita.0123')]).toEqual([true, false, false]);
});

test('an id is taken only below an entry of the same list', () => {
  expect(TopicId.safeParse(own('kita')).success).toBe(true);
  expect(TopicId.safeParse(own('no-place')).success).toBe(false);
  expect(ObstacleId.safeParse(own('no-place')).success).toBe(true);
  expect(ResultId.safeParse(own('solved')).success).toBe(true);
  expect(ResultId.safeParse(own('kita')).success).toBe(false);
  expect(TopicId.safeParse(`${own('kita')}0`).success).toBe(false);
});

test('the level of an added obstacle is its parent’s', () => {
  expect([obstacleLevel(own('no-place')), obstacleLevel(own('language'))]).toEqual(['city', 'person']);
});

test('a list that names the parent speaks of what is added below it, not the other way round', () => {
  expect(speaksOf(['kita'], own('kita'))).toBe(true);
  expect(speaksOf([own('kita')], 'kita')).toBe(false);
  expect(speaksOf([own('kita')], own('kita'))).toBe(true);
});

test('security: no record that leaves the office can hold the id of an added entry', () => {
  for (const id of [own('kita'), own('step')]) expect(CatalogueId.safeParse(id).success).toBe(false);
});
