import { type Instant, instantOfLocal } from '../../../shared/kernel/instants.ts';
import { forecastMinutes } from '../../../shared/waiting-time/forecast.ts';
import { learnOffice, type OfficeModel } from '../../../shared/waiting-time/office-model.ts';
import { type PastTicket, weekdayOf } from '../../../shared/waiting-time/past-ticket.ts';
import { createRangeCorrection, type RangeCorrection } from '../../../shared/waiting-time/promised-range.ts';
import { seeded, seedOf } from '../../../shared/waiting-time/seeded.ts';
import type { Session } from '../access/session.ts';
import { changeContact } from '../consultations/change-contact.ts';
import { getContact } from '../consultations/contact-row.ts';
import { finishConsultation } from '../consultations/finish-contact.ts';
import type { Tx } from '../database/handles.ts';
import { actOnTicket, type OnTicket, startTicket } from '../queue/act-on-ticket.ts';
import { checkIn } from '../queue/check-in.ts';
import { asComing, midnightOf } from '../waiting-time/as-past-ticket.ts';
import { OWN_ORDER } from '../waiting-time/own-order.ts';
import { insertPromise } from '../waiting-time/promise-row.ts';

type At = (instant: Instant, who: Session, change: (tx: Tx) => void) => void;

/** What the invented visitors speak and want; how often, by how often it stands here. */
const SPOKEN = ['de', 'de', 'ar', 'ar', 'ar', 'kmr', 'tr', 'en'];
const TOPICS = [
  { topic: 'form-help', minutes: 9 },
  { topic: 'form-help', minutes: 9 },
  { topic: 'power-gas', minutes: 14 },
  { topic: 'kita', minutes: 18 },
  { topic: 'authorities', minutes: 22 },
  { topic: 'residence', minutes: 26 },
];
const VISITORS = 12;
const MINUTE_MS = 60_000;
const PATIENCE_MS = 55 * MINUTE_MS;

interface Visitor {
  ticket: PastTicket;
  topic: string;
  talkMs: number;
  on: OnTicket;
  low: number;
  high: number;
}

interface Desk {
  session: Session;
  /** Whom it talks with, and until when. */
  talk: { visitor: Visitor; untilMs: number } | null;
}

/** What all mornings of the practice office have together. */
export interface Practice {
  at: At;
  staff: readonly Session[];
  model: OfficeModel;
  correction: RangeCorrection;
}

/** A practice office that has not learned anything yet. */
export function practiceFor(at: At, staff: readonly Session[]): Practice {
  return { at, staff, model: learnOffice([], { order: OWN_ORDER }), correction: createRangeCorrection() };
}

/**
 * Plays one usual morning of the practice office from nine o'clock: people come, are promised a range by the forecast of
 * any office, wait, and are called in turn by whoever speaks their language; who waits very long gives up.
 */
export function playUsualMorning(practice: Practice, day: string): void {
  const startMs = Date.parse(instantOfLocal(day, '09:00'));
  const coming = drawVisitors(day, startMs);
  const came: Visitor[] = [];
  const waiting: Visitor[] = [];
  const desks: Desk[] = practice.staff.map((session) => ({ session, talk: null }));
  for (;;) {
    const nextMs = Math.min(
      coming[0]?.ticket.arrivedAtMs ?? Infinity,
      ...desks.map(({ talk }) => talk?.untilMs ?? Infinity),
    );
    if (nextMs === Infinity) return;
    for (const desk of desks) if (desk.talk?.untilMs === nextMs) finish(practice, desk);
    if (coming[0]?.ticket.arrivedAtMs === nextMs) {
      const visitor = coming.shift();
      if (!visitor) return;
      came.push(visitor);
      arrive(practice, day, visitor, came);
      waiting.push(visitor);
    }
    leaveIfTired(practice, waiting, nextMs);
    for (const desk of desks) if (desk.talk === null) call(practice, desk, waiting, nextMs);
  }
}

function drawVisitors(day: string, startMs: number): Visitor[] {
  const uniform = seeded(seedOf(day));
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[Math.floor(uniform() * list.length)] as T;
  return Array.from({ length: VISITORS }, (_, index) => {
    const { topic, minutes } = pick(TOPICS);
    const arrivedAt = instantAt(startMs + Math.round(105 * (index / VISITORS + 0.12 * uniform())) * MINUTE_MS + index);
    const priorityReason = uniform() < 0.1 ? 'small-child' : null;
    const about = { day, number: index + 1, kind: 'walk-in' as const, topics: [topic], arrivedAt, dueAt: null };
    return {
      ticket: asComing({ ...about, language: pick(SPOKEN), priorityReason }),
      topic,
      talkMs: Math.max(3, Math.round(minutes * (0.6 + 1.1 * uniform()))) * MINUTE_MS,
      on: { ticketId: '', revision: 0 },
      low: 0,
      high: 0,
    };
  });
}

