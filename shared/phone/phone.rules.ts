/** When somebody can be reached. */
export const REACHABLE_AT = ['morning', 'noon', 'afternoon', 'evening'] as const;
export type ReachableAt = (typeof REACHABLE_AT)[number];

/** What came of a call. */
export const TRY_RESULTS = ['reached', 'no-answer', 'voicemail', 'wrong-number', 'call-later'] as const;
export type TryResult = (typeof TRY_RESULTS)[number];

/** `letter-due`: three tries reached nobody, or the number is not theirs. */
export const CALL_STATES = ['open', 'letter-due', 'reached', 'letter', 'withdrawn'] as const;
export type CallState = (typeof CALL_STATES)[number];

const MOST_TRIES = 3;

/**
 * Where a call stands. A wrong number needs no further try. "Call later" was spoken with somebody and is no try in vain.
 *
 * @param closedAs what somebody closed it as, which stands above its tries
 */
export function callState(tries: readonly { result: TryResult }[], closedAs: 'letter' | 'withdrawn' | null): CallState {
  if (closedAs !== null) return closedAs;
  if (tries.some(({ result }) => result === 'reached')) return 'reached';
  const inVain = tries.filter(({ result }) => result !== 'call-later').length;
  return inVain >= MOST_TRIES || tries.some(({ result }) => result === 'wrong-number') ? 'letter-due' : 'open';
}
