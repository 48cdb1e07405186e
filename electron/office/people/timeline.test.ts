import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeNote } from '../consultations/notes/write-note.ts';
import { addStep } from '../consultations/write-step.ts';
import { writeLetter } from '../letters/write-letter.ts';
import { aLetter } from '../testing/test-letters.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPartner, newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { timelineOf } from './timeline.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

it('shows contacts, notes, letters and steps, newest first, to each reader what they may see', async () => {
  const { city, partner } = office.who;
  const personId = newPerson(office);
  const at: string[] = [];
  const next = () => {
    office.clock.advance(60_000);
    at.push(office.clock.now());
  };
  next();
  const { contactId } = talk(office, city, { personId });
  next();
  const open = office.write(city, 'consultations.writeNote', (tx) =>
    writeNote(tx, { contactId, level: 'V1', text: 'für beide' }, city),
  );
  next();
  const own = office.write(city, 'consultations.writeNote', (tx) =>
    writeNote(tx, { contactId, level: 'V2', text: 'nur Stadt' }, city),
  );
  next();
  const step = office.write(city, 'consultations.addStep', (tx) =>
    addStep(tx, { contactId, owner: 'us', what: 'Kita anrufen', topic: 'kita', dueOn: '2026-11-25' }, city),
  );
  next();
  const partnerId = newPartner(office);
  const letter = await writeLetter(
    office.core,
    { requestId: crypto.randomUUID(), letter: aLetter({ personId, partnerId }) },
    partner,
  );

  const seen = timelineOf(office.db, personId, city);
  expect(seen.map(({ kind, id, at: when }) => [kind, id, when])).toEqual([
    ['letter', letter.id, at[4]],
    ['step', step.id, at[3]],
    ['note', own.id, at[2]],
    ['note', open.id, at[1]],
    ['contact', contactId, at[0]],
  ]);
  expect(seen[0]).toEqual({
    kind: 'letter',
    id: letter.id,
    at: at[4],
    staffName: 'Cem Blau',
    employerKind: 'partner',
    subject: 'Bitte um Unterstützung: Kindergartenplatz',
    partnerName: 'Kita Beispiel',
    state: 'ready',
  });
  expect(seen[2]).toMatchObject({ level: 'V2', text: 'nur Stadt', employerKind: 'city', version: 1 });
  expect(seen[4]).toMatchObject({ topics: [{ topic: 'kita', result: null }], minutes: null, finished: false });
  // The other employer sees the same but for that note.
  expect(timelineOf(office.db, personId, partner)).toEqual(seen.filter((entry) => entry.id !== own.id));
});

it('is not there for somebody unknown', () => {
  expect(() => timelineOf(office.db, office.who.city.staffId, office.who.city)).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  );
});
