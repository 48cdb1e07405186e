import { type ClaimFacts, callMoment, claimKey } from '../../../shared/queue/calling-claim.rules.ts';
import type { Client } from './make-day.ts';
import type { CallingRule } from './play-day.ts';

const DUE_BEFORE = 2;
const lowest = (waiting: readonly Client[], key: (client: Client) => readonly number[]): Client | undefined => {
  const compare = (a: readonly number[], b: readonly number[]) => {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
  };
  return [...waiting].sort((a, b) => compare(key(a), key(b)) || a.number - b.number)[0];
};

/** ZMS: priority 1, appointments that are due 2, walk-ins 3; within these by arrival, then number. */
const zms: CallingRule = (waiting, now) =>
  lowest(waiting, ({ urgent, dueAt, arrivedAt }) => [
    urgent ? 1 : dueAt === null ? 3 : dueAt - DUE_BEFORE <= now ? 2 : 4,
    arrivedAt,
  ]);

/** First come, first served, whoever it is. */
const fifo: CallingRule = (waiting) => lowest(waiting, ({ arrivedAt }) => [arrivedAt]);

/** Accumulating priority: each kind gains at its own rate while it waits; the highest is called. */
const apq: CallingRule = (waiting, now) =>
  lowest(waiting, ({ urgent, dueAt, arrivedAt }) => [
    -(now - arrivedAt) * (urgent ? 6 : dueAt !== null && dueAt - DUE_BEFORE <= now ? 3 : 1),
  ]);

/** Ours, by the very function that the office calls by. */
const ours: CallingRule = (waiting, now, desk) => {
  const facts = ({ urgent, dueAt, arrivedAt, language }: Client): ClaimFacts => ({
    urgent,
    dueAtMs: dueAt === null ? null : dueAt * 60_000,
    arrivedAtMs: arrivedAt * 60_000,
    desks: desk.servingDesks(language),
  });
  const moment = callMoment(desk.everybody.map(facts), desk.bit, desk.staffedDesks, now * 60_000);
  return lowest(waiting, (client) => [claimKey(facts(client), moment)]);
};

export const CALLING_RULES = { ours, zms, fifo, apq } as const satisfies Readonly<Record<string, CallingRule>>;
export type CallingRuleName = keyof typeof CALLING_RULES;
