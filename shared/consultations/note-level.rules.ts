import type { NoteLevel } from './consultations.contract.ts';

/** Whether fewer people read `to` than `from`. */
export function isRaised(from: NoteLevel, to: NoteLevel): boolean {
  // V1, V2, V3 sort by how few read them.
  return to > from;
}
