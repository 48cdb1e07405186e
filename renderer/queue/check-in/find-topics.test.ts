import { expect, test } from 'vitest';
import { catalogue } from '../../../shared/catalogue/catalogue.ts';
import { findTopics } from './find-topics.ts';

const ids = (typed: string, language: 'de' | 'en' = 'de') =>
  findTopics(catalogue.topics, typed, language).map((topic) => topic.id);

test('nothing typed shows every topic in the order of the catalogue', () => {
  expect(ids('')).toEqual(catalogue.topics.map((topic) => topic.id));
});

test('the first word of the label comes before later words', () => {
  expect(ids('k')[0]).toBe('kita');
  expect(ids('s')[0]).toBe('school');
  expect(ids('schul').indexOf('school')).toBeLessThan(ids('schul').indexOf('money-debt'));
});

test('the word of daily use finds the topic although its label says it otherwise', () => {
  expect(ids('kita')).toEqual(['kita']);
  expect(ids('krankenv')).toEqual(['health-access']);
  expect(ids('öpnv')).toEqual(['transport-ticket']);
});

test('the other language of the staff finds it too, after the own one', () => {
  expect(ids('housing')).toEqual(['housing']);
  expect(ids('wohnung', 'en')[0]).toBe('housing');
});

test('letters that mean nothing find nothing', () => {
  expect(ids('qqq')).toEqual([]);
});
