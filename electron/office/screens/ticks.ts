import type { Core } from '../core.ts';
import type { Caller } from '../rpc/handlers.ts';

/** What a screen shows depends on these. */
const TOLD: ReadonlySet<string> = new Set([
  'ticket',
  'queue-day',
  'office',
  'screen-settings',
  'appointment',
  'staff',
  'catalogue',
]);

/** One empty word for each change that a screen may have to show; which change it was is not said. */
export async function* ticks(core: Core, caller: Caller): AsyncGenerator<Record<string, never>, void> {
  const left = caller.connection.left?.signal;
  const signals = [left, caller.signal].filter((signal) => signal !== undefined);
  const signal = AbortSignal.any(signals);
  try {
    // At once: what changed between the screen's question and this moment is not missed.
    yield {};
    for await (const { entity } of core.changes.subscribe('change', { signal })) if (TOLD.has(entity)) yield {};
  } catch (error) {
    // Being told to stop is the ordinary end of a stream.
    if (!signal.aborted) throw error;
  }
}
