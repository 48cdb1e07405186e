import { randomUUID } from 'node:crypto';
import { id, on, type SamplesOf } from './parts.ts';

const releaseTerms = {
  purposes: ['joint-advice' as const],
  scope: 'case' as const,
  topics: [],
  validUntil: '2027-11-22',
  bothWays: false,
  interpreterName: '',
};

export const releasesSamples = {
  list: () => ({ personId: id }),
  form: () => ({ ...releaseTerms, personId: id, language: 'ar' }),
  give: () => ({
    ...releaseTerms,
    requestId: randomUUID(),
    personId: id,
    givenOn: '2026-11-23',
    language: 'ar',
    manner: 'paper',
  }),
  confirm: () => ({ requestId: randomUUID(), personId: id, contactIds: [id] }),
  withdraw: () => on(),
  readings: () => ({ personId: id }),
  readingsPage: () => ({ personId: id, language: 'ar' }),
} satisfies SamplesOf<'releases'>;
