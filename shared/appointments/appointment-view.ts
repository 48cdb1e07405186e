import { z } from 'zod';
import { LanguageId } from '../catalogue/catalogue.ts';
import { Id, Revision } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/instants.ts';
import { phoneNumber, text } from '../kernel/text.ts';
import {
  APPOINTMENT_EVENTS,
  APPOINTMENT_KINDS,
  APPOINTMENT_STATUSES,
  NO_SHOW_REASONS,
  REMINDERS,
} from './appointment.rules.ts';
import { Minutes, Place, Topics } from './contract-parts.ts';

/** Everything about an appointment that can stand in the way of something. */
export const TimeAndPlace = {
  kind: z.enum(APPOINTMENT_KINDS),
  day: LocalDate,
  from: LocalTime,
  minutes: Minutes,
  place: Place,
  outpostId: Id.nullable(),
  travelMinutes: z.int().min(0).max(180),
  language: LanguageId.nullable(),
  topics: Topics,
  staffIds: z.array(Id).max(20),
  personIds: z.array(Id).max(60),
  interpreterId: Id.nullable(),
};

export const AppointmentFields = z.strictObject({
  ...TimeAndPlace,
  seats: z.int().min(1).max(60),
  unnamed: z.int().min(0).max(60),
  /** A partner for whose clients the time is kept: shown only to whom it concerns. */
  partnerId: Id.nullable(),
  reach: phoneNumber(60),
  /** V1: both employers read it. */
  note: text(200),
  /** The day on which it was asked for; null: today. */
  requestedOn: LocalDate.nullable(),
  despiteWarnings: z.boolean(),
});
export type AppointmentFields = z.infer<typeof AppointmentFields>;

export const AppointmentView = z.strictObject({
  id: Id,
  revision: Revision,
  number: z.int(),
  kind: z.enum(APPOINTMENT_KINDS),
  day: LocalDate,
  from: z.string(),
  to: z.string(),
  minutes: z.int(),
  startsAt: Instant,
  place: Place,
  outpostName: z.string().nullable(),
  outpostId: Id.nullable(),
  travelMinutes: z.int(),
  language: z.string().nullable(),
  topics: z.array(z.string()),
  staffIds: z.array(Id),
  /** Empty for a group: who takes part is shown on its own sheet only. */
  people: z.array(z.strictObject({ id: Id, name: z.string() })),
  peopleCount: z.int(),
  seats: z.int(),
  unnamed: z.int(),
  interpreterId: Id.nullable(),
  partnerName: z.string().nullable(),
  reach: z.string(),
  note: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  noShowReason: z.enum(NO_SHOW_REASONS).nullable(),
  reminder: z.enum(REMINDERS).nullable(),
  requestedOn: LocalDate,
  ticketId: Id.nullable(),
  /** What an undo would take back. */
  undoable: z.enum(APPOINTMENT_EVENTS).nullable(),
  /** Nobody came within 15 minutes: the desk may release it. */
  mayRelease: z.boolean(),
  /** It does not concern the caller: nothing but its time is told. */
  concealed: z.boolean(),
  /** The wish to come earlier, while it stands. */
  wish: z.strictObject({ id: Id, revision: Revision }).nullable(),
});
export type AppointmentView = z.infer<typeof AppointmentView>;
