import { describe, expect, it } from 'vitest';
import { germanBirth, germanDate, germanDateInWords, germanPhone } from './german-formats.ts';

describe('German formats (DIN 5008)', () => {
  it('writes dates in numbers and in words', () => {
    expect(germanDate('2026-02-03')).toBe('03.02.2026');
    expect(germanDateInWords('2026-03-01')).toBe('1. März 2026');
  });

  it('says no more of a birth than is known', () => {
    expect(germanBirth('1994-01-01', 'day')).toBe('01.01.1994');
    expect(germanBirth('1994-05-01', 'month')).toBe('05.1994');
    expect(germanBirth('1994-01-01', 'year')).toBe('1994');
    expect(germanBirth('1994-01-01', 'estimated')).toBe('etwa 1994');
  });

  it.each([
    ['0231 50-11148', '0231 50-11148'],
    ['0231/50 - 11148', '0231 50-11148'],
    ['(0231) 50–11148', '0231 50-11148'],
    ['+49 (0)231 50-11148', '+49 231 50-11148'],
    ['0049 231 5011148', '+49 231 5011148'],
    ['  0176.555.0123 ', '0176 555 0123'],
    ['', ''],
  ])('writes the phone number %j as %j', (typed, printed) => {
    expect(germanPhone(typed)).toBe(printed);
  });
});
