import { randomUUID } from 'node:crypto';
import { id, type SamplesOf } from './parts.ts';

export const correctionsSamples = {
  list: () => ({ personId: id }),
  settle: () => ({ requestId: randomUUID(), letterId: id }),
} satisfies SamplesOf<'corrections'>;
