import { afterEach, beforeEach, expect, it } from 'vitest';
import { PROGRAMME_GROUPS } from '../../../shared/programme/programme.contract.ts';
import { createNightOffice, night, openReport, reportIn, serve } from '../export/testing/night-office.ts';
import { findOffice } from '../office/office-row.ts';
import { listChangesOf } from '../people/person-changes.ts';
import type { TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { listGroups, setCounting, setGroup } from './programme-group.ts';

let office: TestOffice;
let personId: string;
beforeEach(async () => {
  office = await createNightOffice();
  personId = newPerson(office);
});
afterEach(() => office.close());

const count = (on: boolean) =>
  office.write(office.who.admin, 'programme.setCounting', (tx) =>
    setCounting(tx, { revision: findOffice(tx).revision, on }),
  );
const set = (group: (typeof PROGRAMME_GROUPS)[number], sinceOn = '2026-03-01') =>
  office.write(office.who.city, 'programme.set', (tx) => setGroup(tx, { personId, group, sinceOn }, office.who.city));
const reason = (name: string) => expect.objectContaining({ detail: expect.objectContaining({ reason: name }) });

it('is neither shown nor asked for while the programme is not counted', () => {
  expect(listGroups(office.db, personId)).toBeNull();
  expect(() => set('applicant')).toThrow(reason('programme-not-counted'));
  count(true);
  set('applicant');
  count(false);
  expect(listGroups(office.db, personId)).toBeNull();
  expect(JSON.stringify(listChangesOf(office.db, personId))).not.toContain('programme');
});

it('holds since a day, and what held before stays', () => {
  count(true);
  set('applicant', '2025-05-01');
  set('international-protection');
  expect(listGroups(office.db, personId)).toMatchObject([
    { group: 'international-protection', sinceOn: '2026-03-01', staffName: 'Anna Rot' },
    { group: 'applicant', sinceOn: '2025-05-01' },
  ]);
  expect(() => set('applicant', '2026-11-24')).toThrow(reason('in-the-future'));
});

it('has no value for somebody without a title', () => {
  expect(PROGRAMME_GROUPS).toEqual([
    'applicant',
    'international-protection',
    'temporary-protection',
    'other-third-country',
    'none-of-these',
  ]);
});

it('is told to the city while it is counted, and taken back when it is not', async () => {
  const told = async () => {
    const name = reportIn(await night(office));
    return name === null ? null : (await openReport(office, name)).lines('person')[0]?.['group'];
  };
  serve(office, { personId });
  count(true);
  expect(await told()).toBeNull();
  set('temporary-protection');
  expect(await told()).toEqual({ id: 'temporary-protection', since: '2026-03-01' });
  set('none-of-these');
  expect(await told()).toBeNull();
  set('applicant');
  expect(await told()).toEqual({ id: 'applicant', since: '2026-03-01' });
  count(false);
  expect(await told()).toBeNull();
});
