import { randomUUID } from 'node:crypto';
import { id, on, type SamplesOf } from './parts.ts';

export const householdsSamples = {
  of: () => ({ personId: id }),
  timeline: () => ({ personId: id }),
  livingWith: () => ({ personIds: [id] }),
  add: () => ({
    requestId: randomUUID(),
    personId: id,
    otherId: id,
    kind: 'partner',
    livesHere: true,
    fromOn: null,
  }),
  change: () => ({
    requestId: randomUUID(),
    personId: id,
    revision: 1,
    size: 2,
    seeksFlat: false,
    wishDistricts: [],
  }),
  separate: () => ({ requestId: randomUUID(), leaverId: id, on: '2020-01-01' }),
  takeBackSeparation: () => ({ requestId: randomUUID(), leaverId: id, endedAt: '2020-01-01T00:00:00.000Z' }),
  endRelation: () => ({ ...on(), on: '2020-01-01' }),
} satisfies SamplesOf<'households'>;
