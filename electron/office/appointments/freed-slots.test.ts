import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppointmentFields } from '../../../shared/appointments/appointment-view.ts';
import { type DeskCalls, deskOf } from '../testing/test-desk.ts';
import { appointmentFields, newSeries } from '../testing/test-hours.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';

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

/** What a command on it needs. */
function booked0({ appointmentId, revision }: { appointmentId: string; revision: number }) {
  return { appointmentId, revision };
}
