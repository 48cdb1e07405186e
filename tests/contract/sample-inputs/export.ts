import { randomUUID } from 'node:crypto';
import type { SamplesOf } from './parts.ts';

export const exportSamples = {
  status: () => ({}),
  preview: () => ({}),
  acceptPreview: () => ({ requestId: randomUUID(), schemaVersion: 999 }),
  run: () => ({ requestId: randomUUID() }),
  readReceipts: () => ({ requestId: randomUUID() }),
} satisfies SamplesOf<'export'>;
