import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FlatFields } from '../../../shared/flats/flats.contract.ts';
import { inverseOf, RELATION_KINDS } from '../../../shared/households/relation.rules.ts';
import { householdsFor, listFlats } from '../flats/flat-row.ts';
import { addFlat, changeFlat } from '../flats/write-flat.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { householdTimeline, householdView } from './household-view.ts';
import { endRelation, separate, takeBackSeparation } from './separate.ts';
import { addRelative, changeHousehold, type HouseholdChange, type NewRelative } from './write-household.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const TODAY = '2026-11-23';
const who = () => office.who.city;
const fault = (reason: string) => expect.objectContaining({ detail: expect.objectContaining({ reason }) });
const view = (personId: string) => householdView(office.db, personId);
const namesIn = (personId: string) => view(personId).members.map(({ name, kind }) => [name, kind]);

function add(personId: string, otherId: string, relative: Partial<NewRelative> = {}) {
  const whole = { personId, otherId, kind: 'partner' as const, livesHere: true, fromOn: null };
  return office.write(who(), 'households.add', (tx) => addRelative(tx, { ...whole, ...relative }, who()));
}
function change(personId: string, household: Partial<HouseholdChange> = {}) {
  const revision = view(personId).household?.revision ?? null;
  const whole = { personId, revision, size: 1, seeksFlat: true, wishDistricts: [] };
  return office.write(who(), 'households.change', (tx) => changeHousehold(tx, { ...whole, ...household }, who()));
}
const leave = (leaverId: string, on = TODAY) =>
  office.write(who(), 'households.separate', (tx) => separate(tx, { leaverId, on }));

/** Two who live together with a child, each with a talk. */
function family() {
  const amal = newPerson(office);
  const basim = newPerson(office, { givenName: 'Basim' });
  const dina = newPerson(office, { givenName: 'Dina', bornOn: '2018-05-01' });
  add(amal, basim);
  add(amal, dina, { kind: 'child' });
  for (const personId of [amal, basim]) talk(office, who(), { personId });
  return { amal, basim, dina };
}

