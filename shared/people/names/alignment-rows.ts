import { type AlignmentTables, codeOfSound, type DropTables, LONGEST, SOUNDS } from './alignment-tables.ts';
import type { SoundedWord, Writing } from './sounds.ts';

/** One of two words that are aligned: the other goes past it sound by sound. Its space is used again for every pair. */
export interface HeldWord {
  /** Takes a word, to be aligned with words in that writing. */
  hold(word: SoundedWord, other: Writing): void;
  /** How many sounds it has. */
  count(): number;
  /** The row before any sound of the other word. */
  firstRow(row: Float64Array): void;
  /**
   * The row after one more sound of the other word, which costs `drop` to leave out, from the row before and, after the
   * first sound, from the one before that. Returns its least distance. `before`: the sound before it, -1 for none.
   */
  nextRow(
    row: Float64Array,
    last: Float64Array,
    older: Float64Array,
    sound: number,
    before: number,
    drop: number,
  ): number;
  /** Whether a row may go on from the one before the last: it has a sound that stands for two. */
  hasSplits(): boolean;
}

export const newRow = () => new Float64Array(LONGEST + 1);

export function heldWord(tables: AlignmentTables): HeldWord {
  const { substitution, splits, split, drops } = tables;
  const codes = new Uint8Array(LONGEST + 1);
  const dropped = newRow();
  let n = 0;
  let hasSplit = false;
  return {
    hold(word, other) {
      const own = drops[other];
      n = Math.min(word.sounds.length, LONGEST);
      hasSplit = false;
      for (let j = 0; j < n; j += 1) {
        codes[j] = codeOfSound(word.sounds.charCodeAt(j));
        dropped[j] = dropOf(own, codes[j] ?? 0, j, n);
        hasSplit ||= splits[codes[j] ?? 0] !== 0;
      }
    },
    count: () => n,
    firstRow(row) {
      row[0] = 0;
      for (let j = 1; j <= n; j += 1) row[j] = (row[j - 1] ?? 0) + (dropped[j - 1] ?? 0);
    },
    hasSplits: () => hasSplit,
    nextRow(row, last, older, sound, before, drop) {
      const base = sound * SOUNDS;
      const stands = splits[sound] ?? 0;
      let diagonal = last[0] ?? 0;
      let left = diagonal + drop;
      let least = left;
      row[0] = left;
      for (let j = 1; j <= n; j += 1) {
        const other = codes[j - 1] ?? 0;
        const above = last[j] ?? 0;
        let best = diagonal + (substitution[base + other] ?? 1);
        if (above + drop < best) best = above + drop;
        const beside = left + (dropped[j - 1] ?? 0);
        if (beside < best) best = beside;
        if (stands !== 0 && j > 1 && stands === (codes[j - 2] ?? 0) * SOUNDS + other)
          best = Math.min(best, (last[j - 2] ?? 0) + split);
        if (hasSplit && before >= 0 && splits[other] === before * SOUNDS + sound)
          best = Math.min(best, (older[j - 1] ?? 0) + split);
        row[j] = best;
        left = best;
        diagonal = above;
        if (best < least) least = best;
      }
      return least;
    },
  };
}

/** What it costs to leave out the sound at a place of a word of `count` sounds. */
export function dropOf(drops: DropTables, sound: number, at: number, count: number): number {
  return (at === count - 1 ? drops.last : at === 0 ? drops.first : drops.middle)[sound] ?? 1;
}
