import { expect, it } from 'vitest';
import { foldName } from './fold-name.ts';

it.each([
  ['Şilan', 'silan'],
  ['Müller-Łukasz', 'muller lukasz'],
  ['Weiß', 'weiss'],
  ["O'Neill", 'oneill'],
  ['  Al  Ahmad ', 'al ahmad'],
  ['İbrahim', 'ibrahim'],
  ['Işık', 'isik'],
  ['Berfîn', 'berfin'],
])('%s → %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});

it('unifies Arabic letter variants, marks, tatweel and digits', () => {
  expect(foldName('مُحَمَّد')).toBe(foldName('محمد'));
  expect(foldName('مــحمد')).toBe(foldName('محمد'));
  expect(foldName('علی')).toBe(foldName('علي'));
  expect(foldName('كريم')).toBe(foldName('کریم'));
  expect(foldName('أحمد')).toBe(foldName('احمد'));
  expect(foldName('۱۹۸۰')).toBe('1980');
});

it('reads a combining mark like the composed letter', () => {
  expect(foldName('e\u0302')).toBe(foldName('ê'));
});
