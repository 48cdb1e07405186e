import { v7 as uuidv7 } from 'uuid';
import type { FlatFields } from '../../../shared/flats/flats.contract.ts';
import type { Who } from '../access/session.ts';
import { run, type Tx } from '../database/handles.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { getPerson } from '../people/person-row.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { getFlat } from './flat-row.ts';

/** Stores what a landlord offers. Throws RULE no-landlord for anybody else, NOT_FOUND. */
export function addFlat(
  tx: Tx,
  { landlordId, flat }: { landlordId: string; flat: FlatFields },
  who: Who,
): { id: string; revision: number } {
  requireStanding(tx, landlordId);
  if (!getPerson(tx, landlordId).roles.includes('landlord')) throw rule('no-landlord');
  const id = uuidv7();
  run(
    tx,
    `INSERT INTO flat_offer (id, landlord_id, district, half_rooms, size_sqm, rent_cents, deposit_cents, viewing, free_from, state, created_by, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    landlordId,
    ...columnsOf(flat),
    who.staffId,
    tx.at,
  );
  tx.touch({ entity: 'flat-offer', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/** Replaces what is offered. Throws CONFLICT, NOT_FOUND. */
export function changeFlat(
  tx: Tx,
  { id, revision, flat }: { id: string; revision: number; flat: FlatFields },
): { revision: number } {
  const before = getFlat(tx, id);
  if (before.revision !== revision) throw conflict(before.revision);
  run(
    tx,
    `UPDATE flat_offer SET district = ?, half_rooms = ?, size_sqm = ?, rent_cents = ?, deposit_cents = ?, viewing = ?, free_from = ?, state = ?,
      revision = revision + 1 WHERE id = ?`,
    ...columnsOf(flat),
    id,
  );
  // The keys of an object literal of this type are its fields.
  const fields = (Object.keys(flat) as (keyof FlatFields)[]).filter((field) => flat[field] !== before[field]);
  tx.touch({ entity: 'flat-offer', id, op: 'put', fields, revision: revision + 1 });
  return { revision: revision + 1 };
}

function columnsOf(flat: FlatFields): (string | number | null)[] {
  return [
    flat.district,
    Math.round(flat.rooms * 2),
    flat.sizeSqm,
    flat.rentCents,
    flat.depositCents,
    flat.viewing,
    flat.freeFrom,
    flat.state,
  ];
}
