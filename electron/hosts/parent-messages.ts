import { z } from 'zod';
import { Instant } from '../../shared/kernel/instants.ts';

/** What a host process is told by the process that started it (build/start.ts, the demo, tests). */
export const ToHost = z.discriminatedUnion('type', [
  /** Moves a driven clock on. */
  z.strictObject({ type: z.literal('clock'), now: Instant }),
  /** The answer to `bring-to-front`: whether there is a window. */
  z.strictObject({ type: z.literal('in-front'), done: z.boolean() }),
]);
export type ToHost = z.infer<typeof ToHost>;

/** What a host process tells the process that started it. */
export const FromHost = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('clock-moved'), now: Instant }),
  /** Tandem was started a second time on the same data. */
  z.strictObject({ type: z.literal('bring-to-front') }),
]);
export type FromHost = z.infer<typeof FromHost>;
