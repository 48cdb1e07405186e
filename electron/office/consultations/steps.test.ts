import { afterEach, beforeEach, expect, it } from 'vitest';
import { letterView } from '../letters/list-letters.ts';
import { answerReferral } from '../letters/referrals.ts';
import { writeLetter } from '../letters/write-letter.ts';
import { aLetter } from '../testing/test-letters.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPartner, newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { listFollowUps } from './follow-ups.ts';
import { listStepsOf } from './list-steps.ts';
import { addStep, changeStep, removeStep } from './write-step.ts';

let office: TestOffice;
let contactId: string;
let personId: string;
beforeEach(async () => {
  office = await createTestOffice();
  personId = newPerson(office);
  ({ contactId } = talk(office, office.who.city, { personId }));
});
afterEach(() => office.close());

const add = (what: string, dueOn: string | null) =>
  office.write(office.who.city, 'consultations.addStep', (tx) =>
    addStep(tx, { contactId, owner: 'us', what, topic: 'kita', dueOn }, office.who.city),
  );
const change = (id: string, revision: number, done: boolean) =>
  office.write(office.who.partner, 'consultations.changeStep', (tx) =>
    changeStep(tx, { id, revision, owner: 'client', what: 'Formular', dueOn: null, done }),
  );

it('records, ticks off and takes back', () => {
  const { id } = add('Kita anrufen', '2026-11-25');
  expect(listStepsOf(office.db, { personId })).toEqual([
    {
      id,
      revision: 1,
      contactId,
      personId,
      owner: 'us',
      what: 'Kita anrufen',
      phrase: null,
      partner: null,
      staffId: office.who.city.staffId,
      spoken: 'ar',
      topic: 'kita',
      dueOn: '2026-11-25',
      doneAt: null,
      createdAt: office.clock.now(),
    },
  ]);
  const doneAt = office.clock.now();
  change(id, 1, true);
  office.clock.advance(60_000);
  change(id, 2, true);
  expect(listStepsOf(office.db, { contactId })[0]).toMatchObject({ owner: 'client', doneAt, revision: 3 });
  change(id, 3, false);
  expect(listStepsOf(office.db, { contactId })[0]?.doneAt).toBeNull();
  expect(() => change(id, 1, true)).toThrow(
    expect.objectContaining({ code: 'CONFLICT', detail: { currentRevision: 4 } }),
  );
  office.write(office.who.city, 'consultations.removeStep', (tx) => removeStep(tx, { id, revision: 4 }));
  expect(listStepsOf(office.db, { contactId })).toEqual([]);
});

it('lists what is due, steps and answers, oldest first, and nothing that is done', async () => {
  const later = add('später', '2026-11-24');
  const today = add('heute', '2026-11-23');
  const overdue = add('überfällig', '2026-11-20');
  add('irgendwann', null);
  change(add('getan', '2026-11-20').id, 1, true);
  const partnerId = newPartner(office);
  const letter = await writeLetter(
    office.core,
    { requestId: crypto.randomUUID(), letter: aLetter({ contactId, personId, partnerId, replyBy: '2026-11-22' }) },
    office.who.city,
  );
  const referral = letterView(office.db, letter.id).referral;

  const due = listFollowUps(office.db, '2026-11-23');
  expect(due.map((one) => one.id)).toEqual([overdue.id, referral?.id, today.id]);
  expect(due[1]).toEqual({
    kind: 'reply',
    id: referral?.id,
    revision: 1,
    dueOn: '2026-11-22',
    owner: 'partner',
    what: 'Bitte um Unterstützung: Kindergartenplatz',
    person: { id: personId, name: 'Amal Haddad' },
    partnerName: 'Kita Beispiel',
    partnerPhone: '0221 4710-200',
    partnerHours: 'Mo bis Fr 8-12',
    language: 'ar',
    staffId: office.who.city.staffId,
  });
  office.write(office.who.partner, 'letters.answerReferral', (tx) =>
    answerReferral(tx, { referralId: referral?.id ?? '', revision: 1, state: 'accepted' }),
  );
  expect(listFollowUps(office.db, '2026-11-24').map((one) => one.id)).toEqual([overdue.id, today.id, later.id]);
});