describe('a household', () => {
  it('shows each who lives with the others, and what they are to them', () => {
    const { amal, basim, dina } = family();
    expect(namesIn(amal)).toEqual([
      ['Basim Haddad', 'partner'],
      ['Dina Haddad', 'child'],
    ]);
    expect(namesIn(dina)).toEqual([
      ['Amal Haddad', 'parent'],
      ['Basim Haddad', null],
    ]);
    expect(view(basim).household).toMatchObject({ size: 3, seeksFlat: false });
    expect(
      householdTimeline(office.db, dina)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Amal Haddad', 'Basim Haddad']);
  });

  it('holds relatives who live elsewhere apart, and nobody in two households', () => {
    const { amal } = family();
    const carim = newPerson(office, { givenName: 'Carim' });
    const elif = newPerson(office, { givenName: 'Elif' });
    add(carim, elif);
    add(amal, carim, { kind: 'sibling', livesHere: false });
    expect(view(amal).relatives).toMatchObject([{ name: 'Carim Haddad', kind: 'sibling', fromOn: null }]);
    expect(view(carim).relatives).toMatchObject([{ name: 'Amal Haddad', kind: 'sibling' }]);
    expect(() => add(amal, elif, { kind: 'other' })).toThrow(fault('in-another-household'));
    expect(() => add(amal, carim)).toThrow(fault('already-related'));
    expect(() => add(amal, amal)).toThrow(fault('same-person'));
    expect(() => add(amal, elif, { fromOn: '2026-11-24' })).toThrow(fault('in-the-future'));
  });

  it('is not made by a telephone: who shares one stays another person and is only hinted at', () => {
    const amal = newPerson(office, { phone: '+49 231 50-111' });
    const basim = newPerson(office, { givenName: 'Basim', phone: '0231 50111' });
    expect(view(amal)).toMatchObject({
      household: null,
      members: [],
      samePhone: [{ id: basim, name: 'Basim Haddad' }],
    });
    add(amal, basim);
    expect(view(amal).samePhone).toEqual([]);
    expect(view(newPerson(office, { phone: '' })).samePhone).toEqual([]);
  });

  it('counts those in no file, and no fewer than those who are', () => {
    const { amal } = family();
    expect(() => change(amal, { size: 2 })).toThrow(fault('fewer-than-members'));
    change(amal, { size: 5, wishDistricts: ['Mengede'] });
    expect(view(amal).household).toMatchObject({ size: 5, seeksFlat: true, wishDistricts: ['Mengede'] });
    const alone = newPerson(office);
    change(alone);
    expect(view(alone).household).toMatchObject({ size: 1, seeksFlat: true });
  });

  it('turns every relation round and back', () => {
    for (const kind of RELATION_KINDS) expect(inverseOf(inverseOf(kind))).toBe(kind);
  });
});

describe('a separation', () => {
  it('ends the partnership and cuts what the one page shows of the other, on both sides', () => {
    const { amal, basim, dina } = family();
    leave(basim);
    expect(namesIn(amal)).toEqual([['Dina Haddad', 'child']]);
    expect(view(amal)).toMatchObject({
      household: { size: 2 },
      relatives: [],
      ended: [{ kind: 'partner', toOn: TODAY }],
    });
    expect(view(basim)).toMatchObject({ household: null, members: [], relatives: [] });
    // Neither the past nor what comes, and nothing that names the other, in no answer about the household.
    talk(office, who(), { personId: basim });
    talk(office, who(), { personId: amal });
    const shown = (id: string) => JSON.stringify([view(id), householdTimeline(office.db, id)]);
    for (const id of [amal, dina]) {
      expect(shown(id)).not.toContain(basim);
      expect(shown(id)).not.toContain('Basim');
    }
    expect(shown(basim)).not.toContain(amal);
    expect(shown(basim)).not.toContain('Amal');
  });

  it('can be taken back as it was on the same day, and not on the next', () => {
    const { amal, basim } = family();
    const { endedAt } = leave(basim);
    const back = (at = endedAt) =>
      office.write(who(), 'households.takeBackSeparation', (tx) =>
        takeBackSeparation(tx, { leaverId: basim, endedAt: at }),
      );
    back();
    expect(namesIn(amal)).toEqual([
      ['Basim Haddad', 'partner'],
      ['Dina Haddad', 'child'],
    ]);
    expect(view(amal).ended).toEqual([]);
    const again = leave(basim);
    office.clock.advance(86_400_000);
    expect(() => back(again.endedAt)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  it('is not of tomorrow, and not of somebody who lives in no household', () => {
    const { basim } = family();
    expect(() => leave(basim, '2026-11-24')).toThrow(fault('in-the-future'));
    expect(() => leave(newPerson(office))).toThrow(fault('in-no-household'));
  });

  it('of one relation leaves where they live', () => {
    const { amal } = family();
    const relation = view(amal).members[0]?.relation;
    if (!relation) throw new Error('They are partners');
    office.write(who(), 'households.endRelation', (tx) => endRelation(tx, { ...relation, on: TODAY }));
    expect(namesIn(amal)).toEqual([
      ['Basim Haddad', null],
      ['Dina Haddad', 'child'],
    ]);
  });
});

describe('a flat', () => {
  const FLAT: FlatFields = {
    district: 'Mengede',
    rooms: 2.5,
    sizeSqm: 62,
    rentCents: 640_00,
    depositCents: 1_280_00,
    viewing: 'samstags',
    freeFrom: '2027-01-01',
    state: 'offered',
  };
  const offer = (landlordId: string, flat: Partial<FlatFields> = {}) =>
    office.write(who(), 'flats.add', (tx) => addFlat(tx, { landlordId, flat: { ...FLAT, ...flat } }, who()));

  it('tells how many households would fit and nothing of who they are', () => {
    const { amal } = family();
    change(amal, { size: 3, wishDistricts: ['Mengede'] });
    const landlord = newPerson(office, {
      givenName: 'Vera',
      familyName: 'Vermieterin',
      roles: ['landlord', 'neighbour'],
    });
    offer(landlord);
    offer(landlord, { district: 'Huckarde' });
    offer(landlord, { sizeSqm: 26 });
    const flats = listFlats(office.db, landlord);
    expect(flats.map(({ fitting, district }) => [district, fitting])).toEqual([
      ['Mengede', 0],
      ['Huckarde', 0],
      ['Mengede', 1],
    ]);
    expect(flats[2]).toMatchObject({ ...FLAT, landlord: { id: landlord, name: 'Vera Vermieterin' } });
    expect(JSON.stringify(flats)).not.toMatch(/Haddad/);
    expect(JSON.stringify(flats)).not.toContain(amal);
    expect(householdsFor(office.db, flats[2]?.id ?? '')).toMatchObject([
      { size: 3, people: [{ id: amal }, { name: 'Basim Haddad' }, { name: 'Dina Haddad' }] },
    ]);
  });

  it('fits nobody once it is let, and no household that seeks none or that everybody left', () => {
    const { amal, basim, dina } = family();
    const landlord = newPerson(office, { roles: ['landlord'] });
    const { id } = offer(landlord);
    const fitting = () => listFlats(office.db, null)[0]?.fitting;
    expect(fitting()).toBe(0);
    change(amal, { size: 3 });
    expect(fitting()).toBe(1);
    const put = (revision: number, state: FlatFields['state']) =>
      office.write(who(), 'flats.change', (tx) => changeFlat(tx, { id, revision, flat: { ...FLAT, state } }));
    put(1, 'let');
    expect(fitting()).toBe(0);
    expect(householdsFor(office.db, id)).toEqual([]);
    put(2, 'offered');
    for (const leaver of [amal, basim, dina]) leave(leaver);
    expect(fitting()).toBe(0);
    expect(() => put(2, 'let')).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  });

  it('is offered by a landlord', () => {
    expect(() => offer(newPerson(office))).toThrow(fault('no-landlord'));
  });
});
