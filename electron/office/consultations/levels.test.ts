import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { getAppointment } from '../appointments/appointment-row.ts';
import { arrive } from '../appointments/arrive.ts';
import { bookAppointment } from '../appointments/book.ts';
import { createNightOffice, night, openReport, reportIn, serve } from '../export/testing/night-office.ts';
import { letterView } from '../letters/list-letters.ts';
import { writeLetter } from '../letters/write-letter.ts';
import { recentPeople } from '../people/recent-people.ts';
import { timelineOf } from '../people/timeline.ts';
import { changePerson } from '../people/write-person.ts';
import { startTicket } from '../queue/act-on-ticket.ts';
import { changeTicket } from '../queue/change-ticket.ts';
import { aDraft } from '../testing/test-hours.ts';
import { aLetter } from '../testing/test-letters.ts';
import type { TestOffice } from '../testing/test-office.ts';
import { AMAL, newPartner, newPerson } from '../testing/test-people.ts';
import { AT_THE_DOOR, talk, ticket } from '../testing/test-talk.ts';
import { addMatter, type NewMatter, takeMatterBack } from './add-matter.ts';
import { changeContact } from './change-contact.ts';
import { moveMatter } from './contact-person.ts';
import { getContact } from './contact-row.ts';
import { contactView } from './contact-view.ts';
import { listNotes } from './notes/list-notes.ts';
import { writeNote } from './notes/write-note.ts';
import { listUnnamedContacts } from './unnamed-contacts.ts';
import { addStep } from './write-step.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createNightOffice();
});
afterEach(() => office.close());

const AHORN = { level: 'pseudonymous' as const, pseudonym: 'Ahorn 27', givenName: '', familyName: '' };
const TODAY = '2026-11-23';
const fault = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason ? { detail: expect.objectContaining({ reason }) } : {}) });

function move(contactId: string, personId: string | null) {
  const { revision } = getContact(office.db, contactId);
  return office.write(office.who.city, 'levels.move', (tx) => moveMatter(tx, { contactId, revision, personId }));
}

function add(contactId: string, matter: Partial<NewMatter> = {}) {
  const who = office.who.city;
  const whole = { personId: null, topics: [{ topic: 'health-access', result: 'solved' }], minutes: 10, note: null };
  return office.write(who, 'levels.add', (tx) => addMatter(tx, { contactId, ...whole, ...matter }, who));
}

/**
 * The rows of the whole database that hold both ids, by table; the journal, which tells ids and nothing else, apart. A
 * virtual table keeps its rows in tables of its own, which are looked at.
 */
