import { randomUUID } from 'node:crypto';
import { id, type SamplesOf, stale } from './parts.ts';

export const programmeSamples = {
  of: () => ({ personId: id }),
  set: () => ({ requestId: randomUUID(), personId: id, group: 'applicant', sinceOn: '2020-01-01' }),
  counting: () => ({}),
  setCounting: () => ({ requestId: randomUUID(), ...stale, on: true }),
} satisfies SamplesOf<'programme'>;
