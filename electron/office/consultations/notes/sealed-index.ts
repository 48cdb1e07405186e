import Database from 'better-sqlite3';

/** A full-text index in memory, over sealed notes that one session can open. */
export interface SealedIndex {
  /** Adds the words of a note that was written before all that are in it already. */
  addOlder(number: number, folded: string): void;
  /** Adds the words of a note that was written since. */
  addNewer(number: number, folded: string): void;
  /** Numbers of notes that fit, the newest first, from `newest` down to `oldest`. */
  find(fullTextQuery: string, newest: number, oldest: number): Iterable<number>;
  /** Forgets everything. */
  close(): void;
}

/** So many notes that the beginning of a word, which SQLite gathers over a whole table, stays quick. */
const NOTES_ON_A_SHELF = 4000;

interface Shelf {
  add: Database.Statement<[number, string]>;
  find: Database.Statement<[string, number, number], number>;
  notes: number;
}

/** An empty one. Nothing of it is ever written to a disk. */
export function createSealedIndex(): SealedIndex {
  const memory = new Database(':memory:');
  memory.pragma('temp_store = MEMORY');
  memory.pragma('journal_mode = OFF');
  let made = 0;
  const shelf = (): Shelf => {
    const name = `shelf_${made++}`;
    memory.exec(
      `CREATE VIRTUAL TABLE ${name} USING fts5 (folded, content = '', columnsize = 0, tokenize = 'unicode61 remove_diacritics 0');
       INSERT INTO ${name} (${name}, rank) VALUES ('automerge', 0);
       INSERT INTO ${name} (${name}, rank) VALUES ('crisismerge', 200);
       INSERT INTO ${name} (${name}, rank) VALUES ('hashsize', 131072)`,
    );
    return {
      // Negative row ids, as in the database's index: upwards is from the newest to the oldest.
      add: memory.prepare(`INSERT INTO ${name} (rowid, folded) VALUES (-?, ?)`),
      find: memory
        .prepare<[string, number, number], number>(
          `SELECT -rowid FROM ${name} WHERE ${name} MATCH ? AND rowid BETWEEN -? AND -? ORDER BY rowid`,
        )
        .pluck(),
      notes: 0,
    };
  };
  const add = (to: Shelf, number: number, folded: string) => {
    to.add.run(number, folded);
    to.notes += 1;
  };
  /** The newest first. */
  const shelves: [Shelf, ...Shelf[]] = [shelf()];
  const isFull = ({ notes }: Shelf) => notes >= NOTES_ON_A_SHELF;
  // One transaction that never ends: each commit would write what was gathered as a part of its own.
  memory.exec('BEGIN');
  return {
    addOlder(number, folded) {
      let last = shelves.at(-1);
      // The first is for what comes later.
      if (!last || last === shelves[0] || isFull(last)) shelves.push((last = shelf()));
      add(last, number, folded);
    },
    addNewer(number, folded) {
      if (isFull(shelves[0])) shelves.unshift(shelf());
      add(shelves[0], number, folded);
    },
    *find(fullTextQuery, newest, oldest) {
      for (const { find, notes } of shelves) {
        if (notes > 0) yield* find.iterate(fullTextQuery, newest, oldest);
      }
    },
    close() {
      memory.close();
    },
  };
}
