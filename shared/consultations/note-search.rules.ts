import { foldName } from '../kernel/fold-name.ts';

/** Words that stand one after the other in the text; the last may be only a beginning. */
export interface SearchTerm {
  words: readonly string[];
  isBeginning: boolean;
}

/** Running text, in pieces; what was searched for is marked. */
export type Snippet = { text: string; marked: boolean }[];

/** More than these narrow nothing down. */
const MOST_TERMS = 8;
/** One letter begins too many words to be a question. */
const SHORTEST_BEGINNING = 2;

/**
 * What was typed, as terms that must all be found: each word for itself, what stands in quotes as one phrase. The last
 * word counts as a beginning unless it is quoted. Empty when nothing in it can be searched for.
 */
export function searchTerms(typed: string): SearchTerm[] {
  const parts = typed.replaceAll(/[„“”«»]/g, '"').match(/"[^"]*"?|[^\s"]+/g) ?? [];
  const terms = parts.flatMap((part, index) => {
    const words = foldedWords(part);
    const last = words.at(-1);
    if (last === undefined) return [];
    const isLast = index === parts.length - 1 && !part.startsWith('"');
    return { words, isBeginning: isLast && [...last].length >= SHORTEST_BEGINNING };
  });
  return terms.slice(0, MOST_TERMS);
}

function foldedWords(text: string): string[] {
  return foldName(text)
    .split(' ')
    .filter((word) => word !== '');
}

/** The same question in the words of SQLite's full-text index. Folded words are letters and digits only: nothing in them is syntax. */
export function fullTextQuery(terms: readonly SearchTerm[]): string {
  return terms.map(({ words, isBeginning }) => `"${words.join(' ')}"${isBeginning ? ' *' : ''}`).join(' AND ');
}

interface Word {
  folded: string;
  /** Where it stands in the text, end exclusive. */
  from: number;
  to: number;
}

// A word with its marks, joiners and apostrophes: what foldName takes together.
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’ʼʿʾ]|\u0640|\u200c|\u200d)*/gu;

/** Most words of a German text need no folding but of their case, and a note has hundreds. */
const PLAIN = /^[A-Za-z0-9]+$/;

function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const folded = PLAIN.test(match[0]) ? match[0].toLowerCase() : foldName(match[0]);
    if (folded !== '') words.push({ folded, from: match.index, to: match.index + match[0].length });
  }
  return words;
}

/** Where the terms stand in the text, as ranges of word positions; null when one of them is missing. */
function findTerms(words: readonly Word[], terms: readonly SearchTerm[]): [first: number, last: number][] | null {
  const found: [number, number][] = [];
  for (const term of terms) {
    const before = found.length;
    for (let at = 0; at + term.words.length <= words.length; at += 1) {
      if (standsAt(words, at, term)) found.push([at, at + term.words.length - 1]);
    }
    if (found.length === before) return null;
  }
  return found.sort(([a], [b]) => a - b);
}

function standsAt(words: readonly Word[], at: number, { words: wanted, isBeginning }: SearchTerm): boolean {
  return wanted.every((word, index) => {
    const here = words[at + index]?.folded;
    return isBeginning && index === wanted.length - 1 ? here?.startsWith(word) : here === word;
  });
}

/** Words of the text before the first mark and in all: two lines on a desk. */
const WORDS_BEFORE = 8;
const WORDS_SHOWN = 34;

/**
 * The part of a text around the first place where a term stands, with all terms marked; null when not all terms are in
 * the text. White space is one blank.
 */
export function snippetOf(text: string, terms: readonly SearchTerm[]): Snippet | null {
  const words = wordsIn(text);
  const found = findTerms(words, terms);
  const first = found?.[0];
  if (!found || !first) return null;
  const start = Math.max(0, first[0] - WORDS_BEFORE);
  const end = Math.min(words.length - 1, start + WORDS_SHOWN);
  const cut = { from: start === 0 ? 0 : (words[start]?.from ?? 0), to: words[end]?.to ?? text.length };
  if (end === words.length - 1) cut.to = text.length;
  const snippet: Snippet = [];
  const add = (from: number, to: number, marked: boolean) => {
    const piece = text.slice(from, to).replaceAll(/\s+/g, ' ');
    if (piece !== '') snippet.push({ text: piece, marked });
  };
  let at = cut.from;
  if (start > 0) snippet.push({ text: '… ', marked: false });
  for (const [from, to] of found) {
    const [begin, finish] = [words[from]?.from ?? 0, words[to]?.to ?? 0];
    if (finish > cut.to) break;
    // Terms may overlap: what is marked already is not told twice.
    if (finish <= at) continue;
    add(at, Math.max(at, begin), false);
    add(Math.max(at, begin), finish, true);
    at = finish;
  }
  add(at, cut.to, false);
  if (cut.to < text.length) snippet.push({ text: ' …', marked: false });
  return snippet;
}
