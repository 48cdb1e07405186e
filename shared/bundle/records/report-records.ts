import { z } from 'zod';
import { OpaqueId } from '../fields.ts';
import { AppointmentPut } from './appointment.ts';
import { ContactPut } from './contact.ts';
import { ObstaclePut } from './obstacle.ts';
import { PersonPut } from './person.ts';
import { ReferralPut } from './referral.ts';
import { StepPut } from './step.ts';
import { WaitPut } from './wait.ts';

/** The records of a report, in the order in which they stand in the bundle and are loaded. */
export const REPORT_RECORDS = ['person', 'contact', 'wait', 'obstacle', 'step', 'referral', 'appointment'] as const;
export type ReportRecord = (typeof REPORT_RECORDS)[number];

/** A row that was deleted at the office, or may not be told any more (restriction, objection): the id and nothing else. */
export const DeleteLine = z.strictObject({ op: z.literal('delete'), id: OpaqueId });
export type DeleteLine = z.infer<typeof DeleteLine>;

/** One line of `data/<record>.ndjson`: what the row is now, or that it is gone. */
export const REPORT_LINES = {
  person: z.discriminatedUnion('op', [PersonPut, DeleteLine]),
  contact: z.discriminatedUnion('op', [ContactPut, DeleteLine]),
  wait: z.discriminatedUnion('op', [WaitPut, DeleteLine]),
  obstacle: z.discriminatedUnion('op', [ObstaclePut, DeleteLine]),
  step: z.discriminatedUnion('op', [StepPut, DeleteLine]),
  referral: z.discriminatedUnion('op', [ReferralPut, DeleteLine]),
  appointment: z.discriminatedUnion('op', [AppointmentPut, DeleteLine]),
} satisfies Record<ReportRecord, z.ZodType>;

export type ReportLine<R extends ReportRecord> = z.infer<(typeof REPORT_LINES)[R]>;
/** The lines of one report; a record that is left out has none. */
export type ReportLines = { [R in ReportRecord]?: readonly ReportLine<R>[] };

/** The names of the fields that leave with a record, for the preview that both employers see before the first run. */
export function fieldsOf(record: ReportRecord): string[] {
  const [put] = REPORT_LINES[record].options;
  return Object.keys(put.shape).filter((field) => field !== 'op');
}
