import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppointmentFields } from '../../../shared/appointments/appointment-view.ts';
import type { InterpreterFields } from '../../../shared/interpreters/interpreters.contract.ts';
import { type DeskCalls, deskOf, faultOf } from '../testing/test-desk.ts';
import { aDraft, newSeries } from '../testing/test-hours.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';

let office: TestOffice;
let desk: DeskCalls;
beforeEach(async () => {
  office = await createTestOffice();
  desk = deskOf(office, office.who.city);
  newSeries(office);
});
afterEach(() => office.close());

const requestId = () => crypto.randomUUID();
const book = (draft: Partial<AppointmentFields> = {}) => {
  const { topics, staffIds, personIds, ...rest } = aDraft(office);
  const fields = { ...rest, topics: [...topics], staffIds: [...staffIds], personIds: [...personIds], ...draft };
  return desk.appointments.book({ requestId: requestId(), ...fields });
};
const on = ({ appointmentId, revision }: { appointmentId: string; revision: number }) => ({
  requestId: requestId(),
  appointmentId,
  revision,
});
const earlier = () => desk.appointments.earlier({});
const times = async () => (await earlier()).slots.map(({ day, from }) => `${day} ${from}`);
const standsAt = async (appointmentId: string) => {
  const { appointment } = await desk.appointments.get({ appointmentId });
  return { at: `${appointment.day} ${appointment.from}`, wishes: appointment.wish !== null };
};

/** Frees Monday at nine; somebody with a later time would come earlier. */
async function aFreedSlot() {
  await desk.appointments.settle({ ...on(await book()), status: 'excused' });
  const later = await book({ day: '2026-12-14' });
  await desk.appointments.wishEarlier({ ...on(later), noticeHours: 24, district: null, deadlineOn: null });
  const { slots } = await earlier();
  const [slot] = slots;
  const match = slot?.matches[0];
  if (!slot || !match) throw new Error('The slot suits them');
  return { later: later.appointmentId, offer: { slotId: slot.id, revision: slot.revision, wishId: match.wishId } };
}
const answer = (
  offer: { slotId: string; revision: number; wishId: string },
  result: 'reached' | 'not-reached' | 'declined' | 'moved',
) => desk.appointments.recordOffer({ requestId: requestId(), ...offer, result });
const takeBack = (offer: { slotId: string; revision: number; wishId: string }) =>
  desk.appointments.takeOfferBack({ requestId: requestId(), ...offer });

describe('a freed slot', () => {
  it('is no task once it was booked in the ordinary way, and one again when that was a slip', async () => {
    await aFreedSlot();
    const booked = await book({ language: null });
    expect(await times()).toEqual([]);
    await desk.appointments.undo(on(booked));
    expect(await times()).toEqual(['2026-11-30 09:00']);
  });

  it('is no task once an appointment was moved into it, and one again when that is taken back', async () => {
    await aFreedSlot();
    const other = await book({ day: '2026-12-07' });
    const moved = await desk.appointments.move({
      ...on(other),
      day: '2026-11-30',
      from: '09:15',
      minutes: 30,
      place: 'office',
      outpostId: null,
      travelMinutes: 0,
      staffIds: [office.who.city.staffId],
      interpreterId: null,
      despiteWarnings: false,
    });
    expect(await times()).toEqual(['2026-12-07 09:00']);
    await desk.appointments.undo(on(moved));
    expect(await times()).toEqual(['2026-11-30 09:00']);
  });

  it('without names is taken by the next talk at its time in its place, and by no time kept free', async () => {
    const first = await book({ staffIds: [] });
    await desk.appointments.settle({ ...on(first), status: 'excused' });
    await book({ staffIds: [], kind: 'blocked' });
    await book({ staffIds: [], from: '09:30' });
    expect(await times()).toEqual(['2026-11-30 09:00']);
    await book({ staffIds: [] });
    expect(await times()).toEqual([]);
  });

  it('is not offered while whoever gives it is away or the office is closed', async () => {
    const { offer } = await aFreedSlot();
    const lead = deskOf(office, office.who.lead);
    const closure = { from: '2026-11-30', to: '2026-11-30', reason: '' };
    const closing = async (staffId: string | null) => {
      const added = await lead.appointments.addClosure({ requestId: requestId(), ...closure, staffId });
      const shown = await times();
      await lead.appointments.withdrawClosure({ requestId: requestId(), ...added });
      return shown;
    };
    expect(await closing(office.who.city.staffId)).toEqual([]);
    expect(await closing(null)).toEqual([]);
    expect((await earlier()).slots.map(({ id }) => id)).toEqual([offer.slotId]);
  });

  it('is let go, and taken up again as long as nobody has it', async () => {
    const { offer } = await aFreedSlot();
    const { slotId, revision } = offer;
    const gone = await desk.appointments.letGo({ requestId: requestId(), slotId, revision });
    expect(await times()).toEqual([]);
    expect(await faultOf(answer({ ...offer, revision: gone.revision }, 'reached'))).toBe('RULE slot-gone');
    const again = { slotId, revision: gone.revision };
    const back = await desk.appointments.takeUpAgain({ requestId: requestId(), ...again });
    expect(await times()).toEqual(['2026-11-30 09:00']);
    const letGo = await desk.appointments.letGo({ requestId: requestId(), slotId, revision: back.revision });
    await book();
    expect(
      await faultOf(desk.appointments.takeUpAgain({ requestId: requestId(), slotId, revision: letGo.revision })),
    ).toBe('RULE slot-gone');
  });
});

