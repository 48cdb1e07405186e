import type { InterpreterFields, InterpreterView } from '../../shared/interpreters/interpreters.contract.ts';
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
  said?: Partial<InterpreterFields & Pick<InterpreterView, 'today' | 'awayUntil'>>;
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

/** What can be typed about one who is on the list. */
export function fieldsOf(interpreter: InterpreterView): InterpreterFields {
  const { kind, name, phone, gender, languages, topicsNotTaken, hours, remark } = interpreter;
  return { kind, name, phone, gender, languages, topicsNotTaken, hours, remark };
}

/**
 * The revision that a form carries which was opened on `opened` while the list says `now`. What was said meanwhile for today,
 * of an absence or of a pledge is not touched by the form, and stands in nobody's way; other fields are, and do.
 */
export function revisionToChange(opened: InterpreterView, now: InterpreterView): number {
  return JSON.stringify(fieldsOf(opened)) === JSON.stringify(fieldsOf(now)) ? now.revision : opened.revision;
}
