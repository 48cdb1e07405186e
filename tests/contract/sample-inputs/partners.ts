import { randomUUID } from 'node:crypto';
import { on, type SamplesOf } from './parts.ts';

const partner = {
  name: 'Stelle Beispiel',
  kind: 'other' as const,
  authority: false,
  contactName: '',
  street: '',
  postalCodeAndTown: '',
  phone: '',
  email: '',
  topics: [],
};

export const partnersSamples = {
  list: () => ({}),
  create: () => ({ requestId: randomUUID(), partner }),
  change: () => ({ ...on(), partner }),
} satisfies SamplesOf<'partners'>;
