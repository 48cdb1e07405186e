import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppointmentFields } from '../../../shared/appointments/appointment-view.ts';
import { type DeskCalls, deskOf, faultOf } from '../testing/test-desk.ts';
import { aDraft, newSeries } from '../testing/test-hours.ts';
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
const fields = (draft: Partial<AppointmentFields> = {}): AppointmentFields => {
  const { topics, staffIds, personIds, ...rest } = aDraft(office);
  return { ...rest, topics: [...topics], staffIds: [...staffIds], personIds: [...personIds], ...draft };
};
const book = (draft: Partial<AppointmentFields> = {}, calls = desk) =>
  calls.appointments.book({ requestId: requestId(), ...fields(draft) });
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
    const { kind, day, minutes, place, outpostId, travelMinutes, language, topics, staffIds, interpreterId } = fields();
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

describe('a slot that was given back', () => {
  beforeEach(() => {
    newSeries(office);
  });

  it('is offered to the three whom it suits best, says why, and moves who says yes', async () => {
    const freed = booked0(await book());
    const late: string[] = [];
    for (const [index, day] of ['2026-12-07', '2026-12-14', '2026-12-21', '2027-01-04'].entries()) {
      const { appointmentId, revision } = await book({ day, requestedOn: `2026-11-0${index + 1}` });
      await desk.appointments.wishEarlier({
        requestId: requestId(),
        appointmentId,
        revision,
        noticeHours: index === 0 ? 240 : 24,
        district: null,
        deadlineOn: index === 2 ? '2026-12-01' : null,
      });
      late.push(appointmentId);
    }
    expect(await desk.appointments.earlier({})).toEqual({ slots: [], waiting: 4 });
    await desk.appointments.settle({ requestId: requestId(), ...freed, status: 'excused' });
    const { slots } = await desk.appointments.earlier({});
    const [slot] = slots;
    // The first needs ten days' notice; the third would miss a deadline; of the others the second has waited longer.
    expect(
      slot?.matches.map(({ appointmentId, reasons, waitedLongerThanThis, waitedLessThanThis }) => [
        late.indexOf(appointmentId),
        reasons[0],
        waitedLongerThanThis,
        waitedLessThanThis,
      ]),
    ).toEqual([
      [2, 'deadline', 1, 1],
      [1, 'waited-longest', 0, 2],
      [3, 'language', 2, 0],
    ]);
    const offer = { slotId: slot?.id ?? '', wishId: slot?.matches[0]?.wishId ?? '' };
    const tried = await desk.appointments.recordOffer({
      requestId: requestId(),
      ...offer,
      revision: slot?.revision ?? 0,
      result: 'declined',
    });
    const [after] = (await desk.appointments.earlier({})).slots;
    expect(after?.matches.map(({ appointmentId }) => late.indexOf(appointmentId))).toEqual([1, 3]);
    await desk.appointments.recordOffer({
      requestId: requestId(),
      slotId: tried.id,
      revision: tried.revision,
      wishId: after?.matches[0]?.wishId ?? '',
      result: 'moved',
    });
    expect(await shown(late[1] ?? '')).toMatchObject({ day: '2026-11-30', from: '09:00', wish: null });
    // The slot that they left is the next task.
    expect((await desk.appointments.earlier({})).slots.map(({ day }) => day)).toEqual(['2026-12-14']);
  });
});

