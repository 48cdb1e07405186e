import { expect, it } from 'vitest';
import { isRaised } from './note-level.rules.ts';

it('is raised when fewer read it', () => {
  expect([isRaised('V1', 'V2'), isRaised('V2', 'V3'), isRaised('V1', 'V3')]).toEqual([true, true, true]);
  expect([isRaised('V1', 'V1'), isRaised('V3', 'V2'), isRaised('V2', 'V1')]).toEqual([false, false, false]);
});
