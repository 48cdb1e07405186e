import { expect, it } from 'vitest';
import { callState, type TryResult } from './phone.rules.ts';

const after = (...results: TryResult[]) =>
  callState(
    results.map((result) => ({ result })),
    null,
  );

it('asks for a letter after three tries in vain, at once where the number is not theirs', () => {
  expect(after()).toBe('open');
  expect(after('no-answer', 'voicemail')).toBe('open');
  expect(after('no-answer', 'voicemail', 'no-answer')).toBe('letter-due');
  expect(after('wrong-number')).toBe('letter-due');
  expect(after('no-answer', 'call-later', 'no-answer')).toBe('open');
});

it('is over once somebody was reached or it was closed', () => {
  expect(after('no-answer', 'no-answer', 'no-answer', 'reached')).toBe('reached');
  expect(callState([], 'letter')).toBe('letter');
  expect(callState([{ result: 'reached' }], 'withdrawn')).toBe('withdrawn');
});
