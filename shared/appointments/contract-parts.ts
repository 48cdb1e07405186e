import { z } from 'zod';
import { TopicId } from '../catalogue/catalogue.ts';
import { Id, RequestId, Revision } from '../kernel/ids.ts';
import { PLACES } from './consulting-hours.rules.ts';

/** What the contracts of appointments, earlier slots and consulting hours have in common. */
export const Place = z.enum(PLACES);
export const Minutes = z.int().min(5).max(600);
export const Topics = z.array(TopicId).max(8);

const desk = ['desk'] as const;
export const work = { right: 'appointments.work', from: desk } as const;
export const write = { right: 'consulting-hours.write', from: desk } as const;
export const On = { requestId: RequestId, appointmentId: Id, revision: Revision };
export const Done = z.strictObject({ appointmentId: Id, revision: Revision });
export const Saved = z.strictObject({ id: Id, revision: Revision });
export const BOOKING_RULES = [
  'time-skipped',
  'past',
  'closed',
  'staff-away',
  'overlaps',
  'desks-taken',
  'seats-taken',
  'outpost-missing',
  'warnings',
  'pledge-missing',
] as const;
