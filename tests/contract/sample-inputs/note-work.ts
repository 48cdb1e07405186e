import { randomUUID } from 'node:crypto';
import { id, on, type SamplesOf } from './parts.ts';

export const noteWorkSamples = {
  debts: () => ({}),
  owe: () => ({ requestId: randomUUID(), contactId: id }),
  settle: () => ({ requestId: randomUUID(), contactId: id }),
  templates: () => ({}),
  writeTemplate: () => ({ requestId: randomUUID(), template: null, name: 'Wohnen', headings: ['Lage'] }),
  removeTemplate: on,
} satisfies SamplesOf<'noteWork'>;
