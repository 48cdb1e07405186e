import { z } from 'zod';
import type { EmployerKind } from '../../../../shared/access/access.contract.ts';
import type { NoteLevel } from '../../../../shared/consultations/consultations.contract.ts';
import {
  fullTextQuery,
  type SearchTerm,
  type Snippet,
  searchTerms,
  snippetOf,
} from '../../../../shared/consultations/note-search.rules.ts';
import { addDays, instantOfLocal, type LocalDate } from '../../../../shared/kernel/instants.ts';
import type { Who } from '../../access/session.ts';
import { type Db, listRows } from '../../database/handles.ts';
import { listEmployers } from '../../office/settings.ts';
import { countReading } from './list-notes.ts';
import { type ReadableNote, readableNotes } from './readable-notes.ts';
import type { SealedIndex } from './sealed-index.ts';

export interface NoteQuestion {
  words: string;
  topic: string | null;
  from: LocalDate | null;
  to: LocalDate | null;
  employer: EmployerKind | null;
  level: NoteLevel | null;
}

export interface FoundNote {
  note: ReadableNote;
  snippet: Snippet;
}

/** More than these nobody reads; another word narrows them down. */
const MOST_HITS = 20;
/** Candidates that are looked at in one go: as many as are shown, and one more that says that there are more. */
const CANDIDATES = MOST_HITS + 1;

const CandidateRow = z.strictObject({ number: z.int(), note_id: z.string() });

/**
 * The notes that this reader may open and that fit, the newest first, at most 20. The indexes only propose: each
 * candidate is read as this reader may read it, and must have every word in the text that they see.
 */
export function findNotes(
  db: Db,
  reader: Who,
  sealed: SealedIndex | null,
  question: NoteQuestion,
): { found: FoundNote[]; more: boolean } {
  const terms = searchTerms(question.words);
  if (terms.length === 0) return { found: [], more: false };
  const found: FoundNote[] = [];
  for (const candidates of inGroups(candidateNumbers(db, sealed, terms, question))) {
    for (const note of readInOrder(db, reader, candidates)) {
      const snippet = fits(db, note, question) ? snippetOf(note.newest.text, terms) : null;
      if (!snippet) continue;
      if (found.length === MOST_HITS) return { found, more: true };
      // The snippet is shown: a note of the other employer counts as read.
      countReading(reader, note);
      found.push({ note, snippet });
    }
  }
  return { found, more: false };
}

function* candidateNumbers(
  db: Db,
  sealed: SealedIndex | null,
  terms: readonly SearchTerm[],
  { topic, from, to, level }: NoteQuestion,
): Generator<number> {
  const query = fullTextQuery(terms);
  const { oldest, newest } = numbersOf(db, { from, to });
  const open = level === null || level === 'V1' ? openNumbers(db, query, newest, oldest) : [];
  const closed = sealed && level !== 'V1' ? sealed.find(query, newest, oldest) : [];
  const ofTopic = topic === null ? null : numbersOfTopic(db, topic);
  for (const number of newestFirst(open, closed)) if (!ofTopic || ofTopic.has(number)) yield number;
}

function* openNumbers(db: Db, query: string, newest: number, oldest: number): Generator<number> {
  const sql = 'SELECT -rowid FROM note_index WHERE note_index MATCH ? AND rowid BETWEEN -? AND -? ORDER BY rowid';
  for (const number of db.statement(sql).pluck().iterate(query, newest, oldest)) yield z.int().parse(number);
}

/** Two descending runs as one. */
function* newestFirst(one: Iterable<number>, other: Iterable<number>): Generator<number> {
  const [left, right] = [one[Symbol.iterator](), other[Symbol.iterator]()];
  try {
    let [a, b] = [left.next(), right.next()];
    while (!a.done || !b.done) {
      if (!a.done && (b.done || a.value > b.value)) {
        yield a.value;
        a = left.next();
      } else if (!b.done) {
        yield b.value;
        b = right.next();
      }
    }
  } finally {
    // An index that is still being read from can't be written to.
    left.return?.();
    right.return?.();
  }
}

function* inGroups(numbers: Iterable<number>): Generator<number[]> {
  let group: number[] = [];
  for (const number of numbers) {
    group.push(number);
    if (group.length < CANDIDATES) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function readInOrder(db: Db, reader: Who, numbers: readonly number[]): ReadableNote[] {
  const rows = listRows(
    db,
    CandidateRow,
    'SELECT number, note_id FROM note_words WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number DESC',
    JSON.stringify(numbers),
  );
  const notes = new Map(
    readableNotes(db, reader, { noteIds: rows.map((row) => row.note_id) }).map((note) => [note.id, note]),
  );
  return rows.flatMap((row) => notes.get(row.note_id) ?? []);
}

function fits(db: Db, note: ReadableNote, { from, to, employer, level }: NoteQuestion): boolean {
  const { writtenAt } = note.newest;
  if (level !== null && note.level !== level) return false;
  if (from !== null && writtenAt < instantOfLocal(from, '00:00')) return false;
  if (to !== null && writtenAt >= instantOfLocal(addDays(to, 1), '00:00')) return false;
  return employer === null || listEmployers(db).some(({ id, kind }) => id === note.employerId && kind === employer);
}

function numbersOfTopic(db: Db, topic: string): ReadonlySet<number> {
  const sql = `SELECT number FROM contact_topic JOIN note USING (contact_id) JOIN note_words ON note_words.note_id = note.id
    WHERE topic = ?`;
  return new Set(z.array(z.int()).parse(db.statement(sql).pluck().all(topic)));
}

const PeriodRow = z.strictObject({ oldest: z.int(), newest: z.int() });

/**
 * Between which numbers everything lies that was written on these days. They follow the order of writing, not the clock:
 * where it was set back, others lie between them, too.
 */
function numbersOf(db: Db, { from, to }: Pick<NoteQuestion, 'from' | 'to'>): z.infer<typeof PeriodRow> {
  if (from === null && to === null) return { oldest: 0, newest: Number.MAX_SAFE_INTEGER };
  const sql = `SELECT coalesce(min(number), 1) AS oldest, coalesce(max(number), 0) AS newest FROM note_words
    WHERE written_at >= ? AND written_at < ?`;
  const began = from === null ? '' : instantOfLocal(from, '00:00');
  const ended = to === null ? '\uffff' : instantOfLocal(addDays(to, 1), '00:00');
  return PeriodRow.parse(db.statement(sql).get(began, ended));
}
