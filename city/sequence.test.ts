import { describe, expect, test } from 'vitest';
import { advance, type KnownBundle, missingBefore } from './sequence.ts';

const known = (sequence: number, state: KnownBundle['state'], supersedes: number[] = []): KnownBundle => ({
  sequence,
  state,
  supersedes,
});

describe('order', () => {
  test('the next one is the one after the watermark', () => {
    expect(advance(0, [known(1, 'held')])).toEqual({ contiguous: 0, next: 1 });
    expect(advance(3, [known(5, 'held')])).toEqual({ contiguous: 3, next: null });
    expect(advance(3, [known(4, 'loaded'), known(5, 'stored'), known(6, 'held')])).toEqual({ contiguous: 5, next: 6 });
  });

  test('a rejected one blocks until a verified one gives it up', () => {
    expect(advance(3, [known(4, 'rejected'), known(5, 'held')])).toEqual({ contiguous: 3, next: null });
    expect(advance(3, [known(4, 'rejected'), known(5, 'held', [4])])).toEqual({ contiguous: 4, next: 5 });
    expect(advance(3, [known(4, 'rejected'), known(5, 'rejected', [4]), known(6, 'held', [4, 5])])).toEqual({
      contiguous: 5,
      next: 6,
    });
    expect(advance(3, [known(4, 'rejected'), known(5, 'rejected', [4])])).toEqual({ contiguous: 3, next: null });
    expect(advance(3, [known(4, 'fork'), known(5, 'held')])).toEqual({ contiguous: 3, next: null });
  });

  test('a held one that was given up is applied all the same, before the one that repeats it', () => {
    expect(advance(3, [known(4, 'held'), known(5, 'held', [4])])).toEqual({ contiguous: 3, next: 4 });
  });

  test('missing are those that nobody has and nobody gave up', () => {
    expect(missingBefore(5, 2, [known(5, 'held')])).toEqual([3, 4]);
    expect(missingBefore(5, 2, [known(4, 'held'), known(5, 'held')])).toEqual([3]);
    expect(missingBefore(5, 2, [known(3, 'rejected'), known(4, 'held', [3]), known(5, 'held')])).toEqual([]);
    expect(missingBefore(5, 2, [known(3, 'rejected'), known(5, 'held')])).toEqual([3, 4]);
    expect(missingBefore(99_999_999, 0, [])).toHaveLength(1000);
  });
});
