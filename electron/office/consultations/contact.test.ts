import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actOnTicket, startTicket } from '../queue/act-on-ticket.ts';
import { getTicket } from '../queue/ticket-row.ts';
import { undoOnTicket } from '../queue/undo-on-ticket.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { type ContactChange, changeContact } from './change-contact.ts';
import { findContactOfTicket } from './contact-row.ts';
import { contactView } from './contact-view.ts';
import { countContacts } from './count-contacts.ts';
import { finishConsultation } from './finish-contact.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const rule = (reason: string) => expect.objectContaining({ code: 'RULE', detail: { reason } });
const change = (input: ContactChange) =>
  office.write(office.who.city, 'consultations.change', (tx) => changeContact(tx, input));
const view = (contactId: string) => contactView(office.db, contactId, office.who.city);
const finish = (on: { ticketId: string; revision: number }, minutes: number | null = null) =>
  office.write(office.who.city, 'consultations.finish', (tx) =>
    finishConsultation(tx, { ticketId: on.ticketId, revision: on.revision, minutes }, office.who.city),
  );
const SOLVED = [{ topic: 'kita', result: 'solved' }];

it('keeps to what was asked of it once it is finished: topics, and a result for each', () => {
  const on = talk(office, office.who.city, { spoken: 'ar', topics: ['kita'] });
  change({ contactId: on.contactId, revision: view(on.contactId).revision, topics: SOLVED });
  finish(on);
  const again = (topics: ContactChange['topics']) =>
    change({ contactId: on.contactId, revision: view(on.contactId).revision, topics });
  expect(() => again([])).toThrow(rule('no-topic'));
  expect(() => again([{ topic: 'birth', result: null }])).toThrow(rule('topic-without-result'));
  again([{ topic: 'birth', result: 'solved' }]);
  expect(view(on.contactId).topics).toMatchObject([{ topic: 'birth', result: 'solved' }]);
});

