import { v7 as uuidv7 } from 'uuid';
import { LARGEST_HOUSEHOLD } from '../../../shared/households/households.contract.ts';
import type { RelationKind } from '../../../shared/households/relation.rules.ts';
import { type LocalDate, localDateOf } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { requirePerson } from '../people/person-row.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { findHouseholdOf, type Household, listMembers } from './household-row.ts';
import { listRelated } from './relation-row.ts';

export interface NewRelative {
  personId: string;
  otherId: string;
  kind: RelationKind;
  livesHere: boolean;
  fromOn: LocalDate | null;
}

/**
 * Says what somebody is to a person, and whether they live together. Throws RULE same-person, already-related,
 * in-another-household, in-the-future, household-full, record-merged, NOT_FOUND.
 */
export function addRelative(tx: Tx, input: NewRelative, who: Who): { relationId: string; householdId: string | null } {
  const { personId, otherId, kind, livesHere } = input;
  if (personId === otherId) throw rule('same-person');
  for (const id of [personId, otherId]) requireStanding(tx, id);
  const today = localDateOf(tx.at);
  if (input.fromOn !== null && input.fromOn > today) throw rule('in-the-future');
  if (listRelated(tx, personId).some((one) => one.personId === otherId)) throw rule('already-related');
  const relationId = uuidv7();
  run(
    tx,
    'INSERT INTO relation (id, person_id, other_id, kind, from_on, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    relationId,
    otherId,
    personId,
    kind,
    input.fromOn,
    who.staffId,
    tx.at,
  );
  tx.touch({ entity: 'relation', id: relationId, op: 'put', revision: 1 });
  const householdId = livesHere ? liveTogether(tx, personId, otherId, input.fromOn ?? today, who) : null;
  return { relationId, householdId };
}

function liveTogether(tx: Tx, personId: string, otherId: string, fromOn: LocalDate, who: Who): string {
  const mine = findHouseholdOf(tx, personId);
  const theirs = findHouseholdOf(tx, otherId);
  if (mine && theirs) {
    if (mine.id !== theirs.id) throw rule('in-another-household');
    return mine.id;
  }
  const household = mine ?? theirs ?? newHousehold(tx, personId, fromOn, who);
  moveIn(tx, household.id, mine || !theirs ? otherId : personId, fromOn);
  const members = listMembers(tx, household.id).length;
  if (members > LARGEST_HOUSEHOLD) throw rule('household-full');
  const revision = household.revision + 1;
  run(tx, 'UPDATE household SET size = max(size, ?), revision = ? WHERE id = ?', members, revision, household.id);
  tx.touch({ entity: 'household', id: household.id, op: 'put', fields: ['members', 'size'], revision });
  return household.id;
}

function newHousehold(tx: Tx, personId: string, fromOn: LocalDate, who: Who): Household {
  const id = uuidv7();
  run(tx, 'INSERT INTO household (id, size, created_by, created_at) VALUES (?, 1, ?, ?)', id, who.staffId, tx.at);
  moveIn(tx, id, personId, fromOn);
  tx.touch({ entity: 'household', id, op: 'put', revision: 1 });
  return { id, revision: 1, size: 1, seeksFlat: false, wishDistricts: [] };
}

function moveIn(tx: Tx, householdId: string, personId: string, fromOn: LocalDate): void {
  run(
    tx,
    'INSERT INTO household_member (household_id, person_id, from_on) VALUES (?, ?, ?)',
    householdId,
    personId,
    fromOn,
  );
}

export interface HouseholdChange {
  personId: string;
  revision: number | null;
  size: number;
  seeksFlat: boolean;
  wishDistricts: readonly string[];
}

/** Changes a person's household, or makes one for somebody alone. Throws CONFLICT, RULE fewer-than-members, NOT_FOUND. */
export function changeHousehold(tx: Tx, input: HouseholdChange, who: Who): { revision: number } {
  requirePerson(tx, input.personId);
  const found = findHouseholdOf(tx, input.personId);
  if ((found?.revision ?? null) !== input.revision) throw conflict(found?.revision ?? null);
  const household = found ?? newHousehold(tx, input.personId, localDateOf(tx.at), who);
  if (input.size < listMembers(tx, household.id).length) throw rule('fewer-than-members');
  const revision = household.revision + 1;
  run(
    tx,
    'UPDATE household SET size = ?, seeks_flat = ?, wish_districts = ?, revision = ? WHERE id = ?',
    input.size,
    input.seeksFlat ? 1 : 0,
    JSON.stringify(input.wishDistricts),
    revision,
    household.id,
  );
  tx.touch({
    entity: 'household',
    id: household.id,
    op: 'put',
    fields: ['size', 'seeksFlat', 'wishDistricts'],
    revision,
  });
  return { revision };
}
