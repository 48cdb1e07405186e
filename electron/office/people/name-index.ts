import { type IndexedWord, indexedWords } from '../../../shared/people/names/indexed-words.ts';
import { soundKeys } from '../../../shared/people/names/sound-keys.ts';
import { readingsText } from '../../../shared/people/names/word-row.ts';
import { type Db, run, type Tx } from '../database/handles.ts';

/** Where a name of a person stands: as written in Latin letters, in the own script, or a further name of theirs. */
export const NAME_SOURCES = ['name', 'own-script', 'other-name'] as const;
export type NameSource = (typeof NAME_SOURCES)[number];

/** One full name of a person. */
export interface FoundName {
  source: NameSource;
  name: string;
}

/** Writes the words under which a person is found by name, in place of those that were there. */
export function writeNameWords(tx: Tx, personId: string, names: readonly FoundName[]): void {
  run(tx, 'DELETE FROM person_name_word WHERE person_id = ?', personId);
  for (const { source, name } of names) {
    for (const indexed of indexedWords(name)) {
      if (indexed.word.text === '') continue;
      run(
        tx,
        `INSERT INTO person_name_word (word_id, part, others, person_id, source) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT DO NOTHING`,
        wordId(tx, indexed.word),
        indexed.part ? 1 : 0,
        indexed.others,
        personId,
        source,
      );
    }
  }
}

/** The word's number, new if nobody had the word yet. */
function wordId(tx: Tx, word: IndexedWord['word']): number {
  const readings = readingsText(word);
  const known = findWordId(tx, word.text, readings);
  if (known !== null) return known;
  run(tx, 'INSERT INTO name_word (text, readings) VALUES (?, ?)', word.text, readings);
  const id = findWordId(tx, word.text, readings) ?? 0;
  for (const key of new Set(word.readings.flatMap(({ sounds }) => soundKeys(sounds))))
    run(tx, 'INSERT INTO name_word_key (key, word_id) VALUES (?, ?)', key, id);
  return id;
}

function findWordId(db: Db, text: string, readings: string): number | null {
  const id = db.statement('SELECT id FROM name_word WHERE text = ? AND readings = ?').pluck(true).get(text, readings);
  return id === undefined ? null : Number(id);
}
