import { type ComparedPerson, comparedPerson, duplicateEvidence } from '../../../../shared/people/duplicates.rules.ts';
import type { Core } from '../../core.ts';
import type { Db } from '../../database/handles.ts';
import { type FollowedTo, knowsChange, newestPeopleChange, peopleChangedAfter } from '../people-changes.ts';
import { listPeople } from '../person-row.ts';

/** Two records that may be one person. */
export interface AlikePair {
  firstId: string;
  secondId: string;
  /** The higher, the likelier. */
  score: number;
}

interface Held {
  /** By person, by the other one: each pair at both. */
  pairs: Map<string, Map<string, AlikePair>>;
  followedTo: FollowedTo;
  /** Compares those who are still to be compared. */
  comparing: Generator<void>;
}

/** A block that more people share says nothing. */
const MOST_IN_BLOCK = 40;

// Those who share a block with somebody, and whose year of birth does not speak against it.
const SHARING = `
  SELECT DISTINCT other.id FROM person_block AS own
    JOIN person_block AS shared ON shared.block = own.block AND shared.person_id <> own.person_id
    JOIN person AS one ON one.id = own.person_id
    JOIN person AS other ON other.id = shared.person_id
  WHERE own.person_id = ?
    AND (SELECT count(*) FROM (SELECT 1 FROM person_block WHERE block = own.block LIMIT ${MOST_IN_BLOCK + 1})) <= ${MOST_IN_BLOCK}
    AND (one.born_on IS NULL OR other.born_on IS NULL OR substr(one.born_on, 1, 4) = substr(other.born_on, 1, 4))`;

const compared = new WeakMap<object, Held>();

/** Steps that compare everybody with those who share a part of the name. Once done there is nothing to do until the office closes. */
export function comparingPeople(db: Db): Iterator<void> {
  return heldOf(db).comparing;
}

/** Every pair as people are now; compares before what is left to be compared, and who has changed. */
export function alikePairs(db: Db): AlikePair[] {
  const held = heldOf(db);
  while (!held.comparing.next().done);
  for (const { to, personId } of peopleChangedAfter(db, held.followedTo)) {
    forget(held, personId);
    compare(db, held, personId, { read: new Map(), isWanted: () => true });
    held.followedTo = to;
  }
  return [...held.pairs].flatMap(([id, pairs]) => [...pairs.values()].filter(({ secondId }) => secondId === id));
}

/** Forgets the pairs when the office closes. */
export function forgetPairsAtClosing(core: Core): void {
  core.closing.push(() => {
    if (core.database) compared.delete(core.database.connection);
  });
}

function heldOf(db: Db): Held {
  const known = compared.get(db.connection);
  if (known && knowsChange(db, known.followedTo)) return known;
  const held: Held = { pairs: new Map(), followedTo: newestPeopleChange(db), comparing: nothing() };
  held.comparing = compareAll(db, held);
  compared.set(db.connection, held);
  return held;
}

function* nothing(): Generator<void> {}

/** The newest records first: each is compared with the older ones. */
function* compareAll(db: Db, held: Held): Generator<void> {
  // One TEXT column of a STRICT table.
  const ids = db.statement('SELECT id FROM person ORDER BY id DESC').pluck(true).all() as string[];
  // Names are read once: that takes longer than comparing them.
  const read = new Map<string, ComparedPerson>();
  for (const id of ids) {
    compare(db, held, id, { read, isWanted: (other) => other < id });
    yield;
  }
}

interface Compare {
  /** People whose names are read; those that are met are added. */
  read: Map<string, ComparedPerson>;
  isWanted: (other: string) => boolean;
}

function compare(db: Db, held: Held, id: string, { read, isWanted }: Compare): void {
  // As above.
  const sharing = db.statement(SHARING).pluck(true).all(id) as string[];
  const others = sharing.filter(isWanted);
  if (others.length === 0) return;
  const unread = [id, ...others].filter((other) => !read.has(other));
  for (const person of listPeople(db, unread)) read.set(person.id, comparedPerson(person));
  const one = read.get(id);
  for (const otherId of others) {
    const other = read.get(otherId);
    if (!one || !other) continue;
    const { likely, score } = duplicateEvidence(one, other);
    if (!likely) continue;
    const [firstId, secondId] = id < otherId ? [id, otherId] : [otherId, id];
    const pair = { firstId, secondId, score };
    pairsOf(held, firstId).set(secondId, pair);
    pairsOf(held, secondId).set(firstId, pair);
  }
}

function forget(held: Held, id: string): void {
  for (const other of held.pairs.get(id)?.keys() ?? []) held.pairs.get(other)?.delete(id);
  held.pairs.delete(id);
}

function pairsOf(held: Held, id: string): Map<string, AlikePair> {
  const there = held.pairs.get(id) ?? new Map<string, AlikePair>();
  held.pairs.set(id, there);
  return there;
}
