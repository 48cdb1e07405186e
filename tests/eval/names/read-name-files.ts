import type { NamePair } from './make-name-pairs.ts';

/** The file can't be judged by; the message names the line. */
export class BadNames extends Error {}

/** Lines `query TAB target TAB match`, match 0 or 1. Empty lines are none. Throws BadNames. */
export function readNamePairs(text: string): NamePair[] {
  const pairs = fieldsOf(text).map(({ fields, line }): NamePair => {
    const [query, target, match] = fields;
    if (fields.length !== 3) throw new BadNames(`line ${line}: ${fields.length} fields instead of 3`);
    if (!query || !target) throw new BadNames(`line ${line}: a name is empty`);
    if (match !== '0' && match !== '1') throw new BadNames(`line ${line}: match is neither 0 nor 1`);
    return { query, target, match: match === '1' };
  });
  if (pairs.length === 0) throw new BadNames('line 1: the file is empty');
  return pairs;
}

/** A spelling that somebody types and the spelling under which the person is registered. */
export interface SearchedName {
  variant: string;
  registered: string;
}

/** Lines `variant TAB registered`. Throws BadNames. */
export function readSearchedNames(text: string): SearchedName[] {
  const names = fieldsOf(text).map(({ fields, line }): SearchedName => {
    const [variant, registered] = fields;
    if (fields.length !== 2) throw new BadNames(`line ${line}: ${fields.length} fields instead of 2`);
    if (!variant || !registered) throw new BadNames(`line ${line}: a name is empty`);
    return { variant, registered };
  });
  if (names.length === 0) throw new BadNames('line 1: the file is empty');
  return names;
}

function fieldsOf(text: string): { fields: string[]; line: number }[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((row, index) => ({ fields: row.split('\t').map((field) => field.trim()), line: index + 1 }))
    .filter(({ fields }) => fields.some((field) => field !== ''));
}
