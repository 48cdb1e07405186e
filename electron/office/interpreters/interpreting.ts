import type { INTERPRETER_MODES } from '../../../shared/consultations/consultations.contract.ts';
import type { AttemptView } from '../../../shared/interpreters/interpreters.contract.ts';

export type InterpreterMode = (typeof INTERPRETER_MODES)[number];

const MODE_OF_STEP = { tandem: 'tandem', volunteer: 'volunteer', telephone: 'phone' } as const;

/**
 * How a talk is interpreted, as far as it is known from the door: by whoever came last, else by somebody who came along,
 * else not at all. An appointment that was made instead interprets nothing.
 */
export function modeFromDoor(
  attempts: readonly Pick<AttemptView, 'kind' | 'outcome'>[],
  companionInterprets: 'adult' | 'minor' | null,
): InterpreterMode {
  const came = attempts.findLast(({ kind, outcome }) => outcome === 'came' && kind !== 'appointment');
  if (came && came.kind !== 'appointment') return MODE_OF_STEP[came.kind];
  if (companionInterprets === 'minor') return 'minor';
  return companionInterprets === 'adult' ? 'relative' : 'none';
}
