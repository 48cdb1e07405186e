import type { PromisedRange } from '../../../shared/waiting-time/promised-range.ts';
import type { Core } from '../core.ts';
import { type LearnedOffice, unlearned } from './learned-office.ts';

/** What an open office knows of its waiting times. */
export interface KnownWaitingTime {
  learned: LearnedOffice;
  /** The day on which it was learned; null: not yet. */
  learnedOn: string | null;
  /** Ranges that were asked for at this moment. */
  answers: { moment: string; ranges: Map<string, PromisedRange | null> };
}

const byCore = new WeakMap<Core, KnownWaitingTime>();

/** What is known so far: at first what any office may assume. */
export function waitingTimeOf(core: Core): KnownWaitingTime {
  const known = byCore.get(core) ?? {
    learned: unlearned(),
    learnedOn: null,
    answers: { moment: '', ranges: new Map() },
  };
  byCore.set(core, known);
  return known;
}

/** Another database may be open the next time. */
export function forgetWaitingTime(core: Core): void {
  byCore.delete(core);
}
