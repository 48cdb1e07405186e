import { randomUUID } from 'node:crypto';
import { id, type SamplesOf, stale } from './parts.ts';

export const levelsSamples = {
  move: () => ({ requestId: randomUUID(), contactId: id, ...stale, personId: null }),
  add: () => ({ requestId: randomUUID(), contactId: id, personId: null, topics: [], minutes: 5, note: null }),
  takeBack: () => ({ requestId: randomUUID(), id }),
  withoutPerson: () => ({}),
} satisfies SamplesOf<'levels'>;
