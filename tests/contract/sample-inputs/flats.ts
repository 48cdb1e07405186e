import { randomUUID } from 'node:crypto';
import { id, on, type SamplesOf } from './parts.ts';

const flat = {
  district: 'Mengede',
  rooms: 2,
  sizeSqm: 50,
  rentCents: 500_00,
  depositCents: 0,
  viewing: '',
  freeFrom: null,
  state: 'offered' as const,
};

export const flatsSamples = {
  list: () => ({ landlordId: null }),
  households: () => ({ id }),
  add: () => ({ requestId: randomUUID(), landlordId: id, flat }),
  change: () => ({ ...on(), flat }),
} satisfies SamplesOf<'flats'>;
