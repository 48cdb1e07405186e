import { CALLING_RULES, type CallingRuleName } from './calling-rules.ts';
import { drawFrom } from './draw.ts';
import { makeDay } from './make-day.ts';
import { type CallingRule, playDay, type Served } from './play-day.ts';
import type { SimulatedOffice } from './simulated-office.ts';

/** How fair and quick a rule of calling is; minutes. */
export interface Fairness {
  walkInP95: number;
  urgentP95: number;
  /** From the time of the appointment, or from the arrival of who comes late. */
  appointmentP95: number;
  /** Mean wait of the walk-ins by language: the longest by the shortest. */
  languageRatio: number;
  meanByLanguage: Readonly<Record<string, number>>;
  gaveUpShare: number;
}

/** Plays the same days by each rule. */
export function compareRules(
  office: SimulatedOffice,
  days: number,
  seed: number,
  rules: Readonly<Record<string, CallingRule>> = CALLING_RULES,
): Record<CallingRuleName, Fairness> {
  const drawn = Array.from({ length: days }, (_, index) => makeDay(office, drawFrom(seed * 100_003 + index)));
  const entries = Object.entries(rules).map(([name, rule]) => [
    name,
    fairnessOf(drawn.flatMap((day) => playDay(office, day, rule))),
  ]);
  // The keys are those of the rules.
  return Object.fromEntries(entries) as Record<CallingRuleName, Fairness>;
}

function fairnessOf(served: readonly Served[]): Fairness {
  const waits = served.flatMap(({ client, calledAt }) =>
    calledAt === null
      ? []
      : [{ client, wait: calledAt - Math.max(client.arrivedAt, client.dueAt ?? client.arrivedAt) }],
  );
  const walkIns = waits.filter(({ client }) => client.dueAt === null && !client.urgent);
  const byLanguage = Map.groupBy(walkIns, ({ client }) => client.language);
  const meanByLanguage = Object.fromEntries(
    [...byLanguage].map(([language, of]) => [language, of.reduce((sum, { wait }) => sum + wait, 0) / of.length]),
  );
  const means = Object.values(meanByLanguage);
  const p95 = (of: readonly { wait: number }[]) => {
    const sorted = of.map(({ wait }) => Math.max(0, wait)).sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))] ?? 0;
  };
  return {
    walkInP95: p95(walkIns),
    urgentP95: p95(waits.filter(({ client }) => client.urgent)),
    appointmentP95: p95(waits.filter(({ client }) => client.dueAt !== null)),
    languageRatio: Math.max(...means) / Math.min(...means),
    meanByLanguage,
    gaveUpShare: served.filter(({ calledAt }) => calledAt === null).length / served.length,
  };
}
