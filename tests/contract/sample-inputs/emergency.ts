import { randomUUID } from 'node:crypto';
import { id, type SamplesOf } from './parts.ts';

export const emergencySamples = {
  watch: () => ({}),
  call: () => ({ requestId: randomUUID(), silent: false }),
  answer: () => ({ id, desk: 1 }),
  end: () => ({ requestId: randomUUID(), id }),
} satisfies SamplesOf<'emergency'>;
