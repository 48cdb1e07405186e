import { type Db, run, type Tx } from '../../database/handles.ts';

/**
 * Everything that belongs to a person by a row of its own, with the row's key. A test compares this list with the foreign
 * keys of the database: a new table must be named here or there.
 */
export const MOVED_RELATIONS = {
  contact: ['id'],
  letter: ['id'],
  ticket: ['id'],
  ticket_before: ['ticket_id', 'sequence'],
  appointment_person: ['appointment_id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Relation = keyof typeof MOVED_RELATIONS;

/** What the journal calls a row of a relation; without one the row is a part of another that is named. */
const ENTITY: Readonly<Record<Relation, string | null>> = {
  contact: 'contact',
  letter: 'letter',
  ticket: 'ticket',
  ticket_before: null,
  appointment_person: 'appointment',
};

/** Lets every row of the merged record belong to the kept one, and notes which they were. */
export function moveRows(tx: Tx, mergedId: string, keptId: string): void {
  for (const relation of relations()) {
    for (const key of rowsOf(tx, relation, mergedId)) {
      const removed = relation === 'appointment_person' && isOn(tx, key, keptId);
      const sql = removed ? `DELETE FROM ${relation}` : `UPDATE ${relation} SET person_id = ?`;
      const before = removed ? [] : [keptId];
      run(tx, `${sql} WHERE ${whereKey(relation)} AND person_id = ?`, ...before, ...valuesOf(key), mergedId);
      run(
        tx,
        'INSERT INTO person_merge_row (merged_id, relation, row_key, removed) VALUES (?, ?, ?, ?)',
        mergedId,
        relation,
        key,
        removed ? 1 : 0,
      );
      touchRow(tx, relation, key);
    }
  }
}

/** Gives back the rows that still belong to the kept record. What somebody has given to another person since stays there. */
export function giveRowsBack(tx: Tx, mergedId: string, keptId: string): void {
  for (const relation of relations()) {
    const rows = tx
      .statement('SELECT row_key, removed FROM person_merge_row WHERE merged_id = ? AND relation = ?')
      .raw(true)
      .all(mergedId, relation) as [string, number][]; // STRICT: a text and an integer
    for (const [key, removed] of rows) {
      if (removed) {
        // Only if the kept record still is on it: else somebody has said since that they do not come.
        const there =
          'SELECT ?, ? WHERE EXISTS (SELECT 1 FROM appointment_person WHERE appointment_id = ? AND person_id = ?)';
        const [id = ''] = valuesOf(key);
        run(
          tx,
          `INSERT INTO appointment_person (appointment_id, person_id) ${there} ON CONFLICT DO NOTHING`,
          id,
          mergedId,
          id,
          keptId,
        );
      } else {
        run(
          tx,
          `UPDATE ${relation} SET person_id = ? WHERE ${whereKey(relation)} AND person_id = ?`,
          mergedId,
          ...valuesOf(key),
          keptId,
        );
      }
      touchRow(tx, relation, key);
    }
  }
}

/** Forgets of which record a talk and its ticket were: a talk that is nobody's now must lead to neither. */
export function forgetMerged(tx: Tx, contactId: string, ticketId: string | null): void {
  run(
    tx,
    `DELETE FROM person_merge_row WHERE (relation = 'contact' AND row_key = json_array(?))
      OR (relation IN ('ticket', 'ticket_before') AND row_key ->> 0 = ?)`,
    contactId,
    ticketId,
  );
}

// The keys of an object literal of this type.
const relations = () => Object.keys(MOVED_RELATIONS) as Relation[];

function rowsOf(db: Db, relation: Relation, personId: string): string[] {
  const key = MOVED_RELATIONS[relation].join(', ');
  return db
    .statement(`SELECT json_array(${key}) FROM ${relation} WHERE person_id = ? ORDER BY ${key}`)
    .pluck(true)
    .all(personId)
    .map(String);
}

const whereKey = (relation: Relation) => MOVED_RELATIONS[relation].map((column) => `${column} = ?`).join(' AND ');

// Written by json_array from TEXT and INTEGER columns.
const valuesOf = (key: string) => JSON.parse(key) as (string | number)[];

function isOn(db: Db, appointment: string, personId: string): boolean {
  const [id = ''] = valuesOf(appointment);
  return (
    db.statement('SELECT 1 FROM appointment_person WHERE appointment_id = ? AND person_id = ?').get(id, personId) !==
    undefined
  );
}

function touchRow(tx: Tx, relation: Relation, key: string): void {
  const entity = ENTITY[relation];
  if (entity) tx.touch({ entity, id: String(valuesOf(key)[0]), op: 'put', fields: ['personId'] });
}
