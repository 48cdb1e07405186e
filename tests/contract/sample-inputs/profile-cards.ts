import { randomUUID } from 'node:crypto';
import { id, on, type SamplesOf } from './parts.ts';

export const profileCardsSamples = {
  keys: () => ({}),
  makeKey: () => ({ requestId: randomUUID() }),
  joinRequest: () => ({ requestId: randomUUID() }),
  grantKey: () => ({ requestId: randomUUID(), request: 'Unsinn' }),
  acceptKey: () => ({ requestId: randomUUID(), sealed: 'Unsinn' }),
  of: () => ({ personId: id }),
  issue: () => ({
    requestId: randomUUID(),
    personId: id,
    revision: 1,
    fields: ['name'],
    topics: [],
    pin: '471093',
    language: 'ar',
  }),
  markLost: () => on(),
  look: () => ({ scanned: 'TANDEM0' }),
  open: () => ({ scanned: 'TANDEM0', pin: '471093' }),
  takeOver: () => ({
    requestId: randomUUID(),
    person: null,
    values: { name: { givenName: 'Erika', familyName: 'Beispiel', familyFirst: false } },
    days: { name: '2026-11-20' },
  }),
} satisfies SamplesOf<'profileCards'>;
