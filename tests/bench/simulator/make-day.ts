import type { Draw } from './draw.ts';
import type { SimulatedOffice } from './simulated-office.ts';

/** Somebody who comes on a simulated day. Minutes from the opening of the door; negative: waits outside. */
export interface Client {
  number: number;
  language: string;
  topic: string;
  urgent: boolean;
  arrivedAt: number;
  /** When the door opens behind which the person waits. */
  opensAt: number;
  /** Time of the appointment; null for a walk-in. */
  dueAt: number | null;
  /** When the person leaves if nobody has called; infinite for most. */
  givesUpAt: number;
  /** Length of the talk by desk. */
  serviceMinutes: Readonly<Record<string, number>>;
}

export interface SimulatedDay {
  clients: readonly Client[];
  /** Names of the desks that are staffed. */
  staffed: readonly string[];
}

/** Draws one day. What the clients bring is the same whatever rule they are called by. */
export function makeDay(office: SimulatedOffice, draw: Draw): SimulatedDay {
  const isAbsent = draw.uniform() < office.absentShare * office.desks.length;
  const absent = Math.floor(draw.uniform() * office.desks.length);
  const desks = isAbsent && office.desks.length > 1 ? office.desks.toSpliced(absent, 1) : office.desks;
  const count = Math.max(1, draw.poisson(office.clientsPerDay * draw.logNormal(office.daySigma)));
  const windows = office.windows.map(({ opensAt, minutes }) => ({ opensAt, minutes: draw.between(...minutes) }));
  const arrivals: { arrivedAt: number; opensAt: number; dueAt: number | null }[] = [];
  while (arrivals.length < count) {
    const { opensAt, minutes } = draw.pick(windows);
    if (draw.uniform() < office.appointmentShare) {
      const dueAt = opensAt + 15 * Math.floor(draw.uniform() * (minutes / 15));
      arrivals.push({ opensAt, dueAt, arrivedAt: dueAt - 4 + 5 * draw.normal() });
      continue;
    }
    // More come early than late, some before the door opens.
    const arrivedAt = opensAt - 12 + (minutes + 12) * draw.uniform() ** 1.35;
    const together = draw.uniform() < office.burstShare ? 2 + Math.floor(draw.uniform() * 3) : 1;
    for (let one = 0; one < together; one += 1)
      arrivals.push({ opensAt, arrivedAt: arrivedAt + one * 0.3, dueAt: null });
  }
  const clients = arrivals
    .sort((a, b) => a.arrivedAt - b.arrivedAt)
    .map((arrival, index): Client => {
      const language = draw.weighted(office.languages);
      const topic = draw.weighted(
        Object.fromEntries(Object.entries(office.topics).map(([id, { share }]) => [id, share])),
      );
      const long = draw.uniform() < office.longTalkShare ? draw.between(3, 6) : 1;
      const base =
        (office.topics[topic]?.minutes ?? 15) *
        (office.languageFactor[language] ?? 1) *
        draw.logNormal(office.serviceSigma) *
        long;
      const givesUp = arrival.dueAt === null && draw.uniform() < office.impatientShare;
      const patience = draw.exponential(office.patienceMinutes);
      return {
        number: index + 1,
        language,
        topic,
        urgent: arrival.dueAt === null && draw.uniform() < office.urgentShare,
        ...arrival,
        givesUpAt: givesUp ? arrival.arrivedAt + 8 + patience : Number.POSITIVE_INFINITY,
        serviceMinutes: Object.fromEntries(office.desks.map(({ name, pace }) => [name, Math.max(1, base * pace)])),
      };
    });
  return { clients, staffed: desks.map(({ name }) => name) };
}
