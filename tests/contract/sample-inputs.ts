import { randomUUID } from 'node:crypto';
import type { InferContractRouterInputs } from '@orpc/contract';
import type { Contract } from '../../shared/contract.ts';
import { smallOfficeAnswers } from '../hosts/small-office.ts';

type Inputs = InferContractRouterInputs<Contract>;
export type SampleInputs = { [F in keyof Inputs]: { [P in keyof Inputs[F]]: () => Inputs[F][P] } };

/** Ids of nothing: what a command would change is not there, so that the sweep changes next to nothing. */
const id = '01900000-0000-7000-8000-000000000000';
const on = () => ({ requestId: randomUUID(), id, revision: 1 });
const onTicket = () => ({ requestId: randomUUID(), ticketId: id, revision: 1 });
/** No row ever has this revision: a CONFLICT. */
const stale = { revision: 999_999 };

const person = {
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
const recipient = 'age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqs3290gq';
const receiptKeyPem =
  '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n';
const setUp = smallOfficeAnswers({ recipient, receiptKeyPem }, '');

/** A valid input for every procedure; the type finds the one that a new procedure lacks. */
export const sampleInputs: SampleInputs = {
  access: {
    signIn: () => ({ name: 'nobody', passphrase: 'nothing at all' }),
    lock: () => ({}),
    whoAmI: () => ({}),
    changePassphrase: () => ({ requestId: randomUUID(), current: 'not the one', next: 'another passphrase' }),
    listStaff: () => ({}),
    addStaff: () => ({
      requestId: randomUUID(),
      displayName: 'Erika',
      signInName: 'anna',
      employerId: id,
      roles: ['counsellor'],
      languages: [],
      passphrase: 'another passphrase',
    }),
    changeStaff: () => ({ ...on(), displayName: 'Erika', roles: ['counsellor'], languages: [] }),
    deactivateStaff: on,
    letIntoVault: () => ({ requestId: randomUUID(), id }),
    nameDeputy: () => ({ requestId: randomUUID(), deputyId: null }),
    resetPassphrase: () => ({ recoverySheet: 'AGE-SECRET-KEY-NONE', name: 'anna', passphrase: 'another passphrase' }),
  },
  changes: { watch: () => ({}) },
  consultations: {
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
  },
  emergency: {
    watch: () => ({}),
    call: () => ({ requestId: randomUUID(), silent: false }),
    answer: () => ({ id, desk: 1 }),
    end: () => ({ requestId: randomUUID(), id }),
  },
  export: {
    status: () => ({}),
    preview: () => ({}),
    acceptPreview: () => ({ requestId: randomUUID(), schemaVersion: 999 }),
    run: () => ({ requestId: randomUUID() }),
    readReceipts: () => ({ requestId: randomUUID() }),
  },
  letters: {
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
  },
  office: {
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
  },
  partners: {
    list: () => ({}),
    create: () => ({ requestId: randomUUID(), partner }),
    change: () => ({ ...on(), partner }),
  },
  people: {
    search: () => ({ words: 'Erika' }),
    recent: () => ({}),
    get: () => ({ id }),
    create: () => ({ requestId: randomUUID(), person }),
    change: () => ({ ...on(), person }),
    timeline: () => ({ id }),
  },
  queue: {
    today: () => ({}),
    checkIn: () => ({ requestId: randomUUID(), spoken: 'ar', topics: ['kita'] }),
    change: () => ({
      ...onTicket(),
      spoken: 'ar',
      understood: null,
      read: null,
      topics: [],
      personId: null,
      adults: 0,
      children: 0,
      doorNote: '',
      priorityReason: null,
    }),
    callNext: () => ({ requestId: randomUUID() }),
    call: onTicket,
    appeared: onTicket,
    notAppeared: onTicket,
    start: onTicket,
    park: () => ({ ...onTicket(), reason: 'other' }),
    recall: onTicket,
    forward: () => ({ ...onTicket(), forward: { desk: 1, staffId: null, employerId: null, position: 'arrival' } }),
    correctTime: () => ({ ...onTicket(), sequence: 1, time: '09:00' }),
    history: () => ({ ticketId: id }),
    findReturnSlip: () => ({ code: 'ACDE' }),
    returnSlip: () => ({ ticketId: id }),
    reserveSheet: () => ({ first: 901, count: 24 }),
    enterPaper: () => ({
      requestId: randomUUID(),
      day: '2026-11-23',
      number: 901,
      arrived: '08:00',
      spoken: 'ar',
      topics: ['kita'],
      outcome: { kind: 'waits' },
    }),
    tally: () => ({ requestId: randomUUID(), topic: 'form-help', spoken: 'ar' }),
    undoTally: () => ({ requestId: randomUUID(), contactId: id }),
    quickLane: () => ({}),
    requeue: onTicket,
    leave: () => ({ ...onTicket(), reason: 'gave-up' }),
    undo: onTicket,
    slip: () => ({ ticketId: id }),
    closeDay: () => ({ requestId: randomUUID(), resolutions: [] }),
    reopenDay: () => ({ requestId: randomUUID() }),
  },
};
