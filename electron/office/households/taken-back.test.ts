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

const TODAY = '2026-11-23';
const desk = () => deskOf(office, office.who.city);
const request = () => ({ requestId: randomUUID() });
const wishes = { seeksFlat: false, wishDistricts: [] };
const add = (personId: string, otherId: string, kind: 'partner' | 'child' | 'other' = 'child', livesHere = true) =>
  desk().households.add({ ...request(), personId, otherId, kind, livesHere, fromOn: null });
const leave = (leaverId: string, on = TODAY) => desk().households.separate({ ...request(), leaverId, on });
const takeBack = (leaverId: string, endedAt: string) =>
  desk().households.takeBackSeparation({ ...request(), leaverId, endedAt });
const of = (personId: string) => desk().households.of({ personId });

it('has room for twenty, and says so to the next', async () => {
  const amal = newPerson(office);
  const children = Array.from({ length: 20 }, () => newPerson(office));
  for (const child of children.slice(0, 19)) await add(amal, child);
  const [leaver = '', last = ''] = [children[0], children[19]];
  expect(await faultOf(add(amal, last))).toBe('RULE household-full');
  expect((await of(amal)).household?.size).toBe(20);
  const { endedAt } = await leave(leaver);
  await add(amal, last);
  expect(await faultOf(takeBack(leaver, endedAt))).toBe('RULE household-full');
  expect((await of(leaver)).household).toBeNull();
});

it('is as large as it was once a separation is taken back, whatever the desk said meanwhile', async () => {
  const [alone, amal, child] = [newPerson(office), newPerson(office), newPerson(office)];
  await desk().households.change({ ...request(), personId: alone, revision: null, size: 1, ...wishes });
  await takeBack(alone, (await leave(alone)).endedAt);
  expect((await of(alone)).household).toMatchObject({ size: 1 });
  await add(amal, child);
  const { endedAt } = await leave(child);
  const revision = (await of(amal)).household?.revision ?? null;
  await desk().households.change({ ...request(), personId: amal, revision, size: 20, ...wishes });
  await takeBack(child, endedAt);
  expect((await of(amal)).household).toMatchObject({ size: 20 });
});

it('does not put a partnership back where another relation was entered since', async () => {
  const [amal, basim] = [newPerson(office), newPerson(office)];
  await add(amal, basim, 'partner');
  const { endedAt } = await leave(basim);
  await add(amal, basim, 'other', false);
  expect(await faultOf(takeBack(basim, endedAt))).toBe('RULE already-related');
  expect((await of(amal)).relatives).toMatchObject([{ id: basim, kind: 'other' }]);
});

it('names nobody who left, also when they left before the day since when they are said to have lived there', async () => {
  const [amal, dina] = [newPerson(office), newPerson(office, { phone: '0231 50111' })];
  const basim = newPerson(office, { phone: '0231 50111' });
  await add(amal, basim, 'partner');
  await add(amal, dina);
  await leave(basim, '2026-11-01');
  expect((await of(dina)).samePhone).toEqual([]);
});

it('counts no note as read by who looks at what happened with the household', async () => {
  const [amal, basim] = [newPerson(office), newPerson(office)];
  await add(amal, basim, 'partner');
  const { contactId } = talk(office, office.who.city, { personId: basim });
  await desk().consultations.writeNote({ ...request(), contactId, level: 'V1', text: 'Notiz' });
  const partner = deskOf(office, office.who.partner);
  expect((await partner.households.timeline({ personId: amal })).entries).toHaveLength(1);
  expect((await desk().releases.readings({ personId: basim })).readings).toEqual([]);
  await partner.people.timeline({ id: basim });
  expect((await desk().releases.readings({ personId: basim })).readings).toHaveLength(1);
});
