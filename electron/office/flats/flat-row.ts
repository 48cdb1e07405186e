import { z } from 'zod';
import { FLAT_STATES, type FlatFields, type FlatView } from '../../../shared/flats/flats.contract.ts';
import { fitsFlat } from '../../../shared/households/fitting-flat.rules.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { type Household, listMembers, listSeekingHouseholds } from '../households/household-row.ts';
import { displayNames } from '../people/person-row.ts';
import { notFound } from '../rpc/faults.ts';

const FlatRow = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    landlord_id: z.string(),
    district: z.string(),
    half_rooms: z.int(),
    size_sqm: z.int(),
    rent_cents: z.int(),
    deposit_cents: z.int(),
    viewing: z.string(),
    free_from: z.string().nullable(),
    state: z.enum(FLAT_STATES),
  })
  .transform((row) => ({
    id: row.id,
    revision: row.revision,
    landlordId: row.landlord_id,
    district: row.district,
    rooms: row.half_rooms / 2,
    sizeSqm: row.size_sqm,
    rentCents: row.rent_cents,
    depositCents: row.deposit_cents,
    viewing: row.viewing,
    freeFrom: row.free_from,
    state: row.state,
  }));
export type Flat = z.infer<typeof FlatRow>;

const SELECT = `SELECT id, revision, landlord_id, district, half_rooms, size_sqm, rent_cents, deposit_cents, viewing, free_from, state
  FROM flat_offer`;
const ORDER = "ORDER BY CASE state WHEN 'offered' THEN 0 WHEN 'reserved' THEN 1 ELSE 2 END, id DESC";

/** A flat. Throws NOT_FOUND. */
export function getFlat(db: Db, id: string): Flat {
  const flat = findRow(db, FlatRow, `${SELECT} WHERE id = ?`, id);
  if (!flat) throw notFound();
  return flat;
}

/** The flats of one landlord, or of all; those on offer first, each with how many households would fit. */
export function listFlats(db: Db, landlordId: string | null): FlatView[] {
  const flats =
    landlordId === null
      ? listRows(db, FlatRow, `${SELECT} ${ORDER}`)
      : listRows(db, FlatRow, `${SELECT} WHERE landlord_id = ? ${ORDER}`, landlordId);
  const names = displayNames(db, [...new Set(flats.map((flat) => flat.landlordId))]);
  const seeking = listSeekingHouseholds(db);
  return flats.map(({ landlordId: id, ...flat }) => ({
    ...flat,
    landlord: { id, name: names.get(id) ?? '' },
    fitting: fittingOf(flat, seeking).length,
  }));
}

/** What is let or taken back fits nobody any more. */
function fittingOf(flat: FlatFields, seeking: readonly Household[]): Household[] {
  const free = flat.state === 'offered' || flat.state === 'reserved';
  return free ? seeking.filter((household) => fitsFlat(flat, household)) : [];
}

/** The households that would fit, with who lives in them, the largest first. Throws NOT_FOUND. */
export function householdsFor(db: Db, flatId: string) {
  const { landlordId: _, ...flat } = getFlat(db, flatId);
  return fittingOf(flat, listSeekingHouseholds(db))
    .toSorted((a, b) => b.size - a.size)
    .map(({ id, size }) => {
      const ids = listMembers(db, id).map(({ personId }) => personId);
      const names = displayNames(db, ids);
      return { size, people: ids.map((personId) => ({ id: personId, name: names.get(personId) ?? '' })) };
    });
}
