import { randomUUID } from 'node:crypto';
import { smallOfficeAnswers } from '../../hosts/small-office.ts';
import { id, type SamplesOf, stale } from './parts.ts';

const recipient = 'age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq';
const receiptKeyPem =
  '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n';
const setUp = smallOfficeAnswers({ recipient, receiptKeyPem }, '');

export const officeSamples = {
  status: () => ({}),
  beginSetUp: () => setUp,
  completeSetUp: () => ({ setUpId: id, typed: { city: [], partner: [] } }),
  startTraining: () => ({}),
  settings: () => ({}),
  changeSettings: () => ({
    requestId: randomUUID(),
    ...stale,
    name: 'Büro',
    address: '',
    openingHours: '',
    districts: [],
    languages: ['de'],
    desks: 2,
    ticketLetter: '',
    idleLockMinutes: 5,
    callRepeats: 2,
    exportFolder: '',
    nightlyAt: '21:00',
  }),
  changeLetterhead: () => ({ requestId: randomUUID(), employerId: id, revision: 1, ...setUp.employers.city }),
  changeCityKeys: () => ({ requestId: randomUUID(), ...stale, recipients: [recipient], receiptKeyPem }),
  allowUnattended: () => ({ requestId: randomUUID(), allowed: false }),
  listSnapshots: () => ({}),
  takeSnapshot: () => ({ requestId: randomUUID() }),
  restoreSnapshot: () => ({ snapshot: 'none', name: 'anna', passphrase: 'not the one' }),
} satisfies SamplesOf<'office'>;
