import { randomUUID } from 'node:crypto';
import { id, on, type SamplesOf } from './parts.ts';

export const person = {
  givenName: 'Erika',
  familyName: 'Beispiel',
  ownScriptName: '',
  bornOn: null,
  birthPrecision: null,
  gender: 'not-stated' as const,
  roles: [],
  spoken: null,
  understood: null,
  read: null,
  district: null,
  phone: '',
  email: '',
};

export const peopleSamples = {
  search: () => ({ words: 'Erika' }),
  recent: () => ({}),
  get: () => ({ id }),
  create: () => ({ requestId: randomUUID(), person }),
  change: () => ({ ...on(), person }),
  checked: () => ({ id }),
  markChecked: () => ({ requestId: randomUUID(), id, fields: ['phone'] }),
  newPseudonym: () => ({}),
  history: () => ({ id }),
  catchUp: () => ({ id }),
  timeline: () => ({ id }),
} satisfies SamplesOf<'people'>;
