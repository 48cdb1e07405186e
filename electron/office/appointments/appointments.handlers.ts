import { comesTwice } from '../../../shared/appointments/wall-time.rules.ts';
import { contract } from '../../../shared/contract.ts';
import { localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import type { Db } from '../database/handles.ts';
import { separatedFrom } from '../households/separated.ts';
import { requirePerson } from '../people/person-row.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { listEvents } from './appointment-events.ts';
import { appointmentsById, getAppointment, listAppointmentsOf } from './appointment-row.ts';
import { appointmentSettings, changeAppointmentSettings } from './appointment-settings.ts';
import { appointmentViews, participantsOf } from './appointment-view.ts';
import { arrive } from './arrive.ts';
import {
  reasonsOfNoShows,
  remindersThatWorked,
  thirdNextByLanguage,
  thirdNextByTopic,
  thirdNextHistory,
} from './availability.ts';
import { bookAppointment } from './book.ts';
import { calendarFile } from './calendar-file.ts';
import { cardOf } from './card-of.ts';
import {
  moveAppointment,
  setNoShowReason,
  setPeople,
  setReminder,
  settleAppointment,
  undoOnAppointment,
} from './change-appointment.ts';
import { daysView } from './days-view.ts';
import { earlierSlots, letSlotGo, recordOffer, takeOfferBack, takeSlotUpAgain } from './earlier-slots.ts';
import { wishEarlier, withdrawWish } from './earlier-wishes.ts';
import { nextFreeSlots, slotCalendar, thirdNext } from './find-free-slots.ts';
import { hoursView } from './hours-view.ts';
import { obstaclesToBooking } from './obstacles-to-booking.ts';
import { addOutpost, changeOutpost, findOutpost, listOutposts } from './outposts.ts';
import {
  addClosure,
  addException,
  addSeries,
  changeSeries,
  endSeries,
  withdrawClosure,
  withdrawException,
} from './write-hours.ts';

const { appointments } = contract;

/** The other appointments that stand in the way, as times; whose they are is not told. */
function overlapping(db: Db, overlaps: ReturnType<typeof obstaclesToBooking>['overlaps']) {
  const others = appointmentsById(
    db,
    overlaps.flatMap(({ appointmentId }) => appointmentId ?? []),
  );
  return overlaps.map(({ kind, appointmentId, whoId }) => {
    const other = appointmentId === null ? undefined : others.get(appointmentId);
    return {
      kind,
      staffId: kind === 'staff' || kind === 'travel' ? whoId : null,
      from: other?.from ?? null,
      to: other ? localTimeOf(other.endsAt) : null,
      place: other?.place ?? null,
    };
  });
}

export const appointmentsHandlers = {
  days: query(appointments.days, (db, input, who, core) => {
    const now = core.ports.clock.now();
    return { today: localDateOf(now), now, days: daysView(db, input.from, input.days, who, now) };
  }),
  get: query(appointments.get, (db, input, who, core) => {
    const appointment = getAppointment(db, input.appointmentId);
    const [view] = appointmentViews(db, [appointment], who, core.ports.clock.now());
    if (!view) throw new Error('One view for one appointment');
    return {
      appointment: view,
      participants: participantsOf(db, appointment, who),
      events: listEvents(db, appointment.id).map(({ type, at, staffId }) => ({ type, at, staffId })),
      kit: appointment.outpostId === null ? [] : (findOutpost(db, appointment.outpostId)?.kit ?? []),
    };
  }),
  ofPerson: query(appointments.ofPerson, (db, input, who, core) => {
    requirePerson(db, input.personId);
    const now = core.ports.clock.now();
    const parted = separatedFrom(db, input.personId);
    const views = appointmentViews(db, listAppointmentsOf(db, input.personId), who, now).map((view) => ({
      ...view,
      people: view.people.filter(({ id }) => !parted.has(id)),
    }));
    const missed = views.find(({ status, noShowReason }) => status === 'no-show' && noShowReason === null);
    return {
      today: localDateOf(now),
      now,
      appointments: views,
      askWhy: missed
        ? { appointmentId: missed.id, revision: missed.revision, day: missed.day, from: missed.from }
        : null,
    };
  }),
  freeSlots: query(appointments.freeSlots, (db, input, _who, core) => {
    const now = core.ports.clock.now();
    const { from, limit, ...need } = input;
    const calendar = slotCalendar(db, now);
    const names = new Map(listOutposts(db).map(({ id, name }) => [id, name]));
    return {
      today: localDateOf(now),
      slots: nextFreeSlots(calendar, need, from ?? localDateOf(now), limit).map((slot) => ({
        ...slot,
        staffIds: [...slot.staffIds],
        outpostName: slot.outpostId === null ? null : (names.get(slot.outpostId) ?? ''),
      })),
      thirdNextDays: thirdNext(calendar, need),
      travelMinutes: appointmentSettings(db).travelMinutes,
    };
  }),
  check: query(appointments.check, (db, input, _who, core) => {
    const { appointmentId, ...wanted } = input;
    const found = obstaclesToBooking(db, wanted, core.ports.clock.now(), appointmentId);
    return {
      refusals: found.refusals,
      warnings: found.warnings,
      overlaps: overlapping(db, found.overlaps),
      holiday: found.holiday,
      comesTwice: comesTwice(input.day, input.from),
    };
  }),
  book: command(appointments.book, (tx, input, who) => {
    requireOffered(tx, 'topic', input.topics);
    return bookAppointment(tx, input, who);
  }),
  move: command(appointments.move, (tx, input, who) => moveAppointment(tx, input, input, who)),
  setPeople: command(appointments.setPeople, (tx, input) => setPeople(tx, input, input)),
  arrive: command(appointments.arrive, (tx, input, who) => arrive(tx, input, who)),
  settle: command(appointments.settle, (tx, input, who) => settleAppointment(tx, input, input.status, who)),
  undo: command(appointments.undo, (tx, input, who) => undoOnAppointment(tx, input, who)),
  setNoShowReason: command(appointments.setNoShowReason, (tx, input) => setNoShowReason(tx, input, input.reason)),
  reminded: command(appointments.reminded, (tx, input) => setReminder(tx, input, input.reminder)),
  card: query(appointments.card, (db, input, who, core) => ({
    html: cardOf(db, core, input.appointmentId, input.language, who),
  })),
  calendar: query(appointments.calendar, (db, input, _who, core) =>
    calendarFile(db, input.staffId, input.from, core.ports.clock.now()),
  ),
  availability: query(appointments.availability, (db, input, _who, core) => {
    const now = core.ports.clock.now();
    return {
      today: localDateOf(now),
      languages: thirdNextByLanguage(db, now),
      topics: thirdNextByTopic(db, now),
      history: thirdNextHistory(db, input, now),
      reminders: remindersThatWorked(db, now),
      reasons: reasonsOfNoShows(db, now),
    };
  }),
  alarms: query(appointments.alarms, (db, _input, _who, core) => ({
    languages: thirdNextByLanguage(db, core.ports.clock.now()).flatMap(({ language, days, alarm }) =>
      alarm ? [{ language, days }] : [],
    ),
  })),
  earlier: query(appointments.earlier, (db, _input, _who, core) => earlierSlots(db, core.ports.clock.now())),
  wishEarlier: command(appointments.wishEarlier, (tx, input) => wishEarlier(tx, input, input)),
  withdrawWish: command(appointments.withdrawWish, (tx, input) => withdrawWish(tx, input.id, input.revision)),
  recordOffer: command(appointments.recordOffer, (tx, input, who) => recordOffer(tx, input, who)),
  takeOfferBack: command(appointments.takeOfferBack, (tx, input, who) => takeOfferBack(tx, input, who)),
  letGo: command(appointments.letGo, (tx, input) => letSlotGo(tx, input)),
  takeUpAgain: command(appointments.takeUpAgain, (tx, input) => takeSlotUpAgain(tx, input)),
  hours: query(appointments.hours, (db, _input, _who, core) => hoursView(db, localDateOf(core.ports.clock.now()))),
  addSeries: command(appointments.addSeries, (tx, { requestId: _, ...fields }, who) =>
    addSeries(tx, fields, who.staffId),
  ),
  changeSeries: command(appointments.changeSeries, (tx, { requestId: _, id, revision, ...fields }, who) =>
    changeSeries(tx, { id, revision }, fields, who.staffId),
  ),
  endSeries: command(appointments.endSeries, (tx, input, who) => endSeries(tx, input, input.lastDay, who.staffId)),
  addException: command(appointments.addException, (tx, { requestId: _, ...exception }, who) =>
    addException(tx, exception, who.staffId),
  ),
  withdrawException: command(appointments.withdrawException, (tx, input, who) =>
    withdrawException(tx, input, who.staffId),
  ),
  addClosure: command(appointments.addClosure, (tx, { requestId: _, ...closure }, who) =>
    addClosure(tx, closure, who.staffId),
  ),
  withdrawClosure: command(appointments.withdrawClosure, (tx, input, who) => withdrawClosure(tx, input, who.staffId)),
  addOutpost: command(appointments.addOutpost, (tx, { requestId: _, ...fields }) => addOutpost(tx, fields)),
  changeOutpost: command(appointments.changeOutpost, (tx, { requestId: _, id, revision, ...fields }) =>
    changeOutpost(tx, id, revision, fields),
  ),
  changeSettings: command(appointments.changeSettings, (tx, input) => changeAppointmentSettings(tx, input)),
} satisfies Record<keyof typeof appointments, Handler>;
