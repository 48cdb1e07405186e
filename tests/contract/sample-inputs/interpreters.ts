import { randomUUID } from 'node:crypto';
import { id, on, type SamplesOf } from './parts.ts';

const interpreter = {
  kind: 'volunteer' as const,
  name: 'Erika Beispiel',
  phone: '',
  gender: null,
  languages: ['ckb'],
  topicsNotTaken: [],
  hours: [],
  remark: '',
};

export const interpretersSamples = {
  list: () => ({}),
  counts: () => ({}),
  add: () => ({ requestId: randomUUID(), ...interpreter }),
  change: () => ({ ...on(), ...interpreter }),
  remove: on,
  setToday: () => ({ ...on(), today: null }),
  setAway: () => ({ ...on(), awayUntil: null }),
  recordPledge: () => ({ ...on(), pledgedOn: '2026-11-23' }),
  serving: () => ({}),
  recordAttempt: () => ({
    requestId: randomUUID(),
    ticketId: id,
    kind: 'volunteer',
    outcome: 'asked',
    interpreterId: id,
    colleagueId: null,
    language: 'ckb',
  }),
  takeBackAttempt: () => ({ requestId: randomUUID(), ticketId: id }),
  whoCould: () => ({ spoken: 'ckb', understood: null, topics: [], genderWish: null }),
  doorAnswers: () => ({ languages: null, topics: [], genderWish: null }),
  recordDemand: () => ({
    requestId: randomUUID(),
    outcome: 'turned-away',
    cause: 'no-language',
    language: 'so',
    topics: [],
  }),
  takeBackDemand: () => ({ requestId: randomUUID(), id }),
  setLeavingCause: () => ({ requestId: randomUUID(), ticketId: id, cause: 'full' }),
} satisfies SamplesOf<'interpreters'>;
