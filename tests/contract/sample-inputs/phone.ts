import { randomUUID } from 'node:crypto';
import { id, on, type SamplesOf } from './parts.ts';

export const phoneSamples = {
  list: () => ({}),
  add: () => ({
    requestId: randomUUID(),
    contactId: id,
    phone: '0221 4710-1',
    language: 'ar',
    reachable: ['morning'],
    reason: 'Nachfragen',
    dueOn: '2026-11-30',
  }),
  addTry: () => ({ ...on(), result: 'no-answer' }),
  close: () => ({ ...on(), as: 'letter' }),
  undo: on,
} satisfies SamplesOf<'phone'>;
