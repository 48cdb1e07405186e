import { expect, test } from 'vitest';
import { draftOf, fieldsOf, isSameSlot, ofKind, seatsOf, timeOf, withoutPerson, withPerson } from './booking-draft.ts';

const amal = { id: 'amal', name: 'Amal Al-Hassan' };
const omar = { id: 'omar', name: 'Omar Al-Hassan' };
const slot = {
  day: '2026-11-30',
  from: '09:30',
  minutes: 30,
  place: 'home' as const,
  outpostId: null,
  outpostName: null,
  staffIds: ['anke', 'cansu'],
};
const time = timeOf(slot, 25, 'cansu');

test('somebody without a name comes alone, and is the one who gets a name', () => {
  const anonymous = draftOf({ language: 'ar', topics: ['kita'] });
  expect([anonymous.unnamed, seatsOf(anonymous)]).toEqual([1, 1]);
  const named = withPerson(anonymous, amal);
  expect([named.unnamed, seatsOf(named)]).toEqual([0, 1]);
  const household = withPerson(named, omar);
  expect([household.unnamed, seatsOf(household)]).toEqual([0, 2]);
  expect(withPerson(household, omar)).toBe(household);
  const nobody = withoutPerson(withoutPerson(household, 'omar'), 'amal');
  expect([nobody.people.length, nobody.unnamed, seatsOf(nobody)]).toEqual([0, 1, 1]);
});

test('a group has its seats and may be empty; kept time has nobody', () => {
  const group = ofKind(draftOf({}), 'group');
  expect([group.unnamed, seatsOf(group)]).toEqual([0, 8]);
  expect(withPerson({ ...group, unnamed: 3 }, amal).unnamed).toBe(3);
  expect(withPerson({ ...group, unnamed: 8 }, amal).unnamed).toBe(7);
  const kept = ofKind(draftOf({ person: amal, language: 'ar', topics: ['kita'] }), 'blocked');
  expect(fieldsOf(kept, time, false)).toMatchObject({
    personIds: [],
    unnamed: 0,
    seats: 1,
    language: null,
    topics: [],
  });
  expect(seatsOf(ofKind(group, 'talk'))).toBe(1);
});

test('a slot is taken by whoever books when they are free, else by the first who is; only a visit needs a way', () => {
  expect(time).toMatchObject({ staffIds: ['cansu'], travelMinutes: 25 });
  expect(timeOf(slot, 25, 'ulf').staffIds).toEqual(['anke']);
  expect(timeOf({ ...slot, staffIds: [], place: 'office' }, 25, 'ulf')).toMatchObject({
    staffIds: [],
    travelMinutes: 0,
  });
});

test('slots at one time in two places are two', () => {
  expect(isSameSlot(slot, time)).toBe(true);
  expect(isSameSlot(slot, { ...slot, place: 'office' })).toBe(false);
});

test('what is booked carries the time and what was said, without spaces around it', () => {
  const draft = {
    ...draftOf({ person: amal, language: 'ar' }),
    reach: ' 0170 000 ',
    note: ' bringt ihre Schwester mit ',
  };
  expect(fieldsOf(draft, time, true)).toMatchObject({
    day: '2026-11-30',
    from: '09:30',
    personIds: ['amal'],
    reach: '0170 000',
    note: 'bringt ihre Schwester mit',
    despiteWarnings: true,
  });
});
