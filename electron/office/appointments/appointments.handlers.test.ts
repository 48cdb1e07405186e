import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppointmentFields } from '../../../shared/appointments/appointment-view.ts';
import { type DeskCalls, deskOf, faultOf } from '../testing/test-desk.ts';
import { appointmentFields, newSeries } from '../testing/test-hours.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPartner, newPerson } from '../testing/test-people.ts';

let office: TestOffice;
let desk: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  desk = deskOf(office, office.who.city);
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();
const book = (draft: Partial<AppointmentFields> = {}, calls = desk) =>
  calls.appointments.book({ requestId: requestId(), ...appointmentFields(office, draft) });
const shown = async (appointmentId: string, calls = desk) =>
  (await calls.appointments.get({ appointmentId })).appointment;

describe('the way of an appointment', () => {
  beforeEach(() => {
    newSeries(office);
    office.clock.moveTo('2026-11-30T07:30:00.000Z');
  });

  it('is offered, booked, arrives with a ticket that is due, and is seen once the talk is finished', async () => {
    const personId = newPerson(office);
    const { slots } = await desk.appointments.freeSlots({
      language: 'ar',
      topics: ['kita'],
      staffId: null,
      place: null,
      minutes: null,
      from: null,
      limit: 3,
    });
    expect(slots.map(({ day, from }) => [day, from])).toEqual([
      ['2026-11-30', '09:00'],
      ['2026-11-30', '09:30'],
      ['2026-11-30', '10:00'],
    ]);
    const booked = await book({ personIds: [personId], unnamed: 0 });
    const { ticketId, revision } = await desk.appointments.arrive({ requestId: requestId(), ...booked0(booked) });
    const ticket = (await desk.queue.today({})).tickets.find(({ id }) => id === ticketId);
    expect(ticket).toMatchObject({ kind: 'appointment', person: { id: personId }, spoken: 'ar', topics: ['kita'] });
    const begun = await desk.queue.start({ requestId: requestId(), ticketId, revision: 1 });
    expect((await shown(booked.appointmentId)).status).toBe('arrived');
    const { revision: contactRevision } = await desk.consultations.get({ contactId: begun.contactId });
    await desk.consultations.change({
      requestId: requestId(),
      contactId: begun.contactId,
      revision: contactRevision,
      topics: [{ topic: 'kita', result: 'solved' }],
    });
    const done = await desk.consultations.finish({
      requestId: requestId(),
      ticketId,
      revision: begun.revision,
      minutes: null,
    });
    expect((await shown(booked.appointmentId)).status).toBe('seen');
    await desk.queue.undo({ requestId: requestId(), ticketId, revision: done.revision });
    expect((await shown(booked.appointmentId)).status).toBe('arrived');
    expect(revision).toBe(2);
  });

  it('takes an arrival back with its ticket, and refuses once the ticket was called', async () => {
    const on = booked0(await book());
    const arrived = await desk.appointments.arrive({ requestId: requestId(), ...on });
    const back = await desk.appointments.undo({
      requestId: requestId(),
      appointmentId: on.appointmentId,
      revision: arrived.revision,
    });
    expect(await shown(on.appointmentId)).toMatchObject({ status: 'booked', ticketId: null });
    expect((await desk.queue.today({})).tickets.filter(({ state }) => state === 'waiting')).toEqual([]);
    const again = await desk.appointments.arrive({ requestId: requestId(), ...back });
    await desk.queue.call({ requestId: requestId(), ticketId: again.ticketId, revision: 1 });
    expect(
      await faultOf(
        desk.appointments.undo({
          requestId: requestId(),
          appointmentId: on.appointmentId,
          revision: again.revision,
        }),
      ),
    ).toBe('RULE ticket-in-work');
  });

  it('is released 15 minutes after its time, asks why at the next contact, and comes back by undo', async () => {
    const personId = newPerson(office);
    const on = booked0(await book({ personIds: [personId], unnamed: 0 }));
    const release = () => desk.appointments.settle({ requestId: requestId(), ...on, status: 'no-show' });
    office.clock.moveTo('2026-11-30T08:14:59.000Z');
    expect(await faultOf(release())).toBe('RULE too-early');
    office.clock.moveTo('2026-11-30T08:15:00.000Z');
    const missed = await release();
    const { askWhy } = await desk.appointments.ofPerson({ personId });
    expect(askWhy).toMatchObject({ appointmentId: on.appointmentId, revision: missed.revision });
    const said = await desk.appointments.setNoShowReason({
      requestId: requestId(),
      ...missed,
      reason: 'letter-not-understood',
    });
    expect((await desk.appointments.ofPerson({ personId })).askWhy).toBeNull();
    expect((await desk.appointments.availability({ language: null, topic: null })).reasons).toEqual([
      { reason: 'letter-not-understood', count: 1 },
    ]);
    await desk.appointments.undo({ requestId: requestId(), ...said });
    expect(await shown(on.appointmentId)).toMatchObject({ status: 'booked', noShowReason: null });
  });

  it('tells the slower of two what is there now', async () => {
    const on = booked0(await book());
    await desk.appointments.settle({ requestId: requestId(), ...on, status: 'excused' });
    expect(
      await faultOf(
        deskOf(office, office.who.partner).appointments.settle({ requestId: requestId(), ...on, status: 'revoked' }),
      ),
    ).toBe('CONFLICT');
  });

  it('does not put an appointment back into time that somebody has by now', async () => {
    const on = booked0(await book());
    const off = await desk.appointments.settle({ requestId: requestId(), ...on, status: 'excused' });
    await book();
    expect(await faultOf(desk.appointments.undo({ requestId: requestId(), ...off }))).toBe('RULE overlaps');
    expect((await shown(on.appointmentId)).status).toBe('excused');
  });

  it('puts a moved one back to where it was', async () => {
    const on = booked0(await book());
    const moved = await desk.appointments.move({ requestId: requestId(), ...on, ...NINE, from: '10:00' });
    expect(await shown(on.appointmentId)).toMatchObject({
      from: '10:00',
      to: '10:30',
      startsAt: '2026-11-30T09:00:00.000Z',
    });
    await desk.appointments.undo({ requestId: requestId(), ...moved });
    expect(await shown(on.appointmentId)).toMatchObject({ from: '09:00', staffIds: [office.who.city.staffId] });
  });

  const NINE = {
    day: '2026-11-30',
    from: '09:00',
    minutes: 30,
    place: 'office' as const,
    outpostId: null,
    travelMinutes: 0,
    staffIds: [] as string[],
    interpreterId: null,
    despiteWarnings: false,
  };

  it('puts a call and a home visit into the waiting list shortly before they are due, each once', async () => {
    await book({ place: 'phone', from: '09:00', despiteWarnings: true, reach: '0150 0000' });
    await book({ place: 'home', from: '11:00', travelMinutes: 20, despiteWarnings: true });
    const kinds = async () => (await desk.queue.today({})).tickets.map(({ kind }) => kind);
    office.clock.moveTo('2026-11-30T07:54:00.000Z');
    expect(await kinds()).toEqual([]);
    office.clock.moveTo('2026-11-30T07:55:30.000Z');
    expect(await kinds()).toEqual(['call-back']);
    office.clock.moveTo('2026-11-30T09:31:00.000Z');
    expect((await kinds()).toSorted()).toEqual(['call-back', 'home-visit']);
    office.clock.moveTo('2026-11-30T12:00:00.000Z');
    expect((await kinds()).length).toBe(2);
  });
});

