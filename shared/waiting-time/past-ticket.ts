/** A ticket as the learning and the forecast see it. Instants are milliseconds since the epoch. */
export interface PastTicket {
  /** Among tickets that came at the same instant the lower one came first. */
  number: number;
  /** The local day, and the instant of its midnight: times of the day are counted from there. */
  day: string;
  dayStartMs: number;
  language: string;
  /** What the person understands beside it; without it: nothing else. */
  understood?: string;
  topics: readonly string[];
  /** Whether it goes first. */
  urgent: boolean;
  kind: 'walk-in' | 'appointment';
  /** When an appointment is due; null for a walk-in, or where nobody wrote it down. */
  dueAtMs: number | null;
  arrivedAtMs: number;
  calledAtMs: number | null;
  finishedAtMs: number | null;
  /** When somebody who was not called left; null also where nobody saw it. */
  leftAtMs: number | null;
  /** Who served it: a desk, or a member of staff. */
  server: string | null;
}

/** The earlier first; of two that came at once the lower number. */
export function byArrival(a: PastTicket, b: PastTicket): number {
  return a.arrivedAtMs - b.arrivedAtMs || a.number - b.number;
}

/** Day of the week of a local day, 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay();
}

/** The tickets of each day, the days in order, each day's tickets by arrival. */
export function daysOf(tickets: readonly PastTicket[]): [day: string, tickets: PastTicket[]][] {
  return [...Map.groupBy(tickets, ({ day }) => day)]
    .map(([day, of]): [string, PastTicket[]] => [day, of.sort(byArrival)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