describe('third next available', () => {
  it('counts the third free slot, by language, now and as it was weeks ago', async () => {
    office.clock.moveTo('2026-11-02T07:00:00.000Z');
    newSeries(office, { to: '10:30', languages: ['de', 'ar'] });
    const first = await desk.appointments.availability({ language: 'ar', topic: null });
    expect(first.history).toEqual([{ on: '2026-11-02', days: 0 }]);
    const booked = [];
    for (const from of ['09:00', '09:30', '10:00']) booked.push(await book({ day: '2026-11-16', from }));
    office.clock.moveTo('2026-11-16T07:00:00.000Z');
    await desk.appointments.settle({
      requestId: requestId(),
      ...booked0(booked[2] ?? { appointmentId: '', revision: 0 }),
      status: 'excused',
    });
    const now = await desk.appointments.availability({ language: 'ar', topic: null });
    expect(now.languages).toMatchObject([
      { language: 'de', days: 7, alarm: false },
      { language: 'ar', days: 7, alarm: false },
      { language: 'en', days: null, alarm: true },
      { language: 'fa', days: null, alarm: true },
      { language: 'kmr', days: null, alarm: true },
    ]);
    // On the 9th the hours of that day were still free, and what was called off later still stood.
    expect(now.history).toEqual([
      { on: '2026-11-02', days: 0 },
      { on: '2026-11-09', days: 0 },
      { on: '2026-11-16', days: 7 },
    ]);
    expect((await desk.appointments.alarms({})).languages.map(({ language }) => language)).toEqual(['en', 'fa', 'kmr']);
  });

  it('is silent where nothing is given by appointment', async () => {
    newSeries(office, { kind: 'open-door' });
    expect((await desk.appointments.alarms({})).languages).toEqual([]);
  });
});

describe('a week as a calendar file', () => {
  it('holds times and kinds of place, and nothing of a client', async () => {
    newSeries(office);
    const personId = newPerson(office, { givenName: 'KANARIE', familyName: 'KANARIE' });
    const partnerId = newPartner(office, { name: 'KANARIE Kita' });
    await book({
      personIds: [personId],
      unnamed: 0,
      note: 'KANARIE',
      reach: 'KANARIE',
      language: 'kmr',
      topics: ['money-debt'],
    });
    await book({ kind: 'blocked', from: '10:00', partnerId, note: 'KANARIE', unnamed: 0 });
    await book({
      place: 'home',
      from: '11:30',
      travelMinutes: 0,
      despiteWarnings: true,
      personIds: [personId],
      unnamed: 0,
    });
    const { text, fileName } = await desk.appointments.calendar({
      staffId: office.who.city.staffId,
      from: '2026-11-30',
    });
    expect(fileName).toBe('termine-2026-11-30.ics');
    expect(text).not.toMatch(/KANARIE|kmr|money|debt|Kurm/i);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin');
    expect(text.match(/DTSTART;TZID=Europe\/Berlin:\d{8}T\d{6}/g)).toEqual([
      'DTSTART;TZID=Europe/Berlin:20261130T090000',
      'DTSTART;TZID=Europe/Berlin:20261130T100000',
      'DTSTART;TZID=Europe/Berlin:20261130T113000',
    ]);
    expect(text.match(/(SUMMARY|LOCATION):.*/g)).toEqual([
      'SUMMARY:Termin',
      'LOCATION:Büro',
      'SUMMARY:belegt',
      'LOCATION:Büro',
      'SUMMARY:Termin',
      'LOCATION:Hausbesuch',
    ]);
    expect(text).toMatch(/DTSTAMP:\d{8}T\d{6}Z/);
  });
});

describe('the reminder card', () => {
  it('is in the language that its person reads, without name and topic', async () => {
    newSeries(office);
    const lead = deskOf(office, office.who.lead);
    await lead.appointments.changeSettings({
      requestId: requestId(),
      revision: 1,
      way: 'U47 Westerfilde',
      slotMinutes: 30,
      travelMinutes: 20,
    });
    const personId = newPerson(office, { familyName: 'KANARIE', read: 'fa', spoken: 'fa' });
    const { appointmentId, number } = await book({ personIds: [personId], unnamed: 0, note: 'KANARIE' });
    const { html } = await desk.appointments.card({ appointmentId, language: null });
    expect(html).not.toContain('KANARIE');
    for (const part of [
      'lang="fa" dir="rtl"',
      'دوشنبه',
      '9 آذر 1405',
      'Montag, 30. November 2026',
      '09:00',
      'U47 Westerfilde',
      String(number),
    ])
      expect(html).toContain(part);
  });
});
