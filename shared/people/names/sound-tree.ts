import { heldWord, newRow } from './alignment-rows.ts';
import {
  type AlignmentTables,
  alignmentTables,
  codeOfSound,
  type DropTables,
  LONGEST,
  soundLength,
} from './alignment-tables.ts';
import { growingNodes } from './growing-nodes.ts';
import type { SoundedWord, Writing } from './sounds.ts';

/** Readings of words, found by how they begin to sound. */
export interface SoundTree {
  /** Adds a reading under a number of the caller's. */
  add(word: SoundedWord, reading: number): void;
  /** Tells every reading that begins to sound like what is being typed, with how like its beginning is to it, from `least` on. */
  findBegun(typed: SoundedWord, least: number, onFound: (reading: number, likeness: number) => void): void;
}

/**
 * An empty tree: words that begin alike share the way, so that what is typed is aligned with a beginning once for all of
 * them, and a beginning that is too far away already ends the way.
 */
export function soundTree(tables: AlignmentTables = alignmentTables()): SoundTree {
  const nodes = growingNodes();
  const roots: Readonly<Record<Writing, number>> = { latin: nodes.add(0), abjad: nodes.add(0) };
  const readings = new Map<number, number[]>();
  const held = heldWord(tables);
  // A row for each sound of the way; one more for the last sound of a word, which costs otherwise.
  const rows = Array.from({ length: LONGEST + 1 }, newRow);
  const rowOfLast = newRow();

  interface Walk {
    drops: DropTables;
    /** Distances above are too far. */
    far: number;
    found: (reading: number, distance: number) => void;
  }

  /** `begun`: the least distance of what is typed from a beginning of the way so far; `reached`: that of any part of it. */
  function step(walk: Walk, node: number, depth: number, soundBefore: number, begun: number, reached: number): void {
    const sound = nodes.code(node);
    const row = rows[depth] ?? rowOfLast;
    const last = rows[depth - 1] ?? row;
    const older = rows[depth - 2] ?? last;
    const n = held.count();
    const { first, middle, last: end } = walk.drops;
    const drop = (depth === 1 ? first : middle)[sound] ?? 1;
    const least = held.nextRow(row, last, older, sound, soundBefore, drop);
    const here = readings.get(node);
    if (here) {
      const dropAtEnd = end[sound] ?? 1;
      if (dropAtEnd !== drop) held.nextRow(rowOfLast, last, older, sound, soundBefore, dropAtEnd);
      const distance = Math.min(begun, (dropAtEnd === drop ? row : rowOfLast)[n] ?? begun);
      if (distance <= walk.far) for (const reading of here) walk.found(reading, distance);
    }
    const nearest = Math.min(begun, row[n] ?? begun);
    const mayBeNearer = least <= walk.far || (reached <= walk.far && held.hasSplits());
    if (!mayBeNearer || depth >= LONGEST) {
      if (nearest <= walk.far) tellBehind(walk, node, nearest);
      return;
    }
    for (let child = nodes.firstChild(node); child !== 0; child = nodes.next(child))
      step(walk, child, depth + 1, sound, nearest, least);
  }

  /** All that goes on after a node: nothing of it comes nearer. */
  function tellBehind(walk: Walk, node: number, distance: number): void {
    for (let child = nodes.firstChild(node); child !== 0; child = nodes.next(child)) {
      for (const reading of readings.get(child) ?? []) walk.found(reading, distance);
      tellBehind(walk, child, distance);
    }
  }

  return {
    add(word, reading) {
      let node = roots[word.writing];
      for (let at = 0; at < Math.min(word.sounds.length, LONGEST); at += 1)
        node = nodes.childOf(node, codeOfSound(word.sounds.charCodeAt(at)));
      const here = readings.get(node);
      if (here) here.push(reading);
      else readings.set(node, [reading]);
    },
    findBegun(typed, least, onFound) {
      const length = soundLength(tables, typed.sounds);
      if (length === 0) return;
      for (const writing of ['latin', 'abjad'] as const) {
        const counts = writing === 'abjad' && typed.writing === 'abjad' ? tables.bothAbjad : 1;
        held.hold(typed, writing);
        const [row] = rows;
        if (!row) return;
        held.firstRow(row);
        const walk: Walk = {
          drops: tables.drops[typed.writing],
          far: ((1 - least) * length) / counts,
          found: (reading, distance) => onFound(reading, 1 - (distance * counts) / length),
        };
        for (let child = nodes.firstChild(roots[writing]); child !== 0; child = nodes.next(child))
          step(walk, child, 1, -1, row[held.count()] ?? 0, 0);
      }
    },
  };
}
