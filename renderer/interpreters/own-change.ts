import type { InterpreterView } from '../../shared/interpreters/interpreters.contract.ts';
import { onCallAt } from '../../shared/interpreters/on-call.rules.ts';
import { localDateOf, localTimeOf } from '../../shared/kernel/instants.ts';

/** The list of those who interpret, as the office answered it at `now`. */
export interface InterpreterList {
  now: string;
  interpreters: InterpreterView[];
}

/** What was said about one of them, and the revision that the office made of it. */
export interface OwnChange {
  id: string;
  revision: number;
  said?: Partial<Pick<InterpreterView, 'today' | 'awayUntil'>>;
}

/** The list with a change that the office has said yes to. A list that already knows of it or of a later one stays as it is. */
export function withOwnChange(list: InterpreterList, { id, revision, said }: OwnChange): InterpreterList {
  const interpreters = list.interpreters.map((one) => {
    if (one.id !== id || one.revision >= revision) return one;
    const next = { ...one, ...said, revision };
    return said ? { ...next, onCall: onCallAt(next, localDateOf(list.now), localTimeOf(list.now)) } : next;
  });
  return { ...list, interpreters };
}
