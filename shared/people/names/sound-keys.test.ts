import { expect, it } from 'vitest';
import { soundKeys } from './sound-keys.ts';

it('holds the consonants in coarse classes, vowels and h left out', () => {
  expect(soundKeys('muhamad')).toEqual(['MMT']);
  expect(soundKeys('yusuf')).toEqual(['SF']);
  expect(soundKeys('aw')).toEqual(['-']);
});

it('holds one key for each reading of a letter, eight at most', () => {
  expect(soundKeys('Kalid').toSorted()).toEqual(['KLT', 'LT']);
  expect(soundKeys('cemal').toSorted()).toEqual(['KML', 'SML']);
  expect(soundKeys('QQcjJTD').length).toBeLessThanOrEqual(8);
});
