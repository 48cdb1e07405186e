import { randomUUID } from 'node:crypto';
import { id, on, type SamplesOf } from './parts.ts';

const letter = {
  contactId: null,
  personId: null,
  partnerId: id,
  templateId: 'referral',
  topic: null,
  include: { birth: false, phone: false, email: false, district: false },
  concern: '',
  done: '',
  request: '',
  replyBy: null,
  enclosures: [],
  consentOn: null,
  companionLanguage: null,
};

export const lettersSamples = {
  preview: () => letter,
  write: () => ({ requestId: randomUUID(), letter }),
  get: () => ({ id }),
  list: () => ({ personId: null, contactId: null }),
  pdf: () => ({ id }),
  printAgain: on,
  handOver: () => ({ ...on(), way: 'post' }),
  makeVoid: on,
  answerReferral: () => ({ requestId: randomUUID(), referralId: id, revision: 1, state: 'accepted' }),
  templates: () => ({}),
  changeTemplate: () => ({ requestId: randomUUID(), id: 'none', revision: 1, subject: 'Betreff', body: 'Text' }),
} satisfies SamplesOf<'letters'>;
