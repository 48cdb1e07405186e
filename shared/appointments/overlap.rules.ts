import type { Instant } from '../kernel/instants.ts';
import type { Place } from './consulting-hours.rules.ts';

/** Time that people spend somewhere. */
export interface Occupied {
  id: string;
  startsAt: Instant;
  endsAt: Instant;
  /** On the way there before, and back after; minutes. */
  travelMinutes: number;
  place: Place;
  staffIds: readonly string[];
  personIds: readonly string[];
  interpreterId: string | null;
}

/**
 * What stands in the way. `staff`, `interpreter` and `desks` are refused; `travel`, `interpreter-travel` and `person` are
 * told and may be overruled, since the way can be shorter than entered and a mother can be in two matters at once.
 */
export const OVERLAPS = ['staff', 'interpreter', 'desks', 'travel', 'interpreter-travel', 'person'] as const;
export interface Overlap {
  kind: (typeof OVERLAPS)[number];
  /** The appointment that it overlaps with; null where the desks are all taken. */
  appointmentId: string | null;
  /** Who would be in two places; null for the desks. */
  whoId: string | null;
}

const HARD: ReadonlySet<Overlap['kind']> = new Set(['staff', 'interpreter', 'desks']);

/** Whether it is refused, not only warned of. */
export function isHard({ kind }: Overlap): boolean {
  return HARD.has(kind);
}

function ms(instant: Instant): number {
  return Date.parse(instant);
}

function meet(a: Occupied, b: Occupied): boolean {
  return ms(a.startsAt) < ms(b.endsAt) && ms(b.startsAt) < ms(a.endsAt);
}

/** Whether they meet when the way is counted: whoever goes from one to the other needs the way back and the way there. */
function meetOnTheWay(a: Occupied, b: Occupied): boolean {
  const betweenMs = (a.travelMinutes + b.travelMinutes) * 60_000;
  return ms(a.startsAt) - betweenMs < ms(b.endsAt) && ms(b.startsAt) - betweenMs < ms(a.endsAt);
}

/**
 * Everything that stands in the way of one more appointment.
 *
 * @param others appointments that take place, whose time is not free.
 * @param desks how many talks the office has room for at once.
 */
export function overlapsOf(wanted: Occupied, others: readonly Occupied[], desks: number): Overlap[] {
  const found: Overlap[] = [];
  const rest = others.filter(({ id }) => id !== wanted.id);
  for (const other of rest) {
    const directly = meet(wanted, other);
    if (!directly && !meetOnTheWay(wanted, other)) continue;
    const add = (kind: Overlap['kind'], whoId: string) => found.push({ kind, appointmentId: other.id, whoId });
    for (const staffId of wanted.staffIds)
      if (other.staffIds.includes(staffId)) add(directly ? 'staff' : 'travel', staffId);
    if (wanted.interpreterId !== null && wanted.interpreterId === other.interpreterId)
      add(directly ? 'interpreter' : 'interpreter-travel', wanted.interpreterId);
    if (directly)
      for (const personId of wanted.personIds) if (other.personIds.includes(personId)) add('person', personId);
  }
  if (wanted.place === 'office') {
    const inOffice = rest.filter((other) => other.place === 'office' && meet(wanted, other));
    if (mostAtOnce(wanted, inOffice) >= desks) found.push({ kind: 'desks', appointmentId: null, whoId: null });
  }
  return found;
}

/** How many of the others take place at one moment of the wanted time. */
function mostAtOnce(wanted: Occupied, others: readonly Occupied[]): number {
  // The number can only rise where one begins.
  const moments = [ms(wanted.startsAt), ...others.map(({ startsAt }) => ms(startsAt))];
  const at = (moment: number) => others.filter((o) => ms(o.startsAt) <= moment && moment < ms(o.endsAt)).length;
  return Math.max(...moments.filter((m) => m >= ms(wanted.startsAt) && m < ms(wanted.endsAt)).map(at));
}
