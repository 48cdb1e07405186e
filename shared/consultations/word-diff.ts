/** A stretch of text that two versions share, or that only one of them has. */
export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Beyond this product of words the middle is told as replaced as a whole: a table of that size would hold the screen up. */
const MOST_CELLS = 4_000_000;

/**
 * What a new version of a text changes, word by word: the longest common sequence of words and of what stands between
 * them (Hunt, Szymanski 1977, by the plain table). `same` and `removed` together give `before`, `same` and `added` give
 * `after`, letter by letter; what was removed stands before what took its place.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const old = wordsOf(before);
  const now = wordsOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const parts: DiffPart[] = [];
  append(parts, 'same', old.slice(0, start));
  changed(parts, old.slice(start, old.length - end), now.slice(start, now.length - end));
  append(parts, 'same', old.slice(old.length - end));
  return parts;
}

/** Words, and the blanks and marks between them, each by itself. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}\u200c\u200d]+|\s+|[^\p{L}\p{M}\p{N}\s\u200c\u200d]/gu) ?? [];
}

function append(parts: DiffPart[], kind: DiffPart['kind'], words: readonly string[]): void {
  const text = words.join('');
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}

function changed(parts: DiffPart[], old: readonly string[], now: readonly string[]): void {
  if (old.length * now.length > MOST_CELLS) {
    append(parts, 'removed', old);
    append(parts, 'added', now);
    return;
  }
  const width = now.length + 1;
  // common[i * width + j]: how many words old from i on and now from j on have in common, in order.
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let removed: string[] = [];
  let added: string[] = [];
  const tell = () => {
    append(parts, 'removed', removed);
    append(parts, 'added', added);
    removed = [];
    added = [];
  };
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [was = '', is = ''] = [old[i], now[j]];
    if (i < old.length && j < now.length && was === is) {
      tell();
      append(parts, 'same', [was]);
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) {
      removed.push(was);
      i += 1;
    } else {
      added.push(is);
      j += 1;
    }
  }
  tell();
}
