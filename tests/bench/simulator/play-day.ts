import type { Client, SimulatedDay } from './make-day.ts';
import type { SimulatedOffice } from './simulated-office.ts';

/** What became of a client. */
export interface Served {
  client: Client;
  /** Null: gave up. */
  calledAt: number | null;
  finishedAt: number | null;
  /** When somebody who was never called left. */
  leftAt: number | null;
  desk: string | null;
}

/** Picks who is called next of those whom a desk can serve; minutes since the door opened. */
export type CallingRule = (servable: readonly Client[], now: number, desk: AtDesk) => Client | undefined;
export interface AtDesk {
  /** This desk among the staffed ones, one bit. */
  bit: number;
  /** The staffed desks that serve a language, one bit each. */
  servingDesks(language: string): number;
  staffedDesks: number;
  /** Everybody who waits, also those whom this desk does not serve. */
  everybody: readonly Client[];
}

/** Plays the day: each desk calls by the rule as soon as it is free, from the opening of the door until nobody is left. */
export function playDay(office: SimulatedOffice, day: SimulatedDay, rule: CallingRule): Served[] {
  const staffed = office.desks.filter(({ name }) => day.staffed.includes(name));
  const spoken = new Set(staffed.flatMap(({ languages }) => languages));
  // With an interpreter, any desk serves a language that nobody present speaks.
  const serves = (languages: readonly string[], language: string) =>
    languages.includes(language) || !spoken.has(language);
  const servingDesks = (language: string) =>
    staffed.reduce((bits, desk, index) => (serves(desk.languages, language) ? bits | (1 << index) : bits), 0);
  const freeAt = staffed.map(() => 0);
  const open = new Map(day.clients.map((client) => [client.number, client]));
  const served: Served[] = [];
  for (;;) {
    const index = freeAt.indexOf(Math.min(...freeAt));
    const now = freeAt[index] ?? Number.POSITIVE_INFINITY;
    if (!Number.isFinite(now) || open.size === 0) break;
    for (const client of [...open.values()].filter(({ givesUpAt }) => givesUpAt <= now)) {
      open.delete(client.number);
      served.push({ client, calledAt: null, finishedAt: null, leftAt: client.givesUpAt, desk: null });
    }
    const desk = staffed[index];
    if (!desk) break;
    const servable = [...open.values()].filter(({ language }) => serves(desk.languages, language));
    const canBeCalledFrom = ({ arrivedAt, opensAt }: Client) => Math.max(arrivedAt, opensAt);
    const here = servable.filter((client) => canBeCalledFrom(client) <= now);
    const everybody = [...open.values()].filter(({ arrivedAt }) => arrivedAt <= now);
    const next = rule(here, now, { bit: 1 << index, servingDesks, staffedDesks: staffed.length, everybody });
    if (!next) {
      const comes = Math.min(...servable.map(canBeCalledFrom).filter((from) => from > now));
      freeAt[index] = here.length > 0 ? Math.min(now + 1, comes) : comes;
      continue;
    }
    open.delete(next.number);
    const finishedAt = now + (next.serviceMinutes[desk.name] ?? 15);
    served.push({ client: next, calledAt: now, finishedAt, leftAt: null, desk: desk.name });
    freeAt[index] = finishedAt + office.gapMinutes;
  }
  return served.sort((a, b) => a.client.number - b.client.number);
}
