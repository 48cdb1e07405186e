import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { displayName } from '../../../shared/people/display-name.rules.ts';
import type { FormerName, NAME_CHANGE_REASONS, PersonFields } from '../../../shared/people/people.contract.ts';
import { UNKNOWN_PERSON } from '../../../shared/people/person.rules.ts';
import type { Who } from '../access/session.ts';
import { listStaff } from '../access/staff.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';

export interface NameChange {
  reason: (typeof NAME_CHANGE_REASONS)[number];
  /** The last day of the former name; null: not known. */
  untilOn: LocalDate | null;
}

const REASONS = ['marriage', 'divorce', 'alignment', 'correction', 'other', 'named'] as const;

const FormerNameRow = z.strictObject({
  id: z.string(),
  pseudonym: z.string(),
  given_name: z.string(),
  family_name: z.string(),
  own_script_name: z.string(),
  document_name: z.string(),
  reason: z.enum(REASONS),
  until_on: z.string().nullable(),
  recorded_at: z.string(),
  recorded_by: z.string(),
});

const OF_PERSON = `SELECT id, pseudonym, given_name, family_name, own_script_name, document_name, reason, until_on, recorded_at, recorded_by
  FROM former_name WHERE person_id = ? ORDER BY id DESC`;

/** Keeps a name that ended. Whoever said their name after a pseudonym did so for that reason, whatever was stated. */
export function keepFormerName(tx: Tx, personId: string, before: PersonFields, change: NameChange, who: Who): void {
  run(
    tx,
    `INSERT INTO former_name (id, person_id, pseudonym, given_name, family_name, own_script_name, document_name, reason, until_on, recorded_at, recorded_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uuidv7(),
    personId,
    before.pseudonym,
    before.givenName,
    before.familyName,
    before.ownScriptName,
    before.documentName,
    before.level === 'pseudonymous' ? 'named' : change.reason,
    change.untilOn,
    tx.at,
    who.staffId,
  );
}

/** Forgets a person's former names: nothing of a name stays with somebody who is known by a pseudonym from now on. */
export function forgetFormerNames(tx: Tx, personId: string): void {
  run(tx, 'DELETE FROM former_name WHERE person_id = ?', personId);
}

/** The names that a person had, the newest first. */
export function listFormerNames(db: Db, personId: string): FormerName[] {
  const staff = new Map(listStaff(db).map((one) => [one.id, one.display_name]));
  return listRows(db, FormerNameRow, OF_PERSON, personId).map((row) => ({
    id: row.id,
    name: displayName({
      ...UNKNOWN_PERSON,
      level: row.pseudonym === '' ? 'named' : 'pseudonymous',
      pseudonym: row.pseudonym,
      givenName: row.given_name,
      familyName: row.family_name,
    }),
    ownScriptName: row.own_script_name,
    documentName: row.document_name,
    reason: row.reason,
    untilOn: row.until_on,
    recordedAt: row.recorded_at,
    staffName: staff.get(row.recorded_by) ?? '',
  }));
}

/** Names under which somebody still comes: all former ones but those that were only written wrong. */
export function namesStillFound(
  db: Db,
  personId: string,
): Pick<PersonFields, 'givenName' | 'familyName' | 'ownScriptName'>[] {
  return listRows(db, FormerNameRow, OF_PERSON, personId)
    .filter(({ reason }) => reason !== 'correction')
    .map((row) => ({
      givenName: row.pseudonym === '' ? row.given_name : row.pseudonym,
      familyName: row.family_name,
      ownScriptName: row.own_script_name,
    }));
}
