import type { Replay, Replayed } from './replay-trace.ts';

/** The line that the evaluation ends with; shares from 0 to 1, minutes, milliseconds. */
export interface WaitSummary {
  /** Replayed days and the tickets of them that were called: what the figures rest on. */
  days: number;
  tickets: number;
  mae: number;
  maeZms: number;
  coverage: number;
  coverageByLanguage: Record<string, number>;
  meanWidthMin: number;
  /** Share of tickets that waited more than ten minutes longer than their range said. */
  underPromised10: number;
  computeP95ms: number;
}

export function summaryOf({ days, tickets }: Replay): WaitSummary {
  const mean = (of: (one: Replayed) => number) => tickets.reduce((sum, one) => sum + of(one), 0) / tickets.length;
  const isHeld = ({ waited, from, to }: Replayed) => (waited >= from && waited <= to ? 1 : 0);
  const byLanguage = [...Map.groupBy(tickets, ({ language }) => language)].sort(([a], [b]) => (a < b ? -1 : 1));
  const computeMs = tickets.map((one) => one.computeMs).sort((a, b) => a - b);
  return {
    days,
    tickets: tickets.length,
    mae: rounded(mean(({ waited, point }) => Math.abs(waited - point))),
    maeZms: rounded(mean(({ waited, zms }) => Math.abs(waited - zms))),
    coverage: rounded(mean(isHeld)),
    coverageByLanguage: Object.fromEntries(
      byLanguage.map(([language, of]) => [
        language,
        rounded(of.reduce((sum, one) => sum + isHeld(one), 0) / of.length),
      ]),
    ),
    meanWidthMin: rounded(mean(({ from, to }) => to - from)),
    underPromised10: rounded(mean(({ waited, to }) => (waited > to + 10 ? 1 : 0))),
    computeP95ms: rounded(computeMs[Math.floor(0.95 * computeMs.length)] ?? 0),
  };
}

/** Four decimals; null stands in JSON for what there is none of. */
function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
