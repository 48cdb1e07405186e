import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CHECKED_FIELDS } from '../../../shared/people/checked-fields.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { AMAL, newPerson } from '../testing/test-people.ts';
import { listChecked, markChecked } from './checked-fields.ts';
import { mergePeople } from './duplicates/merge-people.ts';
import { changePerson } from './write-person.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const days = (personId: string) =>
  Object.fromEntries(listChecked(office.db, personId).map(({ field, checkedOn }) => [field, checkedOn]));
const change = (id: string, revision: number, fields: object) =>
  office.write(office.who.city, 'people.change', (tx) =>
    changePerson(tx, { id, revision, person: { ...AMAL, ...fields } }, office.who.city),
  );

it('what is entered was said that day; what nobody said has no day', () => {
  const id = newPerson(office, { phone: '0231 1' });
  expect(days(id)).toEqual({ name: '2026-11-23', spoken: '2026-11-23', phone: '2026-11-23' });
  office.clock.moveTo('2026-12-01T09:00:00.000Z');
  change(id, 1, { phone: '0231 2' });
  expect(days(id)).toEqual({ name: '2026-11-23', spoken: '2026-11-23', phone: '2026-12-01' });
  change(id, 2, { phone: '' });
  expect(days(id)).toEqual({ name: '2026-11-23', spoken: '2026-11-23' });
});

it('what was asked about has the day of the asking, and nothing else changes', () => {
  const id = newPerson(office);
  office.clock.moveTo('2027-02-01T09:00:00.000Z');
  const mark = (fields: ('name' | 'spoken')[]) =>
    office.write(office.who.partner, 'people.markChecked', (tx) => markChecked(tx, id, fields));
  fc.assert(
    fc.property(fc.subarray(['name', 'spoken'] as const, { minLength: 1 }), (fields) => {
      mark([...fields]);
      for (const field of fields) expect(days(id)[field]).toBe('2027-02-01');
    }),
    { numRuns: 5 },
  );
  expect(Object.keys(days(id)).every((field) => CHECKED_FIELDS.some((known) => known === field))).toBe(true);
});

it('keeps the day of a value that comes from the other record of a merge', () => {
  const merged = newPerson(office, { phone: '0231 9' });
  office.clock.moveTo('2027-02-01T09:00:00.000Z');
  const kept = newPerson(office);
  office.write(office.who.city, 'duplicates.merge', (tx) =>
    mergePeople(
      tx,
      {
        keptId: kept,
        keptRevision: 1,
        mergedId: merged,
        mergedRevision: 1,
        person: { ...AMAL, phone: '0231 9', district: 'Mengede' },
      },
      office.who.city,
    ),
  );
  // Nobody knows where the district came from.
  expect(days(kept)).toEqual({ name: '2027-02-01', spoken: '2027-02-01', phone: '2026-11-23' });
});