function arrive(
  { at, staff, model, correction }: Practice,
  day: string,
  visitor: Visitor,
  came: readonly Visitor[],
): void {
  const { ticket, topic } = visitor;
  const [who] = staff;
  if (!who) return;
  const queue = {
    nowMs: ticket.arrivedAtMs,
    dayStartMs: midnightOf(day),
    weekday: weekdayOf(day),
    today: came.map((one) => one.ticket),
    staffed: staff.map((session) => ({ server: session.staffId, serves: (one: PastTicket) => speaks(session, one) })),
    booked: [],
  };
  const minutes = forecastMinutes(model, queue, ticket, { paths: 40, seed: ticket.number });
  visitor.low = minutes[4] ?? 0;
  visitor.high = minutes[35] ?? visitor.low;
  const { fromMinutes, toMinutes } = correction.rangeFor(ticket.language, visitor.low, visitor.high);
  at(instantAt(ticket.arrivedAtMs), who, (tx) => {
    visitor.on = checkIn(
      tx,
      {
        kind: 'walk-in',
        spoken: ticket.language,
        understood: null,
        read: null,
        topics: [topic],
        personId: null,
        adults: 0,
        children: 0,
        doorNote: '',
        priorityReason: ticket.urgent ? 'small-child' : null,
      },
      who,
    );
    insertPromise(tx, {
      ticket_id: visitor.on.ticketId,
      promised_at: tx.at,
      low: visitor.low,
      high: visitor.high,
      from_minutes: fromMinutes,
      to_minutes: toMinutes,
    });
  });
}

function call({ at, correction }: Practice, desk: Desk, waiting: Visitor[], nowMs: number): void {
  const { session } = desk;
  const servable = waiting.filter(({ ticket }) => speaks(session, ticket));
  const visitor = servable.find(({ ticket }) => ticket.urgent) ?? servable[0];
  if (!visitor) return;
  waiting.splice(waiting.indexOf(visitor), 1);
  desk.talk = { visitor, untilMs: nowMs + visitor.talkMs };
  const { ticket, topic, low, high } = visitor;
  Object.assign(ticket, { calledAtMs: nowMs, server: session.staffId });
  correction.learn({
    language: ticket.language,
    low,
    high,
    waitedMinutes: (nowMs - ticket.arrivedAtMs) / MINUTE_MS,
  });
  at(instantAt(nowMs), session, (tx) => {
    const called = actOnTicket(tx, visitor.on, 'called', session, ticket.urgent ? 'urgent' : 'longest-wait');
    const { contactId, ticketId, revision } = startTicket(tx, called, session);
    visitor.on = { ticketId, revision };
    changeContact(tx, {
      contactId,
      revision: getContact(tx, contactId).revision,
      topics: [{ topic, result: topic === 'form-help' ? 'form-filled' : 'solved' }],
    });
  });
}

function finish({ at }: Practice, desk: Desk): void {
  const { session, talk } = desk;
  if (!talk) return;
  desk.talk = null;
  talk.visitor.ticket.finishedAtMs = talk.untilMs;
  at(instantAt(talk.untilMs), session, (tx) => {
    finishConsultation(tx, { ...talk.visitor.on, minutes: null }, session);
  });
}

function leaveIfTired({ at, staff }: Practice, waiting: Visitor[], nowMs: number): void {
  const [who] = staff;
  for (const visitor of waiting.filter(({ ticket }) => nowMs - ticket.arrivedAtMs > PATIENCE_MS)) {
    waiting.splice(waiting.indexOf(visitor), 1);
    visitor.ticket.leftAtMs = nowMs;
    if (who) at(instantAt(nowMs), who, (tx) => void actOnTicket(tx, visitor.on, 'left', who, 'gave-up'));
  }
}

function speaks({ languages }: Session, { language }: PastTicket): boolean {
  return languages.includes(language);
}

function instantAt(ms: number): Instant {
  return new Date(ms).toISOString();
}
