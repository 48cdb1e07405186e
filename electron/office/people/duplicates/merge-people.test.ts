import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonFields } from '../../../../shared/people/people.contract.ts';
import { bookAppointment } from '../../appointments/book.ts';
import { changeContact } from '../../consultations/change-contact.ts';
import { writeNote } from '../../consultations/notes/write-note.ts';
import { addStep } from '../../consultations/write-step.ts';
import { openDatabaseOf } from '../../core.ts';
import { createNightOffice, night, openReport, reportIn, serve } from '../../export/testing/night-office.ts';
import { writeLetter } from '../../letters/write-letter.ts';
import { aDraft, newSeries } from '../../testing/test-hours.ts';
import { aLetter } from '../../testing/test-letters.ts';
import type { TestOffice } from '../../testing/test-office.ts';
import { AMAL, newPartner, newPerson } from '../../testing/test-people.ts';
import { talk } from '../../testing/test-talk.ts';
import { getPerson } from '../person-row.ts';
import { recentPeople } from '../recent-people.ts';
import { searchPeople } from '../search-people.ts';
import { timelineOf } from '../timeline.ts';
import { changePerson } from '../write-person.ts';
import { mergePeople, undoMerge } from './merge-people.ts';
import { MOVED_RELATIONS } from './merged-rows.ts';
import { mergesOf } from './merges.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createNightOffice();
});
afterEach(() => office.close());

const fault = (code: string, detail: object) =>
  expect.objectContaining({ code, detail: expect.objectContaining(detail) });
const fieldsOf = (id: string): PersonFields => {
  const { id: _id, revision: _revision, createdAt: _createdAt, ...fields } = getPerson(office.db, id);
  return fields;
};
function merge(keptId: string, mergedId: string, person: Partial<PersonFields> = {}) {
  const who = office.who.city;
  const revisionOf = (id: string) => getPerson(office.db, id).revision;
  const order = { keptId, mergedId, keptRevision: revisionOf(keptId), mergedRevision: revisionOf(mergedId) };
  return office.write(who, 'duplicates.merge', (tx) =>
    mergePeople(tx, { ...order, person: { ...fieldsOf(keptId), ...person } }, who),
  );
}
const undo = (mergedId: string) => office.write(office.who.partner, 'duplicates.undo', (tx) => undoMerge(tx, mergedId));
const namesOf = (words: string) => searchPeople(office.db, words, '2026-11-23').map((hit) => hit.name);

/** Somebody with everything that can belong to a person. */
async function personWithFile(fields: Partial<PersonFields>) {
  const { city, partner } = office.who;
  const personId = newPerson(office, fields);
  const { contactId } = talk(office, city, { personId });
  office.write(city, 'consultations.change', (tx) =>
    changeContact(tx, { contactId, revision: 1, obstacles: [{ obstacle: 'language', state: 'open' }] }),
  );
  for (const level of ['V1', 'V2', 'V3'] as const)
    office.write(city, 'consultations.writeNote', (tx) =>
      writeNote(tx, { contactId, level, text: `Notiz ${level}` }, city),
    );
  office.write(city, 'consultations.addStep', (tx) =>
    addStep(tx, { contactId, owner: 'us', what: 'Kita anrufen', topic: 'kita', dueOn: '2026-11-25' }, city),
  );
  const partnerId = newPartner(office);
  await writeLetter(office.core, { requestId: crypto.randomUUID(), letter: aLetter({ personId, partnerId }) }, partner);
  return personId;
}

/**
 * The complete content of the database, but for the bookkeeping that only grows: the journal, answered requests, the
 * revision and the time of change of people, and which names are to be read anew.
 */
