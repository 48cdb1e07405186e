/** A flat as far as it matters for who fits in. */
export interface FlatToFill {
  district: string;
  /** Without kitchen and bath, halves counted: 2.5. */
  rooms: number;
  sizeSqm: number;
}

export interface HouseholdSeeking {
  size: number;
  /** Empty: any district. */
  wishDistricts: readonly string[];
}

/** Square metres for each person at least: § 10 (1) Wohnraumstärkungsgesetz NRW asks for 9 for a grown-up, and ages are not looked at here. */
const LEAST_SQM_PER_PERSON = 9;
/** A couple or two small children share a room; a room more than people is no reason to refuse. A working assumption. */
const ROOMS_FEWER = 1;
const ROOMS_MORE = 1;

/** Whether a household of this size would fit into the flat, in a district that it wishes for. Nothing else is looked at. */
export function fitsFlat(flat: FlatToFill, household: HouseholdSeeking): boolean {
  const { size, wishDistricts } = household;
  if (wishDistricts.length > 0 && !wishDistricts.includes(flat.district)) return false;
  if (flat.sizeSqm < size * LEAST_SQM_PER_PERSON) return false;
  return flat.rooms >= size - ROOMS_FEWER && flat.rooms < size + ROOMS_MORE + 1;
}
