import { v7 as uuidv7 } from 'uuid';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { PersonFields } from '../../../shared/people/people.contract.ts';
import { personProblem, tidyPerson } from '../../../shared/people/person.rules.ts';
import { personKeys } from '../../../shared/people/person-keys.rules.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { getPerson } from './person-row.ts';

/** Stores a new person with their search keys. Throws RULE name-missing, RULE born-in-the-future. */
export function createPerson(tx: Tx, person: PersonFields, who: Who): { id: string; revision: number } {
  const tidied = checked(tx, person);
  const id = uuidv7();
  run(
    tx,
    `INSERT INTO person (id, given_name, family_name, own_script_name, born_on, birth_precision, gender, roles, spoken, understood, read, district, phone, email,
      created_by, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    ...columnsOf(tidied),
    who.staffId,
    tx.at,
    tx.at,
  );
  writeKeys(tx, id, tidied);
  tx.touch({ entity: 'person', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/** Replaces a person's fields and search keys. Throws CONFLICT, RULE name-missing, RULE born-in-the-future. */
export function changePerson(
  tx: Tx,
  input: { id: string; revision: number; person: PersonFields },
): { revision: number } {
  const before = getPerson(tx, input.id);
  if (before.revision !== input.revision) throw conflict(before.revision);
  const tidied = checked(tx, input.person);
  const revision = before.revision + 1;
  run(
    tx,
    `UPDATE person SET given_name = ?, family_name = ?, own_script_name = ?, born_on = ?, birth_precision = ?, gender = ?, roles = ?, spoken = ?, understood = ?,
      read = ?, district = ?, phone = ?, email = ?, changed_at = ?, revision = ? WHERE id = ?`,
    ...columnsOf(tidied),
    tx.at,
    revision,
    input.id,
  );
  writeKeys(tx, input.id, tidied);
  tx.touch({ entity: 'person', id: input.id, op: 'put', fields: changedFields(before, tidied), revision });
  return { revision };
}

function checked(tx: Tx, person: PersonFields): PersonFields {
  const tidied = tidyPerson(person);
  const problem = personProblem(tidied, localDateOf(tx.at));
  if (problem) throw rule(problem);
  return tidied;
}

function columnsOf(person: PersonFields): (string | null)[] {
  return [
    person.givenName,
    person.familyName,
    person.ownScriptName,
    person.bornOn,
    person.birthPrecision,
    person.gender,
    JSON.stringify(person.roles),
    person.spoken,
    person.understood,
    person.read,
    person.district,
    person.phone,
    person.email,
  ];
}

function changedFields(before: PersonFields, after: PersonFields): string[] {
  // The keys of an object literal of this type are its fields.
  const fields = Object.keys(after) as (keyof PersonFields)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

function writeKeys(tx: Tx, id: string, person: PersonFields): void {
  run(tx, 'DELETE FROM person_key WHERE person_id = ?', id);
  for (const { source, key } of personKeys(person)) {
    run(tx, 'INSERT INTO person_key (person_id, source, key) VALUES (?, ?, ?)', id, source, key);
  }
}
