import { randomUUID } from 'node:crypto';
import { type SamplesOf, stale } from './parts.ts';

export const cataloguesSamples = {
  read: () => ({}),
  history: () => ({}),
  add: () => ({
    requestId: randomUUID(),
    entry: { kind: 'topic' as const, parent: 'none', words: { de: 'Beispiel' } },
  }),
  change: () => ({
    requestId: randomUUID(),
    id: 'own.kita.0123456789abcdef',
    ...stale,
    words: { de: 'Beispiel' },
  }),
  offer: () => ({ requestId: randomUUID(), kind: 'topic', id: 'kita', ...stale, offered: false }),
  freeSteps: () => ({}),
  dismissFreeStep: () => ({ requestId: randomUUID(), key: '0'.repeat(64), dismissed: false }),
} satisfies SamplesOf<'catalogues'>;
