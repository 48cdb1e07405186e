import { instantOfLocal } from '../../shared/kernel/instants.ts';
import type { PastTicket } from '../../shared/waiting-time/past-ticket.ts';
import { csvRows } from './csv-rows.ts';

export const TRACE_COLUMNS = [
  'ticket',
  'language',
  'topic',
  'priority',
  'kind',
  'arrivedAt',
  'calledAt',
  'finishedAt',
  'desk',
] as const;
type Column = (typeof TRACE_COLUMNS)[number];

/** What is wrong with a trace, and where. */
export class BadTrace extends Error {
  constructor(line: number, reason: string) {
    super(`line ${line}: ${reason}`);
  }
}

/**
 * Reads a trace: one ticket a line, in any order, local times. Throws BadTrace with line and reason for the first line that
 * can't be right.
 */
export function readTrace(text: string): PastTicket[] {
  const rows = csvRows(text, (line, reason) => new BadTrace(line, reason));
  const header = rows.shift();
  if (!header) throw new BadTrace(1, 'the file is empty');
  const places = placesOf(header.fields);
  const seen = new Map<string, number>();
  const read = rows.map(({ line, fields }) => {
    if (fields.length !== header.fields.length)
      throw new BadTrace(line, `${fields.length} fields instead of ${header.fields.length}`);
    const row = readRow(line, (column) => (fields[places[column]] ?? '').trim());
    const key = `${row.ticket.day}|${row.name}`;
    const before = seen.get(key);
    if (before !== undefined)
      throw new BadTrace(line, `ticket ${row.name} was on the same day in line ${before} already`);
    seen.set(key, line);
    return row;
  });
  if (read.length === 0) throw new BadTrace(2, 'no ticket');
  const tickets = read.map(({ ticket, name }, index): PastTicket & { priority: string } => ({
    ...ticket,
    number: numberIn(name) ?? index,
  }));
  const urgent = urgentPriority(tickets);
  return tickets.map(({ priority, ...ticket }) => ({ ...ticket, urgent: urgent.has(priority) }));
}

function placesOf(header: readonly string[]): Record<Column, number> {
  const names = header.map((name) => name.trim());
  const missing = TRACE_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new BadTrace(1, `no column ${missing.join(', ')}`);
  // Each column was found.
  return Object.fromEntries(TRACE_COLUMNS.map((column) => [column, names.indexOf(column)])) as Record<Column, number>;
}

interface Row {
  name: string;
  ticket: PastTicket & { priority: string };
}

function readRow(line: number, field: (column: Column) => string): Row {
  const bad = (reason: string) => new BadTrace(line, reason);
  const name = field('ticket');
  if (name === '') throw bad('ticket is empty');
  const language = field('language');
  if (language === '') throw bad('language is empty');
  const kind = field('kind');
  if (kind !== 'walk-in' && kind !== 'appointment') throw bad(`kind is neither walk-in nor appointment`);
  const arrived = localInstant(field('arrivedAt'), null);
  if (arrived === null) throw bad('arrivedAt is not a local time');
  const time = (column: 'calledAt' | 'finishedAt', afterMs: number) => {
    const written = field(column);
    if (written === '') return null;
    const instant = localInstant(written, afterMs);
    if (instant === null) throw bad(`${column} is not a local time`);
    if (instant < afterMs)
      throw bad(`${column} is before ${column === 'calledAt' ? 'arrivedAt' : 'the time before it'}`);
    return instant;
  };
  const calledAtMs = time('calledAt', arrived);
  const endedAtMs = time('finishedAt', calledAtMs ?? arrived);
  const server = field('desk');
  if (calledAtMs !== null && server === '') throw bad('called, but no desk');
  const day = field('arrivedAt').slice(0, 10);
  return {
    name,
    ticket: {
      number: 0,
      day,
      dayStartMs: Date.parse(instantOfLocal(day, '00:00')),
      language,
      topics: field('topic') === '' ? [] : field('topic').split('|'),
      urgent: false,
      priority: field('priority'),
      kind,
      dueAtMs: null,
      arrivedAtMs: arrived,
      calledAtMs,
      finishedAtMs: calledAtMs === null ? null : endedAtMs,
      leftAtMs: calledAtMs === null ? endedAtMs : null,
      server: calledAtMs === null ? null : server,
    },
  };
}

const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Milliseconds since the epoch of a local time, or null. In the hour that October repeats it is the first of the two that
 * is not before `afterMs`.
 */
function localInstant(written: string, afterMs: number | null): number | null {
  const match = LOCAL.exec(written);
  if (!match) return null;
  const [, date = '', hour = '', minute = '', second = '0', fraction = '0', zone] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  // A day that the calendar does not have is moved by Date; what was written must come back.
  const midday = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(midday.getTime()) || midday.toISOString().slice(0, 10) !== date) return null;
  const rest = Number(second) * 1000 + Number(fraction.padEnd(3, '0'));
  if (zone !== undefined) {
    const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
    const instant = Date.parse(`${date}T${hour}:${minute}:00${offset}`);
    return Number.isNaN(instant) ? null : instant + rest;
  }
  const first = Date.parse(instantOfLocal(date, `${hour}:${minute}`)) + rest;
  if (afterMs === null || first >= afterMs) return first;
  const isRepeated = date.slice(5, 7) === '10' && hour === '02' && afterMs - first <= 3_600_000;
  return isRepeated ? first + 3_600_000 : first;
}

/** `A 023` → 23; null for a ticket without a number. */
function numberIn(name: string): number | null {
  const digits = /(\d{1,9})\D*$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Texts that mean no priority. */
const NONE = new Set(['', '0', 'no', 'none', 'false', 'normal', 'regular', 'nein', 'low', '-']);

/**
 * Which priorities go first. A file may write a reason (`illness`), a flag (`1`, `true`) or ZMS's ranks (1 urgent, 2, 3): of
 * several numbers it is the one whose tickets, the fewest, waited least.
 */
function urgentPriority(tickets: readonly (PastTicket & { priority: string })[]): ReadonlySet<string> {
  const priorities = [...new Set(tickets.map(({ priority }) => priority))];
  const numbers = priorities.filter((priority) => /^-?\d+(\.\d+)?$/.test(priority));
  if (numbers.length < 2 || numbers.length < priorities.filter((priority) => priority !== '').length)
    return new Set(priorities.filter((priority) => !NONE.has(priority.toLowerCase())));
  const ends = [...numbers].sort((a, b) => Number(a) - Number(b));
  const candidates = [ends[0] ?? '', ends.at(-1) ?? ''];
  const isRare = (priority: string) => tickets.filter((one) => one.priority === priority).length < tickets.length / 2;
  const waitOf = (priority: string) => {
    const waits = tickets.flatMap((one) =>
      one.priority === priority && one.calledAtMs !== null ? [one.calledAtMs - one.arrivedAtMs] : [],
    );
    return waits.reduce((sum, wait) => sum + wait, 0) / Math.max(1, waits.length);
  };
  const first = candidates.filter(isRare).sort((a, b) => waitOf(a) - waitOf(b))[0];
  return new Set(first === undefined ? [] : [first]);
}
