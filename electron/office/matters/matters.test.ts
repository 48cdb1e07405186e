import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeContact } from '../consultations/change-contact.ts';
import { contactView } from '../consultations/contact-view.ts';
import { actOnTicket } from '../queue/act-on-ticket.ts';
import { ticketStanding } from '../queue/ticket-events.ts';
import { getTicket } from '../queue/ticket-row.ts';
import { undoOnTicket } from '../queue/undo-on-ticket.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk, ticket } from '../testing/test-talk.ts';
import { mattersNow, pinMatters } from './pinned-matters.ts';
import { recordMatter } from './record-matter.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const MINUTE_MS = 60_000;
const KITA = { topic: 'kita', result: 'informed' };
const record = (on: { ticketId: string; revision: number }, matter = KITA) =>
  office.write(office.who.city, 'matters.record', (tx) =>
    recordMatter(tx, { ticketId: on.ticketId, revision: on.revision, ...matter }, office.who.city),
  );
const act = (on: { ticketId: string; revision: number }, type: 'called' | 'appeared') =>
  office.write(office.who.city, `queue.${type}`, (tx) => actOnTicket(tx, on, type, office.who.city, null));
const onKeys = () => mattersNow(office.db, office.clock.now());

describe('one key', () => {
  it('records the whole contact: topic, result, language, person, and the time since they were there', () => {
    const personId = newPerson(office);
    const waiting = ticket(office, office.who.city, { topics: ['school', 'birth'], spoken: 'kmr', personId });
    const there = act(act(waiting, 'called'), 'appeared');
    office.clock.advance(4 * MINUTE_MS);
    const { contactId, ticketId } = record(there);
    expect(ticketStanding(office.db, ticketId).state).toBe('finished');
    expect(contactView(office.db, contactId, office.who.city)).toMatchObject({
      topics: [{ topic: 'kita', result: 'informed', quantity: 1 }],
      spoken: 'kmr',
      person: { id: personId },
      minutes: 4,
      finishedAt: office.clock.now(),
    });
  });

  it('keeps what was confirmed of the talk already: one key more is one topic more', () => {
    const on = talk(office, office.who.city, { topics: ['school'] });
    office.write(office.who.partner, 'consultations.change', (tx) =>
      changeContact(tx, {
        contactId: on.contactId,
        revision: 1,
        topics: [
          { topic: 'school', result: null },
          { topic: 'birth', result: 'solved', quantity: 2 },
        ],
      }),
    );
    expect(contactView(office.db, record(on).contactId, office.who.city).topics).toEqual([
      { topic: 'birth', result: 'solved', quantity: 2 },
      { topic: 'kita', result: 'informed', quantity: 1 },
    ]);
  });

  it('takes the clock of a talk that is on, and counts none for who was never called', () => {
    const on = talk(office, office.who.city);
    office.clock.advance(7 * MINUTE_MS);
    expect(contactView(office.db, record(on).contactId, office.who.city).minutes).toBe(7);
    const waiting = ticket(office, office.who.city);
    office.clock.advance(20 * MINUTE_MS);
    expect(contactView(office.db, record(waiting).contactId, office.who.city).minutes).toBe(0);
  });

  it('refuses a standing that has changed and a ticket that is done', () => {
    const waiting = ticket(office, office.who.city);
    act(waiting, 'called');
    expect(() => record(waiting)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    const { ticketId } = record({
      ticketId: waiting.ticketId,
      revision: getTicket(office.db, waiting.ticketId).revision,
    });
    expect(() => record({ ticketId, revision: getTicket(office.db, ticketId).revision })).toThrow(
      expect.objectContaining({ code: 'RULE' }),
    );
  });

  it('finds no ticket that is not there', () => {
    expect(() => record({ ticketId: '00000000-0000-7000-8000-000000000000', revision: 1 })).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  });

  it('is taken back like any finish: the contact no longer counts', () => {
    const done = record(ticket(office, office.who.city));
    office.write(office.who.city, 'queue.undo', (tx) =>
      undoOnTicket(tx, { ticketId: done.ticketId, revision: done.revision }, office.who.city),
    );
    expect(contactView(office.db, done.contactId, office.who.city)).toMatchObject({ finishedAt: null, minutes: null });
  });
});

describe('which matters', () => {
  it('learns the frequent ones of the 90 days before, forgets what is older, and does not follow the day', () => {
    const schoolSolved = { topic: 'school', result: 'solved' };
    for (let count = 0; count < 2; count += 1) record(ticket(office, office.who.city), schoolSolved);
    record(ticket(office, office.who.city), KITA);
    expect(onKeys().every(({ from }) => from === 'usual')).toBe(true);
    office.clock.advance(86_400_000);
    expect(onKeys().slice(0, 2)).toEqual([
      { ...schoolSolved, from: 'learned' },
      { ...KITA, from: 'learned' },
    ]);
    office.clock.advance(91 * 86_400_000);
    expect(onKeys().every(({ from }) => from === 'usual')).toBe(true);
  });

  it('keeps what the lead has pinned on its digit, none twice', () => {
    const pin = (matters: (typeof KITA)[]) =>
      office.write(office.who.lead, 'matters.pin', (tx) => pinMatters(tx, matters));
    pin([{ topic: 'birth', result: 'passed-on' }, KITA]);
    expect(
      onKeys()
        .slice(0, 2)
        .map(({ topic, from }) => [topic, from]),
    ).toEqual([
      ['birth', 'pinned'],
      ['kita', 'pinned'],
    ]);
    expect(() => pin([KITA, KITA])).toThrow(expect.objectContaining({ detail: { reason: 'matter-twice' } }));
    pin([]);
    expect(onKeys().every(({ from }) => from === 'usual')).toBe(true);
  });
});