function content(): string {
  const { raw } = openDatabaseOf(office.core);
  const tables = raw
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .pluck()
    .all()
    .map(String);
  const bookkeeping = /^(?:journal.*|request.*|person_name_change)$/;
  const rows = (sql: string) =>
    raw
      .prepare(sql)
      .all()
      .map((row) => JSON.stringify(row))
      .sort();
  const stored = tables
    .filter((table) => !bookkeeping.test(table))
    .map((table) => [
      table,
      rows(`SELECT * FROM ${table}`).map((row) =>
        table === 'person' ? row.replace(/"(?:revision|changed_at)":[^,}]*/g, '') : row,
      ),
    ]);
  return JSON.stringify(stored, null, 1);
}

describe('a merge', () => {
  it('shows everything of both at the kept record, and to each reader what they may see', async () => {
    const kept = await personWithFile({ familyName: 'Haddad' });
    const merged = await personWithFile({ givenName: 'Emel', familyName: 'Hadad' });
    const { city, partner } = office.who;
    const seenBefore = [city, partner].map((who) => timelineOf(office.db, merged, who).length);
    expect(seenBefore[0]).toBeGreaterThan(seenBefore[1] ?? 0);
    const ofKept = [city, partner].map((who) => timelineOf(office.db, kept, who).length);
    merge(kept, merged, { phone: '0231 50111' });
    const after = [city, partner].map((who) => timelineOf(office.db, kept, who).length);
    expect(after).toEqual(seenBefore.map((count, at) => count + (ofKept[at] ?? 0)));
    expect(JSON.stringify(timelineOf(office.db, kept, partner))).not.toMatch(/Notiz V[23]/);
    expect(timelineOf(office.db, merged, city)).toEqual([]);
    expect(getPerson(office.db, kept).phone).toBe('0231 50111');
    expect(mergesOf(office.db, kept)).toMatchObject({
      into: null,
      from: [{ id: merged, name: 'Emel Hadad', staffName: office.who.city.displayName }],
    });
    expect(mergesOf(office.db, merged)).toMatchObject({ into: { id: kept }, from: [] });
  });

  it('is found under both names as one person, once', async () => {
    const kept = newPerson(office, { familyName: 'Haddad' });
    const merged = newPerson(office, { givenName: 'Zwetlana', familyName: 'Haddad' });
    merge(kept, merged);
    expect(namesOf('haddad')).toEqual(['Amal Haddad']);
    expect(namesOf('zwetlana')).toEqual(['Amal Haddad']);
    expect(recentPeople(office.db).map(({ id }) => id)).toEqual([kept]);
    undo(merged);
    expect(namesOf('zwetlana')).toEqual(['Zwetlana Haddad']);
  });

  it('is undone byte by byte', async () => {
    const kept = await personWithFile({ familyName: 'Haddad', phone: '0231 1' });
    const merged = await personWithFile({ givenName: 'Emel', familyName: 'Hadad', ownScriptName: 'أمل حداد' });
    newSeries(office);
    const who = office.who.city;
    office.write(who, 'appointments.book', (tx) =>
      bookAppointment(tx, aDraft(office, { personIds: [kept, merged], unnamed: 0, seats: 2 }), who),
    );
    office.write(who, 'appointments.book', (tx) =>
      bookAppointment(tx, aDraft(office, { personIds: [merged], unnamed: 0, from: '10:00' }), who),
    );
    const before = content();
    merge(kept, merged, { ownScriptName: 'أمل حداد', phone: '', aliases: ['Emel'] });
    expect(content()).not.toBe(before);
    expect(undo(merged)).toEqual({ keptId: kept });
    expect(content()).toBe(before);
  });

  it('leaves what was changed since as it is when it is undone', () => {
    const kept = newPerson(office, { phone: '0231 1' });
    const merged = newPerson(office, { givenName: 'Emel' });
    const { revision } = merge(kept, merged, { phone: '0231 2', district: 'Mengede' });
    const who = office.who.city;
    const person = { ...fieldsOf(kept), phone: '0231 3' };
    office.write(who, 'people.change', (tx) => changePerson(tx, { id: kept, revision, person }, who));
    undo(merged);
    expect(getPerson(office.db, kept)).toMatchObject({ phone: '0231 3', district: null });
  });

  it('is refused with itself, twice, with a pseudonym, after a change elsewhere; undo, when there is nothing to undo', () => {
    const [kept, merged, third] = [newPerson(office), newPerson(office), newPerson(office)];
    expect(() => merge(kept, kept)).toThrow(fault('RULE', { reason: 'same-record' }));
    const who = office.who.city;
    const stale = { keptId: kept, mergedId: merged, keptRevision: 1, mergedRevision: 9, person: AMAL };
    expect(() => office.write(who, 'duplicates.merge', (tx) => mergePeople(tx, stale, who))).toThrow(
      fault('CONFLICT', { currentRevision: 1 }),
    );
    const ahorn = newPerson(office, { level: 'pseudonymous', pseudonym: 'Ahorn 27', givenName: '', familyName: '' });
    expect(() => merge(kept, ahorn)).toThrow(fault('RULE', { reason: 'pseudonymous' }));
    expect(() => merge(kept, merged, { givenName: '', familyName: '' })).toThrow(
      fault('RULE', { reason: 'name-missing' }),
    );
    merge(kept, merged);
    expect(() => merge(third, merged)).toThrow(fault('RULE', { reason: 'merged-already' }));
    merge(third, kept);
    expect(() => undo(merged)).toThrow(fault('RULE', { reason: 'merged-further' }));
    undo(kept);
    undo(merged);
    expect(() => undo(merged)).toThrow(fault('RULE', { reason: 'not-merged' }));
  });

  it('knows every table that names a person', () => {
    const { raw } = openDatabaseOf(office.core);
    const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all().map(String);
    const naming = tables.filter((table) =>
      raw.prepare('SELECT 1 FROM pragma_foreign_key_list(?) WHERE "table" = \'person\'').get(table),
    );
    // What stays with its record: former names, what it is found by, releases (which refuse a merge), household, flats, the
    // programme's group, the merges themselves, and whose a note is for a release: a merge brings none under one.
    const staying = [
      'flat_offer',
      'former_name',
      'household_member',
      'note',
      'person_block',
      'person_checked',
      'person_distinct',
      'person_key',
      'person_merge',
      'person_name',
      'profile_card',
      'programme_group',
      'relation',
      'release',
    ];
    // A trigger takes an obstacle along with the talk in which it was named, there and back.
    const following = ['person_obstacle'];
    expect(naming.sort()).toEqual([...Object.keys(MOVED_RELATIONS), ...staying, ...following].sort());
  });
});

it('makes one person for the city, and two again after undo', async () => {
  const report = async () => {
    const name = reportIn(await night(office));
    if (!name) throw new Error('The night wrote no report');
    return await openReport(office, name);
  };
  const [kept, merged] = [newPerson(office), newPerson(office, { givenName: 'Emel' })];
  serve(office, { personId: kept });
  serve(office, { personId: merged });
  const first = await report();
  const tokens = first.lines('person').map(({ id }) => id);
  expect(new Set(first.lines('contact').map(({ person }) => person)).size).toBe(2);
  merge(kept, merged);
  const second = await report();
  expect(second.lines('person').filter(({ op }) => op === 'delete')).toHaveLength(1);
  const [moved] = second.lines('contact');
  expect(second.lines('contact')).toHaveLength(1);
  expect(tokens).toContain(moved?.['person']);
  expect(second.lines('person').find(({ op }) => op === 'delete')?.['id']).not.toBe(moved?.['person']);
  undo(merged);
  const third = await report();
  expect(third.lines('person').map(({ op }) => op)).toEqual(['put']);
  expect(third.lines('contact').map(({ person }) => person)).toEqual([
    second.lines('person').find(({ op }) => op === 'delete')?.['id'],
  ]);
});
