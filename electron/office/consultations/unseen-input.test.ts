import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deskOf, faultOf } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const request = () => ({ requestId: randomUUID() });

it('takes nothing for a note, a step, a name or a number of which nobody sees anything', async () => {
  const desk = deskOf(office, office.who.city);
  const { contactId } = talk(office, office.who.city);
  for (const unseen of ['\u200b', '\ufe0f', '\u3164', '\u2800\u034f']) {
    const note = { ...request(), contactId, level: 'V1' as const, text: unseen };
    expect(await faultOf(desk.consultations.writeNote(note))).toBe('INVALID_INPUT');
    await desk.consultations.saveDraft(note);
    expect(await desk.consultations.draft({ contactId })).toEqual({ draft: null });
    const step = { ...request(), contactId, owner: 'us' as const, what: unseen, topic: null, dueOn: null };
    expect(await faultOf(desk.consultations.addStep(step))).toBe('INVALID_INPUT');
    const call = { ...request(), contactId, phone: unseen, language: 'ar', reachable: [], reason: 'Kita' };
    expect(await faultOf(desk.phone.add({ ...call, dueOn: '2026-11-30' }))).toBe('RULE no-number');
    const {
      id: _id,
      createdAt: _at,
      revision: _revision,
      ...person
    } = await desk.people.get({ id: newPerson(office) });
    expect(
      await faultOf(desk.people.create({ ...request(), person: { ...person, givenName: unseen, familyName: unseen } })),
    ).toBe('RULE name-missing');
  }
});

it('stores nothing that is too long to be read again', async () => {
  const desk = deskOf(office, office.who.city);
  const landlordId = newPerson(office, { roles: ['landlord'] });
  // One character that NFC writes as three.
  const add = (viewing: string) =>
    desk.flats.add({
      ...request(),
      landlordId,
      flat: {
        district: 'Mengede',
        rooms: 2,
        sizeSqm: 50,
        rentCents: 0,
        depositCents: 0,
        viewing,
        freeFrom: null,
        state: 'offered',
      },
    });
  expect(await faultOf(add('\ufb2c'.repeat(67)))).toBe('INVALID_INPUT');
  await add('\ufb2c'.repeat(66));
  expect((await desk.flats.list({ landlordId })).flats).toHaveLength(1);
});
