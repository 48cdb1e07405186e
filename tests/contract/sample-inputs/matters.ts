import { randomUUID } from 'node:crypto';
import { id, type SamplesOf } from './parts.ts';

export const mattersSamples = {
  onKeys: () => ({}),
  pin: () => ({ requestId: randomUUID(), matters: [{ topic: 'kita', result: 'informed' }] }),
  record: () => ({ requestId: randomUUID(), ticketId: id, revision: 1, topic: 'kita', result: 'informed' }),
} satisfies SamplesOf<'matters'>;
