import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeTrace } from '../bench/simulator/make-trace.ts';
import { USUAL_OFFICE } from '../bench/simulator/simulated-office.ts';
import { readTrace } from './read-trace.ts';
import { replayTrace } from './replay-trace.ts';
import { summaryOf } from './wait-summary.ts';

const HEADER = 'ticket,language,topic,priority,kind,arrivedAt,calledAt,finishedAt,desk';
const ROW = '1,ar,kita,,walk-in,2026-03-02T09:00:00,2026-03-02T09:05:00,2026-03-02T09:20:00,2';
const quiet = { ...USUAL_OFFICE, clientsPerDay: 18 };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-eval-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function evaluate(text: string) {
  const file = join(folder, 'trace.csv');
  writeFileSync(file, text);
  const main = new URL('./eval-wait.ts', import.meta.url).pathname;
  return spawnSync(process.execPath, [main, file], { encoding: 'utf8' });
}

describe('a trace', () => {
  it('is read in any order, quoted or not, with any line ends', () => {
    const other = '2,"kmr",form-help,illness,appointment,2026-03-02 09:01,,,';
    const straight = readTrace(`${HEADER}\n${ROW}\n${other}\n`);
    const turned = readTrace(`\uFEFF${HEADER}\r\n${other}\r\n${ROW}`);
    expect(turned).toEqual(straight.toReversed());
    expect(straight[1]).toMatchObject({ urgent: true, kind: 'appointment', calledAtMs: null, server: null });
  });

  it('keeps waits right over both changes of the clock', () => {
    const waitOf = (arrived: string, called: string) => {
      const [ticket] = readTrace(`${HEADER}\n1,de,kita,,walk-in,${arrived},${called},${called},1`);
      return ((ticket?.calledAtMs ?? 0) - (ticket?.arrivedAtMs ?? 0)) / 60_000;
    };
    expect(waitOf('2026-03-29T01:50:00', '2026-03-29T03:10:00')).toBe(20);
    expect(waitOf('2026-10-25T02:50:00', '2026-10-25T02:10:00')).toBe(20);
    expect(waitOf('2026-10-25T09:00:00', '2026-10-25T09:30:00')).toBe(30);
  });

  it('knows ZMS ranks from flags: of several numbers the rare one that waits least', () => {
    const row = (number: number, priority: string, waits: number) =>
      `${number},de,kita,${priority},walk-in,2026-03-02T09:00:00,2026-03-02T09:${waits}:00,2026-03-02T09:59:00,1`;
    const rows = [row(1, '3', 40), row(2, '1', 11), row(3, '3', 50), row(4, '3', 30)];
    expect(readTrace([HEADER, ...rows].join('\n')).map(({ urgent }) => urgent)).toEqual([false, true, false, false]);
    expect(readTrace(`${HEADER}\n${row(1, '0', 40)}\n${row(2, '1', 11)}\n${row(3, '0', 12)}`)[1]?.urgent).toBe(true);
  });
});

describe('a bad file', () => {
  it.each([
    ['', 'line 1: the file is empty'],
    ['ticket,language\n', 'line 1: no column topic'],
    [`${HEADER}\n`, 'line 2: no ticket'],
    [`${HEADER}\n${ROW},more`, 'line 2: 10 fields instead of 9'],
    [`${HEADER}\n${ROW}\n${ROW}`, 'line 3: ticket 1 was on the same day in line 2 already'],
    [`${HEADER}\n${ROW.replace('09:05', '08:55')}`, 'line 2: calledAt is before arrivedAt'],
    [`${HEADER}\n${ROW.replace('09:20', '09:01')}`, 'line 2: finishedAt is before'],
    [
      `${HEADER}\n${ROW.replace('2026-03-02T09:00:00', '2026-02-30T09:00:00')}`,
      'line 2: arrivedAt is not a local time',
    ],
    [`${HEADER}\n${ROW.replace('walk-in', 'visit')}`, 'line 2: kind is neither'],
    [`${HEADER}\n${ROW.replace(/2$/, '')}`, 'line 2: called, but no desk'],
    [`${HEADER}\n"1,ar`, 'line 2: a quote is never closed'],
    [`${HEADER}\n${ROW}`, 'fewer than two days'],
  ])('%j', (text, reason) => {
    const { status, stderr, stdout } = evaluate(text);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toContain(reason);
  });

  it('is one that is not there, too', () => {
    const main = new URL('./eval-wait.ts', import.meta.url).pathname;
    const { status, stderr } = spawnSync(process.execPath, [main, join(folder, 'none.csv')], { encoding: 'utf8' });
    expect([status, stderr.includes('ENOENT')]).toEqual([1, true]);
  });
});

describe('the replay', () => {
  it('ends with one line of JSON with exactly these keys', () => {
    const { status, stdout } = evaluate(makeTrace(quiet, { days: 12, seed: 3 }));
    expect(status).toBe(0);
    const printed: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    expect(Object.keys(printed as object)).toEqual([
      'days',
      'tickets',
      'mae',
      'maeZms',
      'coverage',
      'coverageByLanguage',
      'meanWidthMin',
      'underPromised10',
      'computeP95ms',
    ]);
  });

  it('does not look ahead: another future changes no promise made before it', () => {
    const tickets = readTrace(makeTrace(quiet, { days: 8, seed: 5 }));
    const last = tickets
      .map(({ day }) => day)
      .toSorted()
      .at(-1);
    const ofLast = tickets.filter(({ day }) => day === last).toSorted((a, b) => a.arrivedAtMs - b.arrivedAtMs);
    const turn = ofLast[Math.floor(ofLast.length / 2)]?.arrivedAtMs ?? 0;
    const otherFuture = tickets.map((ticket) => {
      if (ticket.day !== last) return ticket;
      const moved = (atMs: number | null) => (atMs === null || atMs <= turn ? atMs : atMs + 17 * 60_000);
      return {
        ...ticket,
        calledAtMs: moved(ticket.calledAtMs),
        finishedAtMs: moved(ticket.finishedAtMs),
        language: ticket.arrivedAtMs > turn ? 'de' : ticket.language,
      };
    });
    const promisesUntilTurn = (replay: ReturnType<typeof replayTrace>) => {
      const called = ofLast.filter((one) => one.calledAtMs !== null && one.arrivedAtMs <= turn).length;
      const before = replay.tickets.length - ofLast.filter(({ calledAtMs }) => calledAtMs !== null).length;
      return replay.tickets.slice(0, before + called).map(({ point, zms, from, to }) => [point, zms, from, to]);
    };
    const straight = promisesUntilTurn(replayTrace(tickets));
    expect(straight.length).toBeGreaterThan(8);
    expect(promisesUntilTurn(replayTrace(otherFuture))).toEqual(straight);
  });

  it('has the same figures whatever the order of the rows, but for the time it took', () => {
    const tickets = readTrace(makeTrace(quiet, { days: 6, seed: 6 }));
    const { computeP95ms: _one, ...straight } = summaryOf(replayTrace(tickets));
    const { computeP95ms: _other, ...turned } = summaryOf(replayTrace(tickets.toReversed()));
    expect(turned).toEqual(straight);
  });

  it('errs by much less than the counter systems’ formula, and its ranges hold about four times in five', () => {
    const { mae, maeZms, coverage } = summaryOf(replayTrace(readTrace(makeTrace(quiet, { days: 40, seed: 7 }))));
    expect(mae / maeZms).toBeLessThan(0.6);
    expect(coverage).toBeGreaterThan(0.72);
    expect(coverage).toBeLessThan(0.9);
  });
});
