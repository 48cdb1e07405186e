import type { EntryStep } from './set-up-steps.ts';
import { firstValues, type SetUpValues } from './set-up-values.ts';

/** How far somebody has come, kept in memory while the screen is gone (a lost line), and nowhere else. */
export interface KeptSetUp {
  values: SetUpValues;
  step: EntryStep | 'summary';
}

let kept: KeptSetUp | null = null;

/** What was typed so far; null: nothing, or it is forgotten. */
export function keptSetUp(): KeptSetUp | null {
  return kept;
}

/** What was typed so far, or empty fields at the first step. */
export function startSetUp(): KeptSetUp {
  kept ??= { values: firstValues(), step: 'office' };
  return kept;
}

/** Keeps what was typed, in memory only, should the assistant be left for a while. */
export function keepSetUp(next: KeptSetUp): void {
  kept = next;
}

/** The passphrases leave the memory with it. */
export function forgetSetUp(): void {
  kept = null;
}
