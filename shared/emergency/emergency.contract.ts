import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Id, RequestId } from '../kernel/ids.ts';
import { Instant } from '../kernel/instants.ts';
import { Nothing, procedure } from '../procedure.ts';

const desk = ['desk'] as const;
const DeskNumber = z.int().min(1).max(20);

/** A desk asks for help. No name, no ticket: it is shown on locked screens too. */
export const EmergencyView = z.strictObject({
  id: Id,
  desk: DeskNumber,
  at: Instant,
  /** Without sound, as a small sign: whoever stands before the desk is not to notice. */
  silent: z.boolean(),
  /** The desks that said that they come. */
  coming: z.array(DeskNumber),
});
export type EmergencyView = z.infer<typeof EmergencyView>;

export const EmergencyCalls = z.strictObject({ calls: z.array(EmergencyView) });
export type EmergencyCalls = z.infer<typeof EmergencyCalls>;

export const emergencyContract = {
  /**
   * The calls that are on, at once and after each change. Public: a locked screen must show it. It holds desk numbers
   * and times only.
   */
  watch: procedure({
    access: { right: 'public', from: desk },
    input: Nothing,
    output: eventIterator(EmergencyCalls),
    errors: {},
  }),
  /** Calls the other desks. A second call of the same desk is the first one, made louder where the second is not silent. */
  call: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ requestId: RequestId, silent: z.boolean() }),
    output: z.strictObject({ id: Id }),
    errors: {},
  }),
  /** "I am coming", by desk number: also from a screen that is locked. Says nothing about a call that is not on. */
  answer: procedure({
    access: { right: 'public', from: desk },
    input: z.strictObject({ id: Id, desk: DeskNumber }),
    output: Nothing,
    errors: {},
  }),
  /** It is over. Anybody at a desk may say so. */
  end: procedure({
    access: { right: 'queue.work', from: desk },
    input: z.strictObject({ requestId: RequestId, id: Id }),
    output: Nothing,
    errors: {},
  }),
};
