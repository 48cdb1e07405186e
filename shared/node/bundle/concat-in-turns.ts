import { setImmediate as nextTurn } from 'node:timers/promises';

/** A millisecond or two of copying. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** `Buffer.concat` that lets the office serve its screens meanwhile: the report of ten years is a hundred megabytes. */
export async function concatInTurns(parts: readonly Uint8Array[]): Promise<Buffer> {
  const whole = Buffer.allocUnsafe(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  let sinceTurn = 0;
  for (const part of parts) {
    for (let from = 0; from < part.length; from += PIECE_BYTES) {
      const piece = part.subarray(from, from + PIECE_BYTES);
      whole.set(piece, at);
      at += piece.length;
      sinceTurn += piece.length;
      if (sinceTurn < PIECE_BYTES) continue;
      sinceTurn = 0;
      await nextTurn();
    }
  }
  return whole;
}
