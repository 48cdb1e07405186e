import { readTrace } from '../eval/read-trace.ts';
import { type Replayed, replayTrace } from '../eval/replay-trace.ts';
import { summaryOf, type WaitSummary } from '../eval/wait-summary.ts';
import { type Figure, spreadOf } from './measure.ts';
import { makeTrace } from './simulator/make-trace.ts';
import { MISSPECIFIED, USUAL_OFFICE } from './simulator/simulated-office.ts';

const DAYS = 60;
/** The usual office with these seeds, each other office with the first. */
const SEEDS = [11, 12, 13] as const;

/**
 * Promised waiting times on traces of invented offices beside ZMS's formula: the error of the point, the share of waits
 * within the range overall and in the language where it is lowest, and how long a promise takes. Then the same in offices
 * that differ from the usual one in one thing each, from a desk that is missing to talks of three hours.
 */
export function measureWaitingTime(): Figure[] {
  const usual = SEEDS.map((seed) => replayOf('usual', seed));
  const tickets = usual.flatMap((replay) => replay.tickets);
  const errors = (of: (one: Replayed) => number) => tickets.map((one) => Math.abs(one.waited - of(one)));
  const summary = summaryOf({ days: 0, tickets });
  const others = Object.keys(MISSPECIFIED)
    .filter((name) => name !== 'usual')
    .map((name): [string, WaitSummary] => [name, summaryOf(replayOf(name, SEEDS[0]))]);
  const shares = (of: (summary: WaitSummary) => number) =>
    others.map(([name, one]) => `${name} ${of(one).toFixed(2)}`).join(', ');
  const ratio = summary.mae / summary.maeZms;
  return [
    {
      id: 'P13',
      what: `waiting-time promise: error of the point, ${tickets.length} tickets`,
      beside: 'ZMS formula',
      unit: 'minutes',
      ours: { ...spreadOf(errors(({ point }) => point)), p50: summary.mae },
      theirs: { ...spreadOf(errors(({ zms }) => zms)), p50: summary.maeZms },
      ratio,
      aim: '≤ 0.50×',
      holds: ratio <= 0.5,
      note: `mean error; elsewhere ${shares((one) => one.mae / one.maeZms)}`,
    },
    coverageFigure(summary, shares),
    {
      id: 'P13',
      what: 'a promise: forecast and range, engine',
      beside: '',
      unit: 'ms',
      ours: spreadOf(tickets.map(({ computeMs }) => computeMs)),
      theirs: null,
      ratio: null,
      aim: 'p95 ≤ 20 ms',
      holds: summary.computeP95ms <= 20,
    },
  ];
}

function coverageFigure(summary: WaitSummary, shares: (of: (summary: WaitSummary) => number) => string): Figure {
  const byLanguage = Object.values(summary.coverageByLanguage);
  const lowest = Math.min(...byLanguage);
  const languages = Object.entries(summary.coverageByLanguage).map(
    ([language, share]) => `${language} ${share.toFixed(2)}`,
  );
  return {
    id: 'P13',
    what: 'waits within the promised range, overall; lowest language as p95',
    beside: '',
    unit: 'share',
    ours: { p50: summary.coverage, p95: lowest, runs: byLanguage.length },
    theirs: null,
    ratio: null,
    aim: '.78 to .84, ≥ .76 in every language',
    holds: summary.coverage >= 0.78 && summary.coverage <= 0.84 && lowest >= 0.76,
    note: `${languages.join(', ')}; mean width ${summary.meanWidthMin.toFixed(1)} min; elsewhere ${shares((one) => one.coverage)}`,
  };
}

function replayOf(name: string, seed: number) {
  return replayTrace(readTrace(makeTrace({ ...USUAL_OFFICE, ...MISSPECIFIED[name] }, { days: DAYS, seed })));
}
