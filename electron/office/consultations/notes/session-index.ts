import { z } from 'zod';
import { foldName } from '../../../../shared/kernel/fold-name.ts';
import type { Instant } from '../../../../shared/kernel/instants.ts';
import type { SearchReach } from '../../../../shared/search/search.contract.ts';
import type { Session } from '../../access/session.ts';
import { type Core, openDatabaseOf } from '../../core.ts';
import { type Db, listRows } from '../../database/handles.ts';
import { inShortTurns } from '../../in-short-turns.ts';
import { readableNotes } from './readable-notes.ts';
import { createSealedIndex, type SealedIndex } from './sealed-index.ts';

/** What a session finds of sealed notes, and how far back. */
export interface SessionIndex {
  index: SealedIndex;
  reach: SearchReach;
  /** The highest number that is in it. */
  newest: number;
  /** Ends the building. */
  stop: AbortController;
  /** Whose notes are in it: with others it is another index. */
  readers: string;
}

const indexes = new WeakMap<Session, SessionIndex>();

/** The index of a session with everything in it that was written until now; null for somebody who reads no notes. */
export function sessionIndex(core: Core, session: Session): SessionIndex | null {
  const db = openDatabaseOf(core);
  if (!session.rights.has('consultations.write')) {
    dropSessionIndex(session);
    return null;
  }
  const there = indexes.get(session);
  if (there && there.readers === readersOf(db, session)) {
    addNewerNotes(db, session, there);
    return there;
  }
  dropSessionIndex(session);
  return session.ended.signal.aborted ? null : build(core, db, session);
}

/** Begins the index of everybody who signs in, and lets all follow what is written and who may read it. */
export function keepSessionIndexes(core: Core): void {
  core.signedIn.push((session) => sessionIndex(core, session));
  core.written.push((touches) => {
    if (!touches.some(({ entity }) => CHANGES_WHAT_IS_READ.has(entity))) return;
    // After the command has ended: what it changes of a session's keys is changed then.
    setImmediate(() => {
      if (core.database === null) return;
      for (const { session } of core.connections) if (session) sessionIndex(core, session);
    });
  });
}

const CHANGES_WHAT_IS_READ: ReadonlySet<string> = new Set(['note', 'staff', 'release']);

/** Forgets what a session has found of sealed notes; it is built anew when it is asked for. */
function dropSessionIndex(session: Session): void {
  const there = indexes.get(session);
  if (!there) return;
  indexes.delete(session);
  there.stop.abort();
  there.index.close();
}

/** Whose notes a session can open, and how many a client's releases open for it: an older note can come under one later. */
function readersOf(db: Db, { keys }: Session): string {
  const readers = [...keys.readers.keys()];
  const releases = readers.filter((reader) => reader.startsWith('release:'));
  const sql = 'SELECT count(*) FROM note_key WHERE reader IN (SELECT value FROM json_each(?))';
  const released = releases.length > 0 ? db.statement(sql).pluck().get(JSON.stringify(releases)) : 0;
  return [...readers, String(released)].join(' ');
}

function build(core: Core, db: Db, session: Session): SessionIndex {
  const made: SessionIndex = {
    index: createSealedIndex(),
    reach: 'newest',
    newest: highestNumber(db),
    stop: new AbortController(),
    readers: readersOf(db, session),
  };
  indexes.set(session, made);
  session.ended.signal.addEventListener('abort', () => dropSessionIndex(session), { once: true });
  inShortTurns(addOlderNotes(db, session, made, core.ports.clock.now()), made.stop.signal).catch(() => {
    // What is in it stays searchable; the screens go on saying that the rest is not.
    core.ports.log.write({ level: 'warning', code: 'note-search-not-built' });
  });
  return made;
}

const highestNumber = (db: Db) =>
  z.int().parse(db.statement('SELECT coalesce(max(number), 0) FROM note_words').pluck().get());

const NumberRow = z.strictObject({ number: z.int(), note_id: z.string() });
const YEAR_MS = 365 * 86_400_000;
/** Notes that are opened in one go: a step of a few milliseconds. */
const NOTES_A_STEP = 16;

/** From the newest note backwards, a step at a time. */
function* addOlderNotes(db: Db, session: Session, to: SessionIndex, now: Instant): Generator<void> {
  const yearAgo = new Date(Date.parse(now) - YEAR_MS).toISOString();
  const sql = `SELECT number, note_id FROM note_words WHERE number <= ? AND folded IS NULL ORDER BY number DESC LIMIT ${NOTES_A_STEP}`;
  for (let upTo = to.newest; upTo > 0; ) {
    const rows = listRows(db, NumberRow, sql, upTo);
    const last = rows.at(-1);
    if (!last) break;
    for (const { number, folded, writtenAt } of wordsOf(db, session, rows)) {
      to.index.addOlder(number, folded);
      if (writtenAt < yearAgo) to.reach = 'year';
    }
    upTo = last.number - 1;
    yield;
  }
  to.reach = 'all';
}

/** What was written, changed, raised or lowered since: each has a new number. */
function addNewerNotes(db: Db, session: Session, to: SessionIndex): void {
  const sql = 'SELECT number, note_id FROM note_words WHERE number > ? AND folded IS NULL ORDER BY number';
  const rows = listRows(db, NumberRow, sql, to.newest);
  to.newest = Math.max(to.newest, highestNumber(db));
  for (const { number, folded } of wordsOf(db, session, rows)) to.index.addNewer(number, folded);
}

/** The words of those notes that this session may read, in the order of the rows. */
function wordsOf(db: Db, session: Session, rows: readonly z.infer<typeof NumberRow>[]) {
  if (rows.length === 0) return [];
  const notes = readableNotes(db, session, { noteIds: rows.map((row) => row.note_id) });
  const newest = new Map(notes.map((note) => [note.id, note.newest]));
  return rows.flatMap(({ number, note_id }) => {
    const version = newest.get(note_id);
    return version ? { number, folded: foldName(version.text), writtenAt: version.writtenAt } : [];
  });
}
