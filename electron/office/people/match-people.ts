import type { Db } from '../database/handles.ts';
import type { MeantWord } from './find-name-words.ts';
import type { NameSource } from './name-index.ts';

/** Somebody in whom every typed word was found. */
export interface MatchedPerson {
  personId: string;
  /** The higher, the better. */
  score: number;
  /** For each typed word what it was found in; null: left out. */
  words: readonly (MatchedWord | null)[];
}

export interface MatchedWord extends MeantWord {
  source: NameSource;
}

/** A detail that people must have besides: keys of `person_key` that begin with one of these. */
export type DetailFilter = readonly string[];

/** Enough to rank the best twenty among; a common name has thousands. */
const MOST_PEOPLE = 300;
/** Each word of a name that was not typed, and that there is one at all: who is called so and nothing else stands first. */
const OTHER_WORD = 0.02;
const INCOMPLETE = 0.25;
const PART_OF_WORD = 0.04;
/** Two typed words that are one word of the name. */
const SAME_WORD_TWICE = 0.3;

interface Row {
  wordId: number;
  part: number;
  others: number;
  personId: string;
  source: NameSource;
}

const HAS_WORD =
  'EXISTS (SELECT 1 FROM person_name_word AS also WHERE also.person_id = found.person_id AND +also.word_id IN (SELECT value FROM json_each(?)))';
const HAS_DETAIL =
  'EXISTS (SELECT 1 FROM person_key WHERE person_id = found.person_id AND key >= ? AND key < ? || char(1114111))';

/** People who have a word for every list, best first. The rarest list is looked up, the others are looked for in whom it finds. */
export function matchPeople(db: Db, lists: readonly (readonly MeantWord[])[], details: DetailFilter): MatchedPerson[] {
  if (lists.length === 0 || lists.some((list) => list.length === 0)) return [];
  const people = lists.length === 1 && details.length === 0 ? undefined : peopleWithAll(db, lists, details);
  const rows = people ? rowsOfPeople(db, people, lists) : rowsOfWords(db, lists[0] ?? []);
  const byPerson = Map.groupBy(rows, (row) => row.personId);
  const meant = lists.map((list) => new Map(list.map((word) => [word.wordId, word])));
  return [...byPerson]
    .map(([personId, found]) => scored(personId, found, meant))
    .sort((a, b) => b.score - a.score || (a.personId < b.personId ? 1 : -1));
}

function peopleWithAll(db: Db, lists: readonly (readonly MeantWord[])[], details: DetailFilter): string[] {
  const ids = lists.map((list) => JSON.stringify(list.map(({ wordId }) => wordId)));
  const count = db
    .statement('SELECT count(*) FROM json_each(?) CROSS JOIN person_name_word ON word_id = value')
    .pluck(true);
  const [rarest, ...others] = ids
    .map((list) => ({ list, uses: Number(count.get(list)) }))
    .sort((a, b) => a.uses - b.uses);
  if (!rarest) return [];
  const conditions = [...others.map(() => HAS_WORD), ...details.map(() => HAS_DETAIL)].join(' AND ');
  const sql = `SELECT DISTINCT person_id FROM json_each(?) CROSS JOIN person_name_word AS found ON word_id = value
    ${conditions === '' ? '' : `WHERE ${conditions}`} LIMIT ${MOST_PEOPLE}`;
  const values = [...others.map(({ list }) => list), ...details.flatMap((key) => [key, key])];
  // A column of a STRICT table that is NOT NULL TEXT.
  return db
    .statement(sql)
    .pluck(true)
    .all(rarest.list, ...values) as string[];
}

const COLUMNS = 'word_id AS wordId, part, others, person_id AS personId, source';

function rowsOfPeople(db: Db, people: readonly string[], lists: readonly (readonly MeantWord[])[]): Row[] {
  const words = lists.flatMap((list) => list.map(({ wordId }) => wordId));
  const sql = `SELECT ${COLUMNS} FROM json_each(?) CROSS JOIN person_name_word ON person_id = value WHERE +word_id IN (SELECT value FROM json_each(?))`;
  // The columns of the table, STRICT and checked there; some thousand rows for a keystroke.
  return db.statement(sql).all(JSON.stringify(people), JSON.stringify(words)) as Row[];
}

/**
 * Of one word the people with the nearest names: those who are called so and nothing else, then the likeliest words first,
 * each in the order of its index.
 */
function rowsOfWords(db: Db, list: readonly MeantWord[]): Row[] {
  const sql = `SELECT ${COLUMNS} FROM person_name_word WHERE word_id = ?`;
  const complete = db.statement(`${sql} AND part = 0 AND others = 0 LIMIT 20`);
  const longer = db.statement(`${sql} ORDER BY part, others, person_id DESC LIMIT 60`);
  // As above.
  const rows = list.flatMap(({ wordId }) => complete.all(wordId) as Row[]);
  for (const { wordId } of list) {
    if (rows.length >= MOST_PEOPLE) break;
    // As above.
    rows.push(...(longer.all(wordId) as Row[]));
  }
  return rows;
}

function scored(
  personId: string,
  rows: readonly Row[],
  lists: readonly ReadonlyMap<number, MeantWord>[],
): MatchedPerson {
  const words = lists.map((list): (MatchedWord & Row) | null => {
    let best: (MatchedWord & Row) | null = null;
    for (const row of rows) {
      const meant = list.get(row.wordId);
      if (!meant) continue;
      const found = { ...row, ...meant, likeness: meant.likeness - (row.part ? PART_OF_WORD : 0) };
      if (!best || found.likeness > best.likeness || (found.likeness === best.likeness && found.others < best.others))
        best = found;
    }
    return best;
  });
  const found = words.filter((word) => word !== null);
  const distinct = new Set(found.map(({ wordId }) => wordId)).size;
  const mean = found.reduce((sum, { likeness }) => sum + likeness, 0) / Math.max(1, found.length);
  const least = Math.min(...found.map(({ likeness }) => likeness));
  const others = Math.min(...found.map((word) => Math.max(0, word.others - (found.length - 1))));
  const twice = found.length - distinct;
  return {
    personId,
    score: (mean + least) / 2 - others * OTHER_WORD - (others > 0 ? INCOMPLETE : 0) - twice * SAME_WORD_TWICE,
    words,
  };
}
