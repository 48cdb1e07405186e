import { describe, expect, it } from 'vitest';
import { forecastMinutes, type LiveQueue } from './forecast.ts';
import { learnOffice } from './office-model.ts';
import type { PastTicket } from './past-ticket.ts';

const DAY_MS = 86_400_000;
const MIDNIGHT = Date.parse('2026-03-01T23:00:00.000Z');
const minute = (day: number, of: number) => MIDNIGHT + day * DAY_MS + of * 60_000;
const nameOf = (day: number) => new Date(MIDNIGHT + day * DAY_MS + DAY_MS / 2).toISOString().slice(0, 10);

function ticket(day: number, number: number, arrived: number, more: Partial<PastTicket> = {}): PastTicket {
  return {
    number,
    day: nameOf(day),
    dayStartMs: minute(day, 0),
    language: 'de',
    topics: ['kita'],
    urgent: false,
    kind: 'walk-in',
    dueAtMs: null,
    arrivedAtMs: minute(day, arrived),
    calledAtMs: null,
    finishedAtMs: null,
    leftAtMs: null,
    server: null,
    ...more,
  };
}

const served = (
  day: number,
  number: number,
  arrived: number,
  called: number,
  finished: number,
  server: string,
  language = 'de',
) =>
  ticket(day, number, arrived, {
    language,
    server,
    calledAtMs: minute(day, called),
    finishedAtMs: minute(day, finished),
  });

/** Ten days: Anna speaks German, Cem Arabic; talks take 18 to 22 minutes; the door opens at nine (540). */
const past = Array.from({ length: 10 }, (_, day) => [
  served(day, 1, 530, 540, 560, 'anna'),
  served(day, 2, 531, 540, 558 + (day % 5), 'cem', 'ar'),
  served(day, 3, 532, 560, 578 + (day % 5), 'anna'),
  served(day, 4, 533, 558 + (day % 5), 580, 'cem', 'ar'),
]).flat();
const model = learnOffice(past);

/** The middle of the forecast for the last of these tickets at this minute of the eleventh day. */
function middle(at: number, today: readonly PastTicket[], more: Partial<LiveQueue> = {}): number {
  const queue = { nowMs: minute(10, at), dayStartMs: minute(10, 0), weekday: 4, today, ...more };
  const target = today.at(-1);
  if (!target) throw new Error('Somebody comes');
  return forecastMinutes(model, queue, target, { paths: 101, seed: 1 })[50] ?? Number.NaN;
}
const live = (number: number, arrived: number, called: number | null, server: string | null, language = 'de') =>
  ticket(10, number, arrived, { language, server, calledAtMs: called === null ? null : minute(10, called) });

describe('the forecast', () => {
  it('counts what is left of the talks that go on', () => {
    const justBegun = middle(561, [live(1, 550, 560, 'anna'), live(2, 561, null, null)]);
    const nearlyOver = middle(576, [live(1, 550, 560, 'anna'), live(2, 576, null, null)]);
    expect(justBegun).toBeGreaterThan(15);
    expect(nearlyOver).toBeLessThan(8);
  });

  it('heeds who speaks which language: a line for Cem does not delay German speakers', () => {
    const line = [live(1, 550, 560, 'cem', 'ar'), live(2, 551, null, null, 'ar'), live(3, 552, null, null, 'ar')];
    const done = { ...live(4, 540, 541, 'anna'), finishedAtMs: minute(10, 560) };
    expect(middle(562, [done, ...line, live(5, 562, null, null)])).toBeLessThan(1);
    expect(middle(562, [done, ...line, live(5, 562, null, null, 'ar')])).toBeGreaterThan(45);
  });

  it('knows when the door opens', () => {
    expect(middle(531, [live(1, 531, null, null)])).toBeCloseTo(9, 0);
  });

  it('lets urgent ones go first', () => {
    const line = [live(1, 550, 560, 'anna'), live(2, 551, null, null), live(3, 552, null, null)];
    const plain = middle(562, [...line, live(4, 562, null, null)]);
    // The past has no urgent ones, so the order is told.
    const first = { ...live(4, 562, null, null), urgent: true };
    const queue = { nowMs: minute(10, 562), dayStartMs: minute(10, 0), weekday: 4, today: [...line, first] };
    const order = learnOffice(past, { order: () => (one) => (one.urgent ? 0 : 1) * 1e13 + one.arrivedAtMs });
    expect((forecastMinutes(order, queue, first, { paths: 101, seed: 1 })[50] ?? 0) + 20).toBeLessThan(plain);
  });

  it('sends whom nobody present serves to those who are there', () => {
    const anna = { server: 'anna', serves: ({ language }: PastTicket) => language === 'de' };
    expect(middle(562, [live(1, 562, null, null, 'ti')], { staffed: [anna] })).toBeLessThan(1);
  });

  it('is the same for the same queue and seed', () => {
    const today = [live(1, 550, 560, 'anna'), live(2, 551, null, null), live(3, 562, null, null)];
    expect(middle(562, today)).toBe(middle(562, today));
  });
});
