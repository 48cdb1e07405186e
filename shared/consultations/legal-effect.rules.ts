import { centralIdOf } from '../catalogue/own-ids.ts';
import type { INTERPRETER_MODES } from './consultations.contract.ts';

type InterpreterMode = (typeof INTERPRETER_MODES)[number];

/**
 * Topics of which a misunderstanding has consequences in law: what is signed or declared there binds. (Residence and
 * asylum law, civil status, recognition of qualifications, contracts and debts.)
 */
const WITH_LEGAL_EFFECT: ReadonlySet<string> = new Set([
  'residence',
  'family-reunification',
  'recognition',
  'birth',
  'money-debt',
  'landlord',
]);

/** The first of the topics that has an effect in law, by itself or by what it belongs to; null when none has. */
function topicWithLegalEffect(topics: readonly { topic: string }[]): string | null {
  return topics.find(({ topic }) => WITH_LEGAL_EFFECT.has(centralIdOf(topic)))?.topic ?? null;
}

/** Whether it can be asked if who interprets is sworn: a relative or a child never is. */
export function canBeSworn(mode: InterpreterMode): boolean {
  return mode === 'volunteer' || mode === 'phone' || mode === 'tandem';
}

/** Whether the talk needs a sworn interpreter and has another one; the topic that says so, or null. */
export function needsSwornInterpreter(talk: {
  topics: readonly { topic: string }[];
  interpreterMode: InterpreterMode;
  interpreterSworn: boolean;
}): string | null {
  if (talk.interpreterMode === 'none' || talk.interpreterSworn) return null;
  return topicWithLegalEffect(talk.topics);
}
