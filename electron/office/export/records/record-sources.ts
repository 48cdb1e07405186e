import { appointmentSource } from './appointment-source.ts';
import { contactSource } from './contact-source.ts';
import { obstacleSource } from './obstacle-source.ts';
import { personSource } from './person-source.ts';
import type { RecordSource } from './record-source.ts';
import { referralSource } from './referral-source.ts';
import { stepSource } from './step-source.ts';
import { waitSource } from './wait-source.ts';

/** The order in which they are read: contacts before people, whose first support they tell. */
export const RECORD_SOURCES = [
  contactSource,
  personSource,
  waitSource,
  obstacleSource,
  stepSource,
  referralSource,
  appointmentSource,
] as const satisfies readonly RecordSource[];
