import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type DiffPart, wordDiff } from './word-diff.ts';

const textOf = (parts: readonly DiffPart[], ...kinds: DiffPart['kind'][]) =>
  parts.flatMap(({ kind, text }) => (kinds.includes(kind) ? text : [])).join('');

it('tells the words that changed, and not the letters', () => {
  expect(wordDiff('Miete bis Freitag offen.', 'Miete bis Montag bezahlt.')).toEqual([
    { kind: 'same', text: 'Miete bis ' },
    { kind: 'removed', text: 'Freitag' },
    { kind: 'added', text: 'Montag' },
    { kind: 'same', text: ' ' },
    { kind: 'removed', text: 'offen' },
    { kind: 'added', text: 'bezahlt' },
    { kind: 'same', text: '.' },
  ]);
});

it('tells nothing where nothing changed, and everything where nothing stayed', () => {
  expect(wordDiff('gleich', 'gleich')).toEqual([{ kind: 'same', text: 'gleich' }]);
  expect(wordDiff('', 'neu')).toEqual([{ kind: 'added', text: 'neu' }]);
  expect(wordDiff('alt', '')).toEqual([{ kind: 'removed', text: 'alt' }]);
  expect(wordDiff('', '')).toEqual([]);
});

it('keeps a Persian word with its joiner whole', () => {
  expect(wordDiff('می‌روم خانه', 'می‌روم مدرسه')[0]).toEqual({ kind: 'same', text: 'می‌روم ' });
});

it('gives both texts back, whatever they are, and never two parts of a kind in a row', () => {
  const words = fc.array(fc.constantFrom('Kita', 'Miete', ' ', '\n', '.', 'خانه', 'e\u0301', '👩‍👧'), {
    maxLength: 30,
  });
  const text = fc.oneof(
    words.map((list) => list.join('')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = wordDiff(before, after);
      expect(textOf(parts, 'same', 'removed')).toBe(before);
      expect(textOf(parts, 'same', 'added')).toBe(after);
      expect(parts.every(({ kind }, index) => kind !== parts[index + 1]?.kind)).toBe(true);
    }),
  );
});

it('answers at once also for two long texts that have nothing in common', () => {
  const long = (word: string) => Array.from({ length: 3000 }, (_, index) => `${word}${index}`).join(' ');
  const parts = wordDiff(long('a'), long('b'));
  expect(textOf(parts, 'same', 'removed')).toBe(long('a'));
  expect(textOf(parts, 'same', 'added')).toBe(long('b'));
});
