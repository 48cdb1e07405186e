import { v7 as uuidv7 } from 'uuid';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { PersonFields } from '../../../shared/people/people.contract.ts';
import { isOtherName, personProblem, tidyPerson, withoutName } from '../../../shared/people/person.rules.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { markOldValues } from '../letters/old-values.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { checkedByEntry } from './checked-fields.ts';
import { hasMerged, requireStanding } from './duplicates/merges.ts';
import { forgetFormerNames, keepFormerName, type NameChange } from './former-names.ts';
import { indexPerson } from './person-names-found.ts';
import { getPerson } from './person-row.ts';
import { isPseudonymTaken } from './pseudonyms.ts';

const COLUMNS = [
  'level',
  'pseudonym',
  'given_name',
  'family_name',
  'family_first',
  'document_name',
  'own_script_name',
  'spoken_name',
  'aliases',
  'born_on',
  'birth_precision',
  'gender',
  'roles',
  'moved_in_on',
  'spoken',
  'understood',
  'read',
  'district',
  'phone',
  'email',
] as const;
const INSERT = `INSERT INTO person (id, ${COLUMNS.join(', ')}, created_by, created_at, changed_at)
  VALUES (?, ${COLUMNS.map(() => '?').join(', ')}, ?, ?, ?)`;
const UPDATE = `UPDATE person SET ${COLUMNS.map((column) => `${column} = ?`).join(', ')}, changed_at = ?, revision = ? WHERE id = ?`;

/**
 * Stores a new person with their search keys. Throws RULE name-missing, born-in-the-future, pseudonym-missing,
 * pseudonym-with-name, pseudonym-taken.
 */
export function createPerson(tx: Tx, person: PersonFields, who: Who): { id: string; revision: number } {
  const tidied = checked(tx, person, null);
  const id = uuidv7();
  run(tx, INSERT, id, ...columnsOf(tidied), who.staffId, tx.at, tx.at);
  indexPerson(tx, id, tidied);
  checkedByEntry(tx, id, null, tidied);
  tx.touch({ entity: 'person', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

export interface PersonToChange {
  id: string;
  revision: number;
  person: PersonFields;
  nameChange?: NameChange | undefined;
}

/**
 * Replaces a person's fields and search keys. A name that ends goes into the history; of somebody who is known by a
 * pseudonym from now on, nothing of a name stays. Throws CONFLICT, RULE record-merged, RULE has-merged, and what `createPerson` throws.
 */
export function changePerson(tx: Tx, input: PersonToChange, who: Who): { revision: number } {
  requireStanding(tx, input.id);
  const before = getPerson(tx, input.id);
  if (before.revision !== input.revision) throw conflict(before.revision);
  const losesName = before.level === 'named' && input.person.level === 'pseudonymous';
  // The merged records have the name, too, and a search for it leads here.
  if (losesName && hasMerged(tx, input.id)) throw rule('has-merged');
  const tidied = checked(tx, losesName ? withoutName(input.person) : input.person, input.id);
  const revision = before.revision + 1;
  if (losesName) forgetFormerNames(tx, input.id);
  else if (isOtherName(before, tidied))
    keepFormerName(tx, input.id, before, input.nameChange ?? { reason: 'correction', untilOn: null }, who);
  storePersonFields(tx, input.id, tidied, revision);
  checkedByEntry(tx, input.id, before, tidied);
  markOldValues(tx, input.id, before, tidied);
  tx.touch({ entity: 'person', id: input.id, op: 'put', fields: changedFields(before, tidied), revision });
  return { revision };
}

/** Replaces the fields of a stored person and what they are found by. The caller has checked them and names the person in the journal. */
export function storePersonFields(tx: Tx, id: string, person: PersonFields, revision: number): void {
  run(tx, UPDATE, ...columnsOf(person), tx.at, revision, id);
  indexPerson(tx, id, person);
}

function checked(tx: Tx, person: PersonFields, id: string | null): PersonFields {
  const tidied = tidyPerson(person);
  const problem = personProblem(tidied, localDateOf(tx.at));
  if (problem) throw rule(problem);
  if (tidied.level === 'pseudonymous' && isPseudonymTaken(tx, tidied.pseudonym, id)) throw rule('pseudonym-taken');
  return tidied;
}

function columnsOf(person: PersonFields): (string | number | null)[] {
  return [
    person.level,
    person.pseudonym,
    person.givenName,
    person.familyName,
    person.familyFirst ? 1 : 0,
    person.documentName,
    person.ownScriptName,
    person.spokenName,
    JSON.stringify(person.aliases),
    person.bornOn,
    person.birthPrecision,
    person.gender,
    JSON.stringify(person.roles),
    person.movedInOn,
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
