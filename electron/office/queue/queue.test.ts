import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketAction } from '../../../shared/queue/ticket.rules.ts';
import { changeContact } from '../consultations/change-contact.ts';
import { getContact } from '../consultations/contact-row.ts';
import { finishConsultation } from '../consultations/finish-contact.ts';
import { Fault } from '../rpc/faults.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { talk, ticket } from '../testing/test-talk.ts';
import { actOnTicket, type OnTicket, startTicket } from './act-on-ticket.ts';
import { callNext } from './call-next.ts';
import { changeTicket } from './change-ticket.ts';
import { closeDay, reopenDay } from './close-day.ts';
import { queueToday } from './queue-view.ts';
import { undoOnTicket } from './undo-on-ticket.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

function faultOf(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Fault) return error.code === 'RULE' ? error.detail?.reason : [error.code, error.detail];
    throw error;
  }
}

const act = (on: OnTicket, action: TicketAction, who = office.who.city) =>
  office.write(who, `queue.${action}`, (tx) => actOnTicket(tx, on, action, who));
const undo = (on: OnTicket, who = office.who.city) =>
  office.write(who, 'queue.undo', (tx) => undoOnTicket(tx, on, who));
const view = (id: string) => {
  const found = queueToday(office.db, office.core).tickets.find((candidate) => candidate.id === id);
  if (!found) throw new Error('It was issued');
  return found;
};

describe('check-in', () => {
  it('counts from 1 each day, with the office’s letter', () => {
    expect([ticket(office, office.who.city).label, ticket(office, office.who.partner).label]).toEqual([
      'A 001',
      'A 002',
    ]);
    office.clock.moveTo('2026-11-24T08:00:00.000Z');
    expect(ticket(office, office.who.city).number).toBe(1);
  });

  it('stops at 999', () => {
    const { ticketId } = ticket(office, office.who.city);
    office.core.database?.raw.prepare('UPDATE ticket SET number = 999 WHERE id = ?').run(ticketId);
    expect(faultOf(() => ticket(office, office.who.city))).toBe('numbers-exhausted');
  });

  it('knows no person that is not there', () => {
    expect(
      faultOf(() => ticket(office, office.who.city, { personId: '00000000-0000-7000-8000-000000000000' })),
    ).toEqual(['NOT_FOUND', undefined]);
  });

  it('takes understood and read from spoken unless told', () => {
    const { ticketId } = ticket(office, office.who.city, { spoken: 'kmr' });
    expect([view(ticketId).understood, view(ticketId).read]).toEqual(['kmr', 'kmr']);
  });
});

describe('the calling loop', () => {
  it('gives a ticket to one of two desks, the other is told the current revision', () => {
    const on = ticket(office, office.who.city);
    act(on, 'called', office.who.city);
    expect(faultOf(() => act(on, 'called', office.who.partner))).toEqual(['CONFLICT', { currentRevision: 2 }]);
    expect(view(on.ticketId).staffId).toBe(office.who.city.staffId);
  });

  it('can’t hold two calls, nor two events of one sequence, whatever the code does', () => {
    const { ticketId } = ticket(office, office.who.city);
    const insert = (type: string) =>
      office.core.database?.raw
        .prepare(
          "INSERT INTO ticket_event (ticket_id, sequence, type, at, staff_id) VALUES (?, 2, ?, '2026-11-23T08:00:00.000Z', ?)",
        )
        .run(ticketId, type, office.who.city.staffId);
    insert('called');
    expect(() => insert('called')).toThrow('the ticket is called already');
    expect(() => insert('appeared')).toThrow(/UNIQUE/);
  });

  it('calls urgent, appointment, then by arrival, each once', () => {
    const first = ticket(office, office.who.city);
    office.clock.advance(60_000);
    const appointment = ticket(office, office.who.city, { kind: 'appointment' });
    office.clock.advance(60_000);
    const urgent = ticket(office, office.who.city, { priorityReason: 'small-child' });
    const called = [office.who.city, office.who.partner, office.who.city].map(
      (who) => office.write(who, 'queue.callNext', (tx) => callNext(tx, who, office.core)).ticketId,
    );
    expect(called).toEqual([urgent.ticketId, appointment.ticketId, first.ticketId]);
    expect(
      faultOf(() =>
        office.write(office.who.city, 'queue.callNext', (tx) => callNext(tx, office.who.city, office.core)),
      ),
    ).toBe('nobody-waits');
  });

  it('restores state and clocks of every undone action, by anyone', () => {
    let on: OnTicket = ticket(office, office.who.city);
    office.clock.advance(10 * 60_000);
    for (const action of ['called', 'appeared', 'started', 'parked'] as const) {
      const { clocks, state, runningClock } = view(on.ticketId);
      on = act(on, action);
      office.clock.advance(60_000);
      on = undo(on, office.who.partner);
      const after = view(on.ticketId);
      expect([after.state, after.runningClock, after.clocks]).toEqual([state, runningClock, clocks]);
      on = act(on, action);
    }
  });

  it('refuses what the state does not allow and changes nothing', () => {
    const on = ticket(office, office.who.city);
    expect(faultOf(() => act(on, 'finished'))).toBe('not-possible');
    expect(view(on.ticketId).revision).toBe(1);
  });

  it('says who of those present speaks a language that the person understands', () => {
    const arabic = ticket(office, office.who.city, { spoken: 'ar' });
    const sorani = ticket(office, office.who.city, { spoken: 'ckb' });
    expect(view(arabic.ticketId).servableBy).toEqual([office.who.partner.staffId]);
    expect(view(sorani.ticketId).servableBy).toEqual([]);
  });
});

