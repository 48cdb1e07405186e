import { type NameSearch, nameSearch } from '../../../shared/people/names/name-search.ts';
import { wordsOfStored } from '../../../shared/people/names/stored-name.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { inShortTurns } from '../in-short-turns.ts';
import { type FollowedTo, knowsChange, newestPeopleChange, peopleChangedAfter } from './people-changes.ts';

/** Everybody's names, ready to be searched. People and names have numbers of their own; the higher, the newer. */
export interface NameMemory {
  readonly search: NameSearch;
  /** By the number of a person. */
  readonly ids: readonly string[];
  readonly numberOfPerson: ReadonlyMap<string, number>;
  /** By the number of a name: its place among the names of its person. */
  readonly places: readonly number[];
}

interface Held extends NameMemory {
  ids: string[];
  numberOfPerson: Map<string, number>;
  places: number[];
  /** By the number of a person: the numbers of the names. */
  names: number[][];
  /** The last change that is in it. */
  followedTo: FollowedTo;
  /** Reads what is still to be read. */
  reading: Generator<void>;
}

const memories = new WeakMap<object, Held>();

/**
 * The names of an open database as they are now: what changed since the last look is read before, and all that is left
 * when somebody searches before everything was read.
 */
export function nameMemory(db: Db): NameMemory {
  const known = memories.get(db.connection);
  const held = known && knowsChange(db, known.followedTo) ? known : begin(db);
  while (!held.reading.next().done);
  for (const { to, personId } of peopleChangedAfter(db, held.followedTo)) {
    readPerson(db, held, personId);
    held.followedTo = to;
  }
  return held;
}

/** Reads everybody's names once somebody has signed in, and forgets them when the office closes. */
export function keepNameMemory(core: Core): void {
  core.signedIn.push(({ ended }) => {
    const { database } = core;
    if (!database || memories.has(database.connection)) return;
    inShortTurns(begin(database).reading, ended.signal).catch(() => {
      // Whoever searches reads on, and sees what fails.
      core.ports.log.write({ level: 'warning', code: 'names-not-read' });
    });
  });
  core.closing.push(() => {
    if (core.database) memories.delete(core.database.connection);
  });
}

function begin(db: Db): Held {
  const held: Held = {
    search: nameSearch(),
    ids: [],
    numberOfPerson: new Map(),
    places: [],
    names: [],
    followedTo: newestPeopleChange(db),
    reading: nothing(),
  };
  held.reading = readAll(db, held);
  memories.set(db.connection, held);
  return held;
}

function* nothing(): Generator<void> {}

type NameRow = [personId: string, place: number, words: string];
const NAMES_A_STEP = 200;

/** Everybody, in the order in which they were created. */
function* readAll(db: Db, held: Held): Generator<void> {
  const sql = `SELECT person_id, place, words FROM person_name WHERE (person_id, place) > (?, ?) ORDER BY person_id, place LIMIT ${NAMES_A_STEP}`;
  for (let [id, place] = ['', 0]; ; ) {
    // The columns of a STRICT table.
    const rows = db.statement(sql).raw(true).all(id, place) as NameRow[];
    for (const row of rows) add(held, row);
    const last = rows.at(-1);
    if (!last) return;
    [id, place] = last;
    yield;
  }
}

function readPerson(db: Db, held: Held, id: string): void {
  const person = held.numberOfPerson.get(id);
  if (person !== undefined) {
    for (const name of held.names[person] ?? []) held.search.remove(name);
    held.names[person] = [];
  }
  // As above.
  const rows = db
    .statement('SELECT person_id, place, words FROM person_name WHERE person_id = ?')
    .raw(true)
    .all(id) as NameRow[];
  for (const row of rows) add(held, row);
}

function add(held: Held, [personId, place, words]: NameRow): void {
  let person = held.numberOfPerson.get(personId);
  if (person === undefined) {
    person = held.ids.push(personId) - 1;
    held.numberOfPerson.set(personId, person);
  }
  const name = held.search.add({ owner: person, words: wordsOfStored(words) });
  held.places[name] = place;
  (held.names[person] ??= []).push(name);
}
