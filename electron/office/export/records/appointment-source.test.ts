import { afterEach, beforeEach, expect, test } from 'vitest';
import { arrive } from '../../appointments/arrive.ts';
import { type AppointmentDraft, bookAppointment } from '../../appointments/book.ts';
import { settleAppointment, undoOnAppointment } from '../../appointments/change-appointment.ts';
import { changeContact } from '../../consultations/change-contact.ts';
import { finishConsultation } from '../../consultations/finish-contact.ts';
import { startTicket } from '../../queue/act-on-ticket.ts';
import { aDraft, newSeries } from '../../testing/test-hours.ts';
import type { TestOffice } from '../../testing/test-office.ts';
import { newPerson } from '../../testing/test-people.ts';
import { createNightOffice, night, openReport, reportIn } from '../testing/night-office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createNightOffice('2026-11-30T07:00:00.000Z');
  newSeries(office);
});
afterEach(() => office.close());

const who = () => office.who.city;
const book = (draft: Partial<AppointmentDraft> = {}) =>
  office.write(who(), 'appointments.book', (tx) => bookAppointment(tx, aDraft(office, draft), who()));
async function lines() {
  const name = reportIn(await night(office));
  if (!name) throw new Error('The night wrote no report');
  const report = await openReport(office, name);
  return { told: report.lines('appointment'), text: report.text };
}

test('tells the wait and what became of it, and nothing of whose it is', async () => {
  const personId = newPerson(office, { familyName: 'KANARIE' });
  const seen = book({
    personIds: [personId],
    unnamed: 0,
    note: 'KANARIE',
    reach: 'KANARIE',
    requestedOn: '2026-11-10',
  });
  book({ kind: 'blocked', from: '10:00', unnamed: 0, note: 'KANARIE' });
  const missed = book({ from: '11:00', language: 'kmr', topics: [] });
  const ticket = office.write(who(), 'appointments.arrive', (tx) => arrive(tx, seen, who()));
  const first = await lines();
  expect(first.text).not.toContain('KANARIE');
  const line = {
    op: 'put',
    day: '2026-11-30',
    hour: 9,
    language: 'ar',
    topics: ['kita'],
    placeKind: 'office',
    requestedOn: '2026-11-10',
    status: 'booked',
    noShowReason: null,
  };
  expect(first.told).toHaveLength(2);
  expect(first.told).toContainEqual(expect.objectContaining(line));

  const begun = office.write(who(), 'queue.start', (tx) =>
    startTicket(tx, { ticketId: ticket.ticketId, revision: 1 }, who()),
  );
  office.write(who(), 'consultations.change', (tx) =>
    changeContact(tx, { contactId: begun.contactId, revision: 1, topics: [{ topic: 'kita', result: 'solved' }] }),
  );
  office.write(who(), 'consultations.finish', (tx) => finishConsultation(tx, { ...begun, minutes: null }, who()));
  office.clock.moveTo('2026-11-30T10:20:00.000Z');
  office.write(who(), 'appointments.settle', (tx) => settleAppointment(tx, missed, 'no-show', who()));
  office.clock.moveTo('2026-11-30T20:30:00.000Z');
  const second = await lines();
  expect(new Set(second.told.map(({ status }) => status))).toEqual(new Set(['no-show', 'seen']));
  expect(second.told).toHaveLength(2);
});

test('a booking that was a slip is taken back from the city', async () => {
  const slip = book();
  const [told] = (await lines()).told;
  office.write(who(), 'appointments.undo', (tx) => undoOnAppointment(tx, slip, who()));
  expect((await lines()).told).toEqual([{ op: 'delete', id: told?.id }]);
});