describe('what came of an offer', () => {
  it('is taken back, so that what was said before counts again', async () => {
    const { offer } = await aFreedSlot();
    const tried = await answer(offer, 'not-reached');
    const declined = await answer({ ...offer, revision: tried.revision }, 'declined');
    expect((await earlier()).slots[0]?.matches).toEqual([]);
    const first = await takeBack({ ...offer, revision: declined.revision });
    expect((await earlier()).slots[0]?.matches[0]?.offered).toBe('not-reached');
    const second = await takeBack({ ...offer, revision: first.revision });
    expect((await earlier()).slots[0]?.matches[0]?.offered).toBeNull();
    expect(await faultOf(takeBack({ ...offer, revision: second.revision }))).toBe('NOT_FOUND');
  });

  it('is taken back for who was moved: the old time, the wish and the slot are there again', async () => {
    const { later, offer } = await aFreedSlot();
    const moved = await answer(offer, 'moved');
    expect(await standsAt(later)).toEqual({ at: '2026-11-30 09:00', wishes: false });
    expect(await times()).toEqual(['2026-12-14 09:00']);
    await takeBack({ ...offer, revision: moved.revision });
    expect(await standsAt(later)).toEqual({ at: '2026-12-14 09:00', wishes: true });
    expect(await times()).toEqual(['2026-11-30 09:00']);
    expect((await earlier()).slots[0]?.matches[0]).toMatchObject({ wishId: offer.wishId, offered: null });
  });

  it('is taken back as well by an undo on the appointment itself', async () => {
    const { later, offer } = await aFreedSlot();
    await answer(offer, 'moved');
    const { appointment } = await desk.appointments.get({ appointmentId: later });
    await desk.appointments.undo(on({ appointmentId: later, revision: appointment.revision }));
    expect(await standsAt(later)).toEqual({ at: '2026-12-14 09:00', wishes: true });
    expect((await earlier()).waiting).toBe(1);
  });

  it('stays when the appointment was moved on: only that is taken back first', async () => {
    const { later, offer } = await aFreedSlot();
    const moved = await answer(offer, 'moved');
    const { appointment } = await desk.appointments.get({ appointmentId: later });
    const { minutes, place, outpostId, travelMinutes, staffIds, interpreterId } = appointment;
    const rest = { minutes, place, outpostId, travelMinutes, staffIds, interpreterId, despiteWarnings: false };
    const further = await desk.appointments.move({
      ...on({ appointmentId: later, revision: appointment.revision }),
      ...rest,
      day: '2026-12-07',
      from: '10:00',
    });
    expect(await faultOf(takeBack({ ...offer, revision: moved.revision }))).toBe('RULE nothing-to-undo');
    await desk.appointments.undo(on(further));
    expect(await standsAt(later)).toEqual({ at: '2026-11-30 09:00', wishes: false });
    expect(await times()).toEqual(['2026-12-14 09:00']);
  });
});

describe('whoever interprets an appointment', () => {
  const interpreter = async (fields: Partial<InterpreterFields> = {}) => {
    const added = await desk.interpreters.add({
      requestId: requestId(),
      kind: 'volunteer',
      name: 'Frau Nadeem',
      phone: '0231 000-77',
      gender: null,
      languages: ['ckb'],
      topicsNotTaken: [],
      hours: [],
      remark: '',
      ...fields,
    });
    return await desk.interpreters.recordPledge({ requestId: requestId(), ...added, pledgedOn: '2026-11-20' });
  };
  const partner = () => [office.who.partner.staffId];

  it('is on the list, and nowhere else at that time', async () => {
    expect(await faultOf(book({ interpreterId: '00000000-0000-7000-8000-000000000000' }))).toBe('NOT_FOUND');
    const { id } = await interpreter();
    await book({ interpreterId: id });
    expect(await faultOf(book({ interpreterId: id, staffIds: partner(), from: '09:15' }))).toBe('RULE overlaps');
    expect(await faultOf(book({ interpreterId: id, staffIds: partner(), from: '09:30' }))).toBeNull();
  });

  it('may be a telephone service, which has room for several talks at once', async () => {
    const { id } = await interpreter({ kind: 'telephone' });
    await book({ interpreterId: id });
    expect(await faultOf(book({ interpreterId: id, staffIds: partner() }))).toBeNull();
  });

  it('is not away on that day', async () => {
    const { id, revision } = await interpreter();
    await desk.interpreters.setAway({ requestId: requestId(), id, revision, awayUntil: '2026-11-30' });
    expect(await faultOf(book({ interpreterId: id }))).toBe('RULE staff-away');
    expect(await faultOf(book({ interpreterId: id, day: '2026-12-07' }))).toBeNull();
  });

  it('who leaves the list leaves the appointments, also those that are put back', async () => {
    const { id, revision } = await interpreter();
    const booked = await book({ interpreterId: id });
    const off = await desk.appointments.settle({ ...on(booked), status: 'excused' });
    await desk.interpreters.remove({ requestId: requestId(), id, revision });
    await desk.appointments.undo(on(off));
    const { appointment } = await desk.appointments.get({ appointmentId: booked.appointmentId });
    expect(appointment).toMatchObject({ status: 'booked', interpreterId: null });
  });
});
