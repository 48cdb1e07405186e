import { type AlignmentCosts, COSTS } from './alignment-costs.ts';
import { dropOf, heldWord, newRow } from './alignment-rows.ts';
import { alignmentTables, codeOfSound, LONGEST, soundLength } from './alignment-tables.ts';
import type { SoundedWord } from './sounds.ts';

export interface WordAligner {
  /** How alike two words sound: 1 the same, 0 nothing in common, or less than `least`. */
  likeness(a: SoundedWord, b: SoundedWord, least?: number): number;
}

/** Compares words by weighted edit distance over their sounds. */
export function wordAligner(costs: AlignmentCosts = COSTS): WordAligner {
  const tables = alignmentTables(costs);
  const held = heldWord(tables);
  const rows = [newRow(), newRow(), newRow()] as const;

  /** Infinite where it would be more than `most`. */
  function distance(first: SoundedWord, second: SoundedWord, most: number): number {
    held.hold(second, first.writing);
    const drops = tables.drops[second.writing];
    const count = Math.min(first.sounds.length, LONGEST);
    let [older, last, row]: readonly Float64Array[] = rows;
    if (!older || !last || !row) return Number.POSITIVE_INFINITY;
    held.firstRow(row);
    let [before, leastBefore] = [-1, 0];
    for (let i = 0; i < count; i += 1) {
      [older, last, row] = [last, row, older];
      const sound = codeOfSound(first.sounds.charCodeAt(i));
      const drop = dropOf(drops, sound, i, count);
      const least = held.nextRow(row, last, older, sound, before, drop);
      if (least > most && (leastBefore > most || !held.hasSplits())) return Number.POSITIVE_INFINITY;
      [before, leastBefore] = [sound, least];
    }
    return row[held.count()] ?? 0;
  }

  return {
    likeness(first, second, least = 0) {
      if (first.sounds === second.sounds && first.writing === second.writing) return 1;
      const length = (soundLength(tables, first.sounds) + soundLength(tables, second.sounds)) / 2;
      if (length === 0) return 0;
      const counts = first.writing === 'abjad' && second.writing === 'abjad' ? tables.bothAbjad : 1;
      const most = ((1 - least) * length) / counts;
      const found = distance(first, second, most);
      return found > most ? 0 : Math.max(0, 1 - (found * counts) / length);
    },
  };
}
