import { randomUUID } from 'node:crypto';
import { id, on, onTicket, type SamplesOf } from './parts.ts';

export const consultationsSamples = {
  get: () => ({ contactId: id }),
  change: () => ({ requestId: randomUUID(), contactId: id, revision: 1, medium: 'phone' }),
  addStep: () => ({ requestId: randomUUID(), contactId: id, owner: 'us', what: 'Rückruf', topic: null, dueOn: null }),
  changeStep: () => ({ ...on(), owner: 'us', what: 'Rückruf', dueOn: null, done: false }),
  removeStep: on,
  draft: () => ({ contactId: id }),
  saveDraft: () => ({ requestId: randomUUID(), contactId: id, text: 'Entwurf', level: 'V1' }),
  writeNote: () => ({ requestId: randomUUID(), contactId: id, level: 'V1', text: 'Notiz' }),
  changeNote: () => ({ ...on(), level: 'V1', text: 'Notiz' }),
  noteVersions: () => ({ id }),
  finish: onTicket,
  followUps: () => ({ until: '2026-11-23' }),
} satisfies SamplesOf<'consultations'>;
