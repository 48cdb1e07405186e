import { z } from 'zod';
import { displayName } from '../../../shared/people/display-name.rules.ts';
import { BIRTH_PRECISIONS, GENDERS, PERSON_ROLES, type PersonView } from '../../../shared/people/people.contract.ts';
import { PERSON_LEVELS, type PersonLevel } from '../../../shared/people/person-level.contract.ts';
import { flagColumn, jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const PersonRow = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    level: z.enum(PERSON_LEVELS),
    pseudonym: z.string(),
    given_name: z.string(),
    family_name: z.string(),
    family_first: flagColumn,
    document_name: z.string(),
    own_script_name: z.string(),
    spoken_name: z.string(),
    aliases: jsonColumn(z.array(z.string())),
    born_on: z.string().nullable(),
    birth_precision: z.enum(BIRTH_PRECISIONS).nullable(),
    gender: z.enum(GENDERS),
    roles: jsonColumn(z.array(z.enum(PERSON_ROLES))),
    moved_in_on: z.string().nullable(),
    spoken: z.string().nullable(),
    understood: z.string().nullable(),
    read: z.string().nullable(),
    district: z.string().nullable(),
    phone: z.string(),
    email: z.string(),
    created_at: z.string(),
  })
  .transform(
    (row): PersonView => ({
      id: row.id,
      revision: row.revision,
      level: row.level,
      pseudonym: row.pseudonym,
      givenName: row.given_name,
      familyName: row.family_name,
      familyFirst: row.family_first,
      documentName: row.document_name,
      ownScriptName: row.own_script_name,
      spokenName: row.spoken_name,
      aliases: row.aliases,
      bornOn: row.born_on,
      birthPrecision: row.birth_precision,
      gender: row.gender,
      roles: row.roles,
      movedInOn: row.moved_in_on,
      spoken: row.spoken,
      understood: row.understood,
      read: row.read,
      district: row.district,
      phone: row.phone,
      email: row.email,
      createdAt: row.created_at,
    }),
  );

const COLUMNS =
  'id, revision, level, pseudonym, given_name, family_name, family_first, document_name, own_script_name, spoken_name, aliases, born_on, birth_precision, gender, roles, moved_in_on, spoken, understood, read, district, phone, email, created_at';

/** A person. Throws NOT_FOUND. */
export function getPerson(db: Db, id: string): PersonView {
  const person = findRow(db, PersonRow, `SELECT ${COLUMNS} FROM person WHERE id = ?`, id);
  if (!person) throw notFound();
  return person;
}

/** Throws NOT_FOUND when there is no such person. */
export function requirePerson(db: Db, id: string): void {
  if (db.statement('SELECT 1 FROM person WHERE id = ?').get(id) === undefined) throw notFound();
}

/** Those of the people that are there, in the order of the ids. */
export function listPeople(db: Db, ids: readonly string[]): PersonView[] {
  const sql = `SELECT ${COLUMNS} FROM person WHERE id IN (SELECT value FROM json_each(?))`;
  const found = new Map(listRows(db, PersonRow, sql, JSON.stringify(ids)).map((person) => [person.id, person]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** What a line of a list says of somebody, and why they were found. */
export type PersonLine = Pick<
  PersonView,
  | 'id'
  | 'level'
  | 'pseudonym'
  | 'givenName'
  | 'familyName'
  | 'familyFirst'
  | 'ownScriptName'
  | 'bornOn'
  | 'birthPrecision'
  | 'phone'
  | 'spoken'
  | 'district'
>;

const LINES = `SELECT id, level, pseudonym, given_name AS givenName, family_name AS familyName, family_first AS familyFirst,
  own_script_name AS ownScriptName, born_on AS bornOn, birth_precision AS birthPrecision, phone, spoken, district
  FROM person WHERE id IN (SELECT value FROM json_each(?))`;

/** The lines of those of the people that are there, by id. Read with each key that is typed, and so not parsed again. */
export function personLines(db: Db, ids: readonly string[]): Map<string, PersonLine> {
  // The columns of a STRICT table whose checks are those of the contract; a flag is 0 or 1.
  const rows = db.statement(LINES).all(JSON.stringify(ids)) as (Omit<PersonLine, 'familyFirst'> & {
    familyFirst: number;
  })[];
  return new Map(rows.map((row) => [row.id, { ...row, familyFirst: row.familyFirst === 1 }]));
}

/** The names of people as every screen shows them, by id. */
export function displayNames(db: Db, ids: readonly string[]): Map<string, string> {
  if (ids.length === 0) return new Map();
  return new Map(listPeople(db, ids).map((person) => [person.id, displayName(person)]));
}

/** Somebody as a talk names them, and how they are known; null for nobody. */
export function knownPerson(db: Db, id: string | null): { id: string; name: string; level: PersonLevel } | null {
  const [person] = id === null ? [] : listPeople(db, [id]);
  return person ? { id: person.id, name: displayName(person), level: person.level } : null;
}
