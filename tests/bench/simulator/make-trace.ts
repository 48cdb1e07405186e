import { addDays, instantOfLocal, localDateOf } from '../../../shared/kernel/instants.ts';
import { CALLING_RULES, type CallingRuleName } from './calling-rules.ts';
import { drawFrom } from './draw.ts';
import { makeDay } from './make-day.ts';
import { playDay, type Served } from './play-day.ts';
import type { SimulatedOffice } from './simulated-office.ts';

/** Weekdays on which the door is open, and when it opens first. */
const OPENINGS: Readonly<Record<number, string>> = { 1: '09:00', 2: '09:30', 4: '10:00', 5: '08:30' };

export interface TraceOptions {
  days: number;
  seed: number;
  rule?: CallingRuleName;
  firstDay?: string;
  /** Whether the file says when somebody left who gave up. */
  leavingKnown?: boolean;
}

/** A trace as `npm run eval:wait` reads it, of an invented office. The same seed gives the same file. */
export function makeTrace(office: SimulatedOffice, options: TraceOptions): string {
  const { days, seed, rule = 'zms', firstDay = '2026-02-02', leavingKnown = false } = options;
  const lines = ['ticket,language,topic,priority,kind,arrivedAt,calledAt,finishedAt,desk'];
  let day = firstDay;
  for (let made = 0; made < days; day = addDays(day, 1)) {
    const opening = OPENINGS[new Date(`${day}T12:00:00Z`).getUTCDay()];
    if (opening === undefined) continue;
    const openedAtMs = Date.parse(instantOfLocal(day, opening));
    const draw = drawFrom(seed * 100_003 + made);
    for (const served of playDay(office, makeDay(office, draw), CALLING_RULES[rule]))
      lines.push(lineOf(served, openedAtMs, leavingKnown));
    made += 1;
  }
  return `${lines.join('\n')}\n`;
}

function lineOf(
  { client, calledAt, finishedAt, leftAt, desk }: Served,
  openedAtMs: number,
  leavingKnown: boolean,
): string {
  const at = (minute: number | null) => (minute === null ? '' : localOf(openedAtMs + minute * 60_000));
  return [
    client.number,
    client.language,
    client.topic,
    client.urgent ? 'illness' : '',
    client.dueAt === null ? 'walk-in' : 'appointment',
    at(client.arrivedAt),
    at(calledAt),
    at(finishedAt ?? (leavingKnown ? leftAt : null)),
    desk ?? '',
  ].join(',');
}

const timeOfDay = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function localOf(ms: number): string {
  const instant = new Date(ms).toISOString();
  return `${localDateOf(instant)}T${timeOfDay.format(ms)}`;
}