function rowsWithBoth(a: string, b: string): string[] {
  const tables = office.db
    .statement(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'journal%' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    .pluck(true)
    .all() as string[];
  return tables.filter((table) =>
    office.db
      .statement(`SELECT * FROM ${table}`)
      .all()
      .some((row) => [a, b].every((id) => JSON.stringify(row).includes(id))),
  );
}

describe('a matter that becomes anonymous', () => {
  it('is on the page of nobody, for nobody, and no row ties it to the person', async () => {
    const { city, partner, lead } = office.who;
    const personId = newPerson(office);
    const { contactId, ticketId } = talk(office, city, { personId });
    office.write(city, 'consultations.writeNote', (tx) =>
      writeNote(tx, { contactId, level: 'V1', text: 'Notiz' }, city),
    );
    office.write(city, 'consultations.addStep', (tx) =>
      addStep(tx, { contactId, owner: 'us', what: 'Anruf', topic: null, dueOn: null }, city),
    );
    const partnerId = newPartner(office);
    const letter = await writeLetter(
      office.core,
      { requestId: crypto.randomUUID(), letter: aLetter({ personId, partnerId, contactId }) },
      city,
    );
    expect(timelineOf(office.db, personId, city)).toHaveLength(4);
    expect(rowsWithBoth(contactId, personId).sort()).toEqual(['contact', 'letter', 'note']);

    move(contactId, null);
    for (const reader of [city, partner, lead]) {
      const kinds = timelineOf(office.db, personId, reader).map(({ kind, id }) => [kind, id]);
      // The letter names the person and stays with them; what it came out of is not told.
      expect(kinds).toEqual([['letter', letter.id]]);
    }
    expect(letterView(office.db, letter.id).contactId).toBeNull();
    expect(rowsWithBoth(contactId, personId)).toEqual([]);
    expect(rowsWithBoth(ticketId, personId)).toEqual([]);
    // Nothing of the talk is lost.
    expect(contactView(office.db, contactId, city)).toMatchObject({
      person: null,
      notes: [{ text: 'Notiz' }],
      steps: [{}],
    });
  });

  it('also while the talk goes on, and a correction at the door brings the name back no more', () => {
    const who = office.who.city;
    const personId = newPerson(office);
    const on = ticket(office, who, { personId });
    const changed = office.write(who, 'queue.change', (tx) =>
      changeTicket(tx, { ...AT_THE_DOOR, ...on, personId, doorNote: 'Kinderwagen', companionInterprets: null }, who),
    );
    const { contactId } = office.write(who, 'queue.start', (tx) => startTicket(tx, changed, who));
    expect(rowsWithBoth(on.ticketId, personId)).toContain('ticket_before');
    office.write(who, 'consultations.change', (tx) => changeContact(tx, { contactId, revision: 1, personId: null }));
    expect(rowsWithBoth(on.ticketId, personId)).toEqual([]);
  });

  it('leaves an appointment that was kept, without the way from it to the talk', () => {
    const who = office.who.city;
    const personId = newPerson(office);
    const { appointmentId } = office.write(who, 'appointments.book', (tx) =>
      bookAppointment(
        tx,
        aDraft(office, { day: TODAY, from: '10:00', personIds: [personId], unnamed: 0, despiteWarnings: true }),
        who,
      ),
    );
    const arrived = office.write(who, 'appointments.arrive', (tx) => arrive(tx, { appointmentId, revision: 1 }, who));
    const { contactId } = office.write(who, 'queue.start', (tx) =>
      startTicket(tx, { ticketId: arrived.ticketId, revision: 1 }, who),
    );
    move(contactId, null);
    const appointment = getAppointment(office.db, appointmentId);
    expect(appointment).toMatchObject({ status: 'seen', ticketId: null, personIds: [personId] });
    expect(rowsWithBoth(appointmentId, arrived.ticketId)).toEqual([]);
  });

  it('can be put to a person later, on any day, with all that belongs to it', () => {
    const who = office.who.city;
    const { contactId } = serve(office);
    office.write(who, 'consultations.writeNote', (tx) => writeNote(tx, { contactId, level: 'V1', text: 'Notiz' }, who));
    office.clock.advance(3 * 86_400_000);
    expect(listUnnamedContacts(office.db, '2026-11-26')).toMatchObject([
      { id: contactId, spoken: 'ar', topics: [{ topic: 'kita', result: 'solved' }] },
    ]);
    const personId = newPerson(office);
    move(contactId, personId);
    expect(
      timelineOf(office.db, personId, who)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['contact', 'note']);
    expect(listUnnamedContacts(office.db, '2026-11-26')).toEqual([]);
    expect(() =>
      office.write(who, 'levels.move', (tx) => moveMatter(tx, { contactId, revision: 1, personId: null })),
    ).toThrow(fault('CONFLICT'));
  });

  it('is offered for 90 days, and a running or counted one is not', () => {
    const { contactId } = serve(office);
    talk(office, office.who.city);
    expect(listUnnamedContacts(office.db, '2027-02-21').map(({ id }) => id)).toEqual([contactId]);
    expect(listUnnamedContacts(office.db, '2027-02-22')).toEqual([]);
  });
});

describe('another matter of a talk', () => {
  it('has a level of its own: named for the letter, anonymous for the rest, at one desk', () => {
    const who = office.who.city;
    const personId = newPerson(office);
    const { contactId, ticketId } = talk(office, who, { personId });
    const { id } = add(contactId, { note: { level: 'V3', text: 'anvertraut' } });
    expect(contactView(office.db, id, who)).toMatchObject({ person: null, minutes: 10, spoken: 'ar', ticketId: null });
    expect(listNotes(office.db, who, { contactId: id })).toMatchObject([{ level: 'V3', text: 'anvertraut' }]);
    expect(listNotes(office.db, office.who.partner, { contactId: id })).toEqual([]);
    expect(timelineOf(office.db, personId, who).map((entry) => entry.id)).toEqual([contactId]);
    for (const other of [personId, contactId, ticketId]) expect(rowsWithBoth(id, other)).toEqual([]);
    expect(recentPeople(office.db).map((hit) => hit.id)).toEqual([personId]);
  });

  it('is refused without a topic, a result, or with a topic twice, and can be taken back by its author today', () => {
    const { contactId } = talk(office, office.who.city);
    expect(() => add(contactId, { topics: [] })).toThrow(fault('RULE', 'no-topic'));
    expect(() => add(contactId, { topics: [{ topic: 'kita', result: null }] })).toThrow(
      fault('RULE', 'topic-without-result'),
    );
    const twice = { topic: 'kita', result: 'solved' };
    expect(() => add(contactId, { topics: [twice, twice] })).toThrow(fault('RULE', 'topic-twice'));
    const { id } = add(contactId);
    const back = (matter: string, who = office.who.city) =>
      office.write(who, 'levels.takeBack', (tx) => takeMatterBack(tx, matter, who));
    expect(() => back(id, office.who.partner)).toThrow(fault('NOT_FOUND'));
    expect(() => back(contactId)).toThrow(fault('NOT_FOUND'));
    back(id);
    expect(() => getContact(office.db, id)).toThrow(fault('NOT_FOUND'));
  });
});

describe('what the city is told', () => {
  const report = async () => {
    const name = reportIn(await night(office));
    if (!name) throw new Error('The night wrote no report');
    return await openReport(office, name);
  };

  it('names a token for a named and a pseudonymous person and none for an anonymous matter', async () => {
    serve(office, { personId: newPerson(office) });
    serve(office, { personId: newPerson(office, AHORN) });
    serve(office);
    const told = await report();
    const tokens = told.lines('contact').map(({ person }) => person);
    expect(tokens.filter((token) => token === null)).toHaveLength(1);
    expect(new Set(tokens).size).toBe(3);
    expect(new Set(told.lines('person').map(({ id }) => id))).toEqual(
      new Set(tokens.filter((token) => token !== null)),
    );
    expect(JSON.stringify(told.lines('person'))).not.toContain('Ahorn');
  });

  it('takes the person back with their only matter, and keeps one token from pseudonym to name', async () => {
    const amal = serve(office, { personId: newPerson(office) });
    const ahornId = newPerson(office, AHORN);
    const ahorn = serve(office, { personId: ahornId });
    const before = await report();
    const who = office.who.city;
    move(amal.contactId, null);
    office.write(who, 'people.change', (tx) =>
      changePerson(tx, { id: ahornId, revision: 1, person: { ...AMAL, gender: 'w' } }, who),
    );
    const after = await report();
    const token = (lines: typeof before, personLine: (line: Record<string, unknown>) => boolean) =>
      lines.lines('person').find(personLine)?.['id'];
    expect(after.lines('contact')).toMatchObject([{ op: 'put', person: null }]);
    expect(after.lines('person')).toHaveLength(2);
    expect(after.lines('person').filter(({ op }) => op === 'delete')).toHaveLength(1);
    const kept = token(after, ({ op }) => op === 'put');
    expect(before.lines('person').map(({ id }) => id)).toContain(kept);
    expect(rowsWithBoth(amal.contactId, ahornId)).toEqual([]);
    expect(getContact(office.db, ahorn.contactId).person_id).toBe(ahornId);
    expect(office.clock.now().slice(0, 10)).toBe(TODAY);
  });
});