describe('the talk', () => {
  it('measures minutes, and an undone finish opens the same contact again', () => {
    const begun = talk(office, office.who.city);
    office.clock.advance(11 * 60_000 + 1);
    office.write(office.who.city, 'consultations.change', (tx) =>
      changeContact(tx, {
        contactId: begun.contactId,
        revision: getContact(tx, begun.contactId).revision,
        topics: [{ topic: 'kita', result: 'solved' }],
      }),
    );
    const finished = office.write(office.who.city, 'consultations.finish', (tx) =>
      finishConsultation(tx, { ...begun, minutes: null }, office.who.city),
    );
    expect(getContact(office.db, begun.contactId).minutes).toBe(12);
    const on = undo(finished);
    expect(getContact(office.db, begun.contactId).finished_at).toBeNull();
    expect(view(on.ticketId).state).toBe('serving');
    const parked = act(on, 'parked');
    expect(
      office.write(office.who.partner, 'queue.start', (tx) => startTicket(tx, parked, office.who.partner)).contactId,
    ).toBe(begun.contactId);
  });
});

it('lets a contact follow when who came is corrected during the talk: both are reported', () => {
  const begun = talk(office, office.who.city, { spoken: 'ar' });
  const correction = {
    understood: null,
    read: null,
    topics: ['kita'],
    personId: null,
    doorNote: '',
    priorityReason: null,
  };
  const corrected = office.write(office.who.city, 'queue.change', (tx) =>
    changeTicket(tx, { ...correction, ...begun, spoken: 'ckb', adults: 2, children: 1 }, office.who.city),
  );
  expect(getContact(office.db, begun.contactId)).toMatchObject({ spoken: 'ckb', companions: 3, revision: 2 });
  office.write(office.who.city, 'queue.change', (tx) =>
    changeTicket(
      tx,
      {
        ...correction,
        ...corrected,
        spoken: 'ckb',
        adults: 2,
        children: 1,
        doorNote: 'mit Kinderwagen',
      },
      office.who.city,
    ),
  );
  expect(getContact(office.db, begun.contactId).revision).toBe(2);
});

describe('close of day', () => {
  it('leaves no ticket open, and comes back for today', () => {
    const open = ticket(office, office.who.city);
    const close = (resolutions: { ticketId: string; revision: number; reason: string }[]) =>
      office.write(office.who.city, 'queue.closeDay', (tx) => closeDay(tx, resolutions, office.who.city));
    expect(faultOf(() => close([]))).toBe('tickets-open');
    expect(close([{ ticketId: open.ticketId, revision: 1, reason: 'come-again' }])).toEqual({
      day: '2026-11-23',
      tickets: 1,
      resolved: 1,
    });
    expect(faultOf(() => ticket(office, office.who.city))).toBe('day-closed');
    expect(faultOf(() => undo({ ticketId: open.ticketId, revision: 2 }))).toBe('day-closed');
    office.write(office.who.partner, 'queue.reopenDay', (tx) => reopenDay(tx, office.who.partner));
    expect(view(open.ticketId).state).toBe('waiting');
  });

  it('waits for a talk that is going on', () => {
    talk(office, office.who.city);
    expect(
      faultOf(() => office.write(office.who.city, 'queue.closeDay', (tx) => closeDay(tx, [], office.who.city))),
    ).toBe('still-serving');
  });

  it('does not touch another day’s tickets', () => {
    const yesterday = ticket(office, office.who.city);
    office.clock.moveTo('2026-11-24T08:00:00.000Z');
    expect(faultOf(() => act(yesterday, 'called'))).toEqual(['NOT_FOUND', undefined]);
  });
});