/** What a command on it needs. */
function booked0({ appointmentId, revision }: { appointmentId: string; revision: number }) {
  return { appointmentId, revision };
}

describe('who sees what', () => {
  beforeEach(() => {
    newSeries(office);
  });

  it('shows time kept for a partner to whom it concerns; to others it is taken', async () => {
    const partnerId = newPartner(office, { name: 'Kita KANARIE' });
    const { appointmentId } = await book({
      kind: 'blocked',
      partnerId,
      note: 'KANARIE',
      unnamed: 0,
      reach: 'KANARIE 0150',
    });
    expect(await shown(appointmentId)).toMatchObject({
      concealed: false,
      partnerName: 'Kita KANARIE',
      note: 'KANARIE',
    });
    const other = deskOf(office, office.who.partner);
    const answers = [
      await other.appointments.days({ from: '2026-11-30', days: 7 }),
      await other.appointments.get({ appointmentId }),
    ];
    expect(JSON.stringify(answers)).not.toContain('KANARIE');
    expect(await shown(appointmentId, other)).toMatchObject({ concealed: true, kind: 'blocked', from: '09:00' });
  });

  it('shows a group as a number, its names on its own sheet only, and never more than there are seats', async () => {
    const people = [newPerson(office), newPerson(office, { givenName: 'Sami', familyName: 'KANARIE' })];
    const on = await book({ kind: 'group', seats: 2, personIds: people, unnamed: 0 });
    const days = await desk.appointments.days({ from: '2026-11-30', days: 1 });
    expect(JSON.stringify(days)).not.toContain('KANARIE');
    expect(days.days[0]?.appointments[0]).toMatchObject({ peopleCount: 2, people: [] });
    expect((await desk.appointments.get({ appointmentId: on.appointmentId })).participants).toHaveLength(2);
    expect(
      await faultOf(
        desk.appointments.setPeople({ requestId: requestId(), ...booked0(on), personIds: people, unnamed: 1 }),
      ),
    ).toBe('RULE seats-taken');
  });

  it('shows a closure of several days as one, also in its history and when it was taken back', async () => {
    const lead = deskOf(office, office.who.lead);
    const week = { staffId: null, from: '2026-12-24', to: '2026-12-31', reason: 'Betriebsferien' };
    const added = await lead.appointments.addClosure({ requestId: requestId(), ...week });
    expect((await desk.appointments.hours({})).closures).toMatchObject([week]);
    await lead.appointments.withdrawClosure({ requestId: requestId(), ...added });
    const { closures, history } = await desk.appointments.hours({});
    expect(closures).toEqual([]);
    expect(history.map(({ subject, what, day, lastDay }) => [subject, what, day, lastDay])).toEqual([
      ['closure', 'withdrawn', week.from, week.to],
      ['closure', 'added', week.from, week.to],
      ['series', 'added', expect.any(String), null],
    ]);
  });

  it('grows with who comes to a talk after it was booked', async () => {
    const on = booked0(await book({ seats: 1, unnamed: 1 }));
    const personIds = [newPerson(office), newPerson(office, { givenName: 'Sami' })];
    await desk.appointments.setPeople({ requestId: requestId(), ...on, personIds, unnamed: 1 });
    expect(await shown(on.appointmentId)).toMatchObject({ seats: 3, unnamed: 1, peopleCount: 2 });
  });

  it('lets only a lead write consulting hours, and an administrator see no appointment', async () => {
    const closure = { requestId: requestId(), staffId: null, from: '2026-12-01', to: '2026-12-01', reason: '' };
    expect(await faultOf(desk.appointments.addClosure(closure))).toBe('FORBIDDEN');
    expect(await faultOf(deskOf(office, office.who.lead).appointments.addClosure(closure))).toBeNull();
    const admin = deskOf(office, office.who.admin);
    expect(await faultOf(admin.appointments.days({ from: '2026-11-30', days: 1 }))).toBe('FORBIDDEN');
  });

  it('says when something overlaps, and not with whom', async () => {
    await book({ personIds: [newPerson(office, { familyName: 'KANARIE' })], unnamed: 0 });
    const { kind, day, minutes, place, outpostId, travelMinutes, language, topics, staffIds, interpreterId } =
      appointmentFields(office);
    const wanted = { kind, day, minutes, place, outpostId, travelMinutes, language, topics, staffIds, interpreterId };
    const found = await desk.appointments.check({ ...wanted, from: '09:15', personIds: [], appointmentId: null });
    expect(found).toMatchObject({
      refusals: ['overlaps'],
      overlaps: [{ kind: 'staff', staffId: office.who.city.staffId, from: '09:00', to: '09:30' }],
    });
    expect(JSON.stringify(found)).not.toContain('KANARIE');
    const night = await desk.appointments.check({
      ...wanted,
      day: '2026-10-25',
      from: '02:30',
      personIds: [],
      appointmentId: null,
    });
    expect(night.comesTwice).toBe(true);
  });
});
