import { z } from 'zod';
import { CatalogueId, Day, Hour, OpaqueId, Topics } from '../fields.ts';

export const PLACE_KINDS = ['office', 'outpost', 'home', 'phone', 'video'] as const;
export const APPOINTMENT_STATUSES = ['booked', 'seen', 'excused', 'revoked', 'no-show'] as const;

/** An appointment; from request to day is the wait for it. */
export const AppointmentPut = z.strictObject({
  op: z.literal('put'),
  id: OpaqueId,
  requestedOn: Day,
  day: Day,
  hour: Hour,
  language: CatalogueId.nullable(),
  topics: Topics,
  placeKind: z.enum(PLACE_KINDS),
  status: z.enum(APPOINTMENT_STATUSES),
  noShowReason: CatalogueId.nullable(),
});
export type AppointmentPut = z.infer<typeof AppointmentPut>;
