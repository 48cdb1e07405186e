import { z } from 'zod';
import { Id } from '../kernel/ids.ts';
import { Instant } from '../kernel/instants.ts';

/** Where a forwarded ticket stands in the line: where its arrival puts it, before all others, or behind them. */
export const FORWARD_POSITIONS = ['arrival', 'first', 'last'] as const;
export type ForwardPosition = (typeof FORWARD_POSITIONS)[number];

/** Who is to call a forwarded ticket: one desk, one colleague, or anybody of one employer. */
export const ForwardTarget = z.strictObject({
  desk: z.int().nullable(),
  staffId: Id.nullable(),
  employerId: Id.nullable(),
  position: z.enum(FORWARD_POSITIONS),
});
export type ForwardTarget = z.infer<typeof ForwardTarget>;

const StaffedDesk = z.strictObject({
  desk: z.int(),
  staffId: Id,
  employerId: Id,
  languages: z.array(z.string()).readonly(),
  gender: z.enum(['w', 'm']).nullable().default(null),
});

/** What an event says beside its reason; each kind of event uses its own part. The database keeps it as JSON. */
export const TicketEventDetail = z.strictObject({
  /** Parked: comes back into the line by itself at this instant. */
  wakeAt: Instant.optional(),
  /** Forwarded: to whom, and the words that travel along (V0: organisational, everybody in the office reads them). */
  forward: ForwardTarget.optional(),
  words: z.string().optional(),
  /** Corrected: the sequence of the event whose time was put right; the event's own `at` is the right time. */
  corrects: z.int().optional(),
  /** Called as the next one: the desks that were staffed then, the calling one first; the order depends on them. */
  desks: z.array(StaffedDesk).optional(),
  /** Called as the next one of this lane; without it, of both. */
  lane: z.enum(['counter', 'quick']).optional(),
  /** Left: what the person got instead of a talk. */
  instead: z.enum(['slip', 'appointment', 'call-back']).optional(),
  /** Left: the appointment that was made instead. */
  appointmentId: Id.optional(),
  /** Left: at the close of day, and taken back with it. */
  atClose: z.boolean().optional(),
});
export type TicketEventDetail = z.input<typeof TicketEventDetail>;
