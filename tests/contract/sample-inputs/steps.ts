import { randomUUID } from 'node:crypto';
import { id, type SamplesOf } from './parts.ts';

export const stepsSamples = {
  openOf: () => ({ personId: id, exceptContactId: null }),
  sheet: () => ({ contactId: id, language: null, appointmentId: null, planned: null }),
  handOut: () => ({ requestId: randomUUID(), contactId: id, language: 'ar', appointmentId: null }),
} satisfies SamplesOf<'steps'>;