describe('a contact', () => {
  it('begins with what was said at the door, without results', () => {
    const personId = newPerson(office);
    const { contactId, ticketId } = talk(office, office.who.city, {
      personId,
      topics: ['kita', 'birth'],
      adults: 1,
      children: 2,
      spoken: 'kmr',
    });
    expect(view(contactId)).toEqual({
      id: contactId,
      revision: 1,
      ticketId,
      person: { id: personId, name: 'Amal Haddad', level: 'named' },
      spoken: 'kmr',
      medium: 'in-person',
      interpreterMode: 'none',
      interpreterPrefilled: false,
      interpreterSworn: false,
      place: 'office',
      mediumPrefilled: true,
      placePrefilled: true,
      startedAt: office.clock.now(),
      finishedAt: null,
      minutes: null,
      staffId: office.who.city.staffId,
      staffName: 'Anna Rot',
      topics: [
        { topic: 'kita', result: null, quantity: 1 },
        { topic: 'birth', result: null, quantity: 1 },
      ],
      obstacles: [],
      steps: [],
      notes: [],
    });
    expect(office.db.statement('SELECT companions FROM contact WHERE id = ?').pluck(true).get(contactId)).toBe(3);
  });

  it('goes on after parking, with whoever takes it up and with what was recorded', () => {
    const { contactId, ticketId, revision } = talk(office, office.who.city);
    change({ contactId, revision: 1, topics: SOLVED });
    const parked = office.write(office.who.city, 'queue.park', (tx) =>
      actOnTicket(tx, { ticketId, revision }, 'parked', office.who.city, 'other'),
    );
    const again = office.write(office.who.partner, 'queue.start', (tx) => startTicket(tx, parked, office.who.partner));
    expect(again.contactId).toBe(contactId);
    expect(view(contactId)).toMatchObject({ staffName: 'Cem Blau', topics: SOLVED });
  });

  it('changes what is given and leaves the rest', () => {
    const { contactId } = talk(office, office.who.city);
    change({
      contactId,
      revision: 1,
      medium: 'phone',
      obstacles: [
        { obstacle: 'language', state: 'open' },
        { obstacle: 'no-place', state: 'open' },
      ],
    });
    expect(change({ contactId, revision: 2, interpreterMode: 'relative', topics: SOLVED })).toEqual({ revision: 3 });
    expect(view(contactId)).toMatchObject({
      revision: 3,
      medium: 'phone',
      interpreterMode: 'relative',
      topics: SOLVED,
      obstacles: [
        { obstacle: 'language', level: 'person', state: 'open' },
        { obstacle: 'no-place', level: 'city', state: 'open' },
      ],
    });
  });

  it('keeps the id of an obstacle that stays, and tells of one that went', () => {
    const { contactId } = talk(office, office.who.city);
    const ids = () =>
      office.db
        .statement('SELECT obstacle, id FROM person_obstacle WHERE contact_id = ? ORDER BY obstacle')
        .all(contactId);
    change({
      contactId,
      revision: 1,
      obstacles: [
        { obstacle: 'language', state: 'open' },
        { obstacle: 'fear', state: 'open' },
      ],
    });
    const [fear, language] = ids() as { obstacle: string; id: string }[];
    change({ contactId, revision: 2, obstacles: [{ obstacle: 'language', state: 'solved' }] });
    expect(ids()).toEqual([language]);
    expect(
      office.db
        .statement("SELECT op FROM journal_entry WHERE entity = 'obstacle' AND id = ? ORDER BY sequence")
        .pluck(true)
        .all(fear?.id ?? ''),
    ).toEqual(['put', 'delete']);
  });

  it('takes its ticket along to another person, and back to nobody', () => {
    const { contactId, ticketId } = talk(office, office.who.city);
    const personId = newPerson(office);
    change({ contactId, revision: 1, personId });
    expect(getTicket(office.db, ticketId).person_id).toBe(personId);
    change({ contactId, revision: 2, personId: null });
    expect(getTicket(office.db, ticketId).person_id).toBeNull();
    expect(view(contactId).person).toBeNull();
  });

  it('refuses doubles, unknown people, an old revision and another day, and then changes nothing', () => {
    const on = talk(office, office.who.city);
    const { contactId } = on;
    const before = view(contactId);
    expect(() => change({ contactId, revision: 1, topics: [...SOLVED, ...SOLVED] })).toThrow(rule('topic-twice'));
    const twice = { obstacle: 'fear', state: 'open' as const };
    expect(() => change({ contactId, revision: 1, topics: SOLVED, obstacles: [twice, twice] })).toThrow(
      rule('obstacle-twice'),
    );
    expect(() => change({ contactId, revision: 1, personId: office.who.city.staffId })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
    expect(() => change({ contactId, revision: 2 })).toThrow(
      expect.objectContaining({ code: 'CONFLICT', detail: { currentRevision: 1 } }),
    );
    expect(view(contactId)).toEqual(before);
    // 23:30 local time is still today, half an hour later is not.
    office.clock.moveTo('2026-11-23T22:30:00.000Z');
    change({ contactId, revision: 1, medium: 'phone' });
    // A talk that is not ended would be left over, and could be.
    office.write(office.who.city, 'queue.leave', (tx) => actOnTicket(tx, on, 'left', office.who.city, 'gave-up'));
    office.clock.moveTo('2026-11-23T23:00:00.000Z');
    expect(() => change({ contactId, revision: 2, medium: 'video' })).toThrow(rule('contact-of-another-day'));
  });
});

describe('the end of a talk', () => {
  it('needs topics, each with a result', () => {
    const on = talk(office, office.who.city);
    expect(() => finish(on)).toThrow(rule('topic-without-result'));
    change({ contactId: on.contactId, revision: 1, topics: [] });
    expect(() => finish(on)).toThrow(rule('no-topic'));
    expect(findContactOfTicket(office.db, on.ticketId)?.finished_at).toBeNull();
  });

  it('counts begun minutes of the clock, and is taken back by an undo', () => {
    const on = talk(office, office.who.city);
    change({ contactId: on.contactId, revision: 1, topics: SOLVED });
    office.clock.advance(7 * 60_000 + 1);
    const finished = finish(on);
    expect(view(on.contactId)).toMatchObject({ minutes: 8, finishedAt: office.clock.now() });
    const undone = office.write(office.who.partner, 'queue.undo', (tx) =>
      undoOnTicket(tx, finished, office.who.partner),
    );
    expect(view(on.contactId)).toMatchObject({ minutes: null, finishedAt: null, topics: SOLVED });
    // The clock ran on as if the slip of the hand had not been.
    office.clock.advance(60_000);
    finish(undone);
    expect(view(on.contactId).minutes).toBe(9);
  });

  it('takes corrected minutes instead, and remembers that they are', () => {
    const on = talk(office, office.who.city);
    change({ contactId: on.contactId, revision: 1, topics: SOLVED });
    finish(on, 45);
    expect(
      office.db.statement('SELECT minutes, minutes_corrected FROM contact WHERE id = ?').get(on.contactId),
    ).toEqual({ minutes: 45, minutes_corrected: 1 });
  });

  it('is refused for a ticket that somebody else has moved on', () => {
    const on = talk(office, office.who.city);
    change({ contactId: on.contactId, revision: 1, topics: SOLVED });
    expect(() => finish({ ...on, revision: on.revision - 1 })).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    finish(on);
    expect(() => finish({ ...on, revision: on.revision + 1 })).toThrow(rule('not-possible'));
  });
});

describe('what was taken over', () => {
  it('is marked until somebody says it, also when they say the same', () => {
    const { contactId } = talk(office, office.who.city);
    const marks = () => {
      const { mediumPrefilled, placePrefilled } = view(contactId);
      return { mediumPrefilled, placePrefilled };
    };
    change({ contactId, revision: 1, topics: SOLVED });
    expect(marks()).toEqual({ mediumPrefilled: true, placePrefilled: true });
    change({ contactId, revision: 2, medium: 'in-person' });
    expect(marks()).toEqual({ mediumPrefilled: false, placePrefilled: true });
    change({ contactId, revision: 3, place: 'outpost' });
    expect(marks()).toEqual({ mediumPrefilled: false, placePrefilled: false });
    expect(view(contactId)).toMatchObject({ medium: 'in-person', place: 'outpost' });
  });

  it('is counted apart: how often it stands there, and how often nobody has touched it', () => {
    const prefilled = () => countContacts(office.db, '2026-11-23', '2026-11-23').prefilled;
    expect(prefilled().map(({ count }) => count)).toEqual([0, 0, 0]);
    const done = (patch: Partial<ContactChange>) => {
      const on = talk(office, office.who.city);
      change({ contactId: on.contactId, revision: 1, topics: SOLVED, ...patch });
      finish(on);
    };
    done({});
    done({ medium: 'phone' });
    done({ interpreterMode: 'volunteer' });
    talk(office, office.who.city);
    expect(prefilled()).toEqual([
      { field: 'medium', count: 3, untouched: 2 },
      { field: 'place', count: 3, untouched: 3 },
      { field: 'interpreter', count: 1, untouched: 0 },
    ]);
  });
});

it('says of who interprets whether they are sworn, and forgets it with another way of interpreting', () => {
  const { contactId } = talk(office, office.who.city);
  const sworn = () => view(contactId).interpreterSworn;
  change({ contactId, revision: 1, interpreterMode: 'phone', interpreterSworn: true });
  expect(sworn()).toBe(true);
  change({ contactId, revision: 2, medium: 'phone' });
  expect(sworn()).toBe(true);
  change({ contactId, revision: 3, interpreterMode: 'volunteer' });
  expect(sworn()).toBe(false);
  change({ contactId, revision: 4, interpreterMode: 'relative', interpreterSworn: true });
  expect(sworn()).toBe(false);
});
