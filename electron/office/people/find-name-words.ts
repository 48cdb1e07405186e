import { typedLikeness, wordLikeness } from '../../../shared/people/names/name-likeness.ts';
import type { NameWord } from '../../../shared/people/names/name-words.ts';
import { soundKeys } from '../../../shared/people/names/sound-keys.ts';
import { readingsOf } from '../../../shared/people/names/word-row.ts';
import type { Db } from '../database/handles.ts';

/** A stored word that somebody may mean by a typed one. */
export interface MeantWord {
  wordId: number;
  /** 1 the same letters; less the less alike. */
  likeness: number;
  /** The letters were typed so, or their beginning; else the word only sounds like it. */
  byLetters: boolean;
}

/** Below this a word is another name. */
const SAME_WORD = 0.72;
const SAME_BEGINNING = 0.86;
/** The letters say more than the sounds, the whole word more than its beginning. */
const SOUND = 0.98;
const BEGINNING = 0.96;
const BEGINNING_SOUND = 0.9;
/** More words than this nobody means by one. */
const MOST_WORDS = 40;
const MOST_CANDIDATES = 500;
/** One consonant begins many names; all of them are looked at where letters alone found hardly any. */
const FEW = 5;
const MOST_OF_ONE_CONSONANT = 2500;

const BY_LETTERS = `SELECT id, text FROM name_word WHERE text >= ? AND text < ? || char(1114111) ORDER BY text LIMIT ${MOST_CANDIDATES}`;
const BY_KEYS = `SELECT DISTINCT name_word.id, readings FROM json_each(?) AS typed CROSS JOIN name_word_key ON name_word_key.key = typed.value JOIN name_word ON name_word.id = word_id`;
const BY_BEGINNINGS = `SELECT DISTINCT name_word.id, readings FROM json_each(?) AS typed CROSS JOIN name_word_key ON name_word_key.key > typed.value AND name_word_key.key < typed.value || char(1114111)
  JOIN name_word ON name_word.id = word_id LIMIT ?`;

/**
 * The stored words that a typed word may mean, the likeliest first: those that begin with its letters, and those that
 * sound like it; while it is being typed also those that go on after sounding so.
 */
export function findNameWords(db: Db, typed: NameWord, options: { unfinished: boolean }): MeantWord[] {
  const meant = new Map<number, MeantWord>();
  const add = (word: MeantWord) => {
    const known = meant.get(word.wordId);
    if (!known || known.likeness < word.likeness) meant.set(word.wordId, word);
  };
  for (const [id, text] of rowsOf(db, BY_LETTERS, typed.text, typed.text)) {
    const likeness = text === typed.text ? 1 : BEGINNING - 0.005 * (text.length - typed.text.length);
    add({ wordId: id, likeness, byLetters: true });
  }
  const keys = [...new Set(typed.readings.flatMap(({ sounds }) => soundKeys(sounds)))];
  for (const [id, readings] of rowsOf(db, BY_KEYS, JSON.stringify(keys))) {
    const likeness = wordLikeness(typed, { readings: readingsOf(readings) });
    if (likeness >= SAME_WORD) add({ wordId: id, likeness: likeness * SOUND, byLetters: false });
  }
  if (options.unfinished) {
    const short = keys.some((key) => key.length < 2);
    const most = !short ? MOST_CANDIDATES : meant.size < FEW && typed.text.length >= 3 ? MOST_OF_ONE_CONSONANT : 0;
    for (const [id, readings] of rowsOf(db, BY_BEGINNINGS, JSON.stringify(keys), most)) {
      const likeness = typedLikeness(typed, { readings: readingsOf(readings) });
      if (likeness >= SAME_BEGINNING) add({ wordId: id, likeness: likeness * BEGINNING_SOUND, byLetters: false });
    }
  }
  return [...meant.values()].sort((a, b) => b.likeness - a.likeness || a.wordId - b.wordId).slice(0, MOST_WORDS);
}

/** Rows of a number and a text, unparsed: some hundred for each letter typed. */
function rowsOf(db: Db, sql: string, ...values: (string | number)[]): [number, string][] {
  // Both tables are STRICT: the first column is an integer, the second a text.
  return db
    .statement(sql)
    .raw(true)
    .all(...values) as [number, string][];
}
