import type { ChangeEvent } from '../../../shared/changes/changes.contract.ts';
import { contract } from '../../../shared/contract.ts';
import type { Core } from '../core.ts';
import { type Handler, task, whoCalls } from '../rpc/handlers.ts';

export const changesHandlers = {
  watch: task(contract.changes.watch, (core, _input, caller) => {
    const ended = whoCalls(caller).ended.signal;
    // The stream ends with the session, so that a locked screen is told nothing.
    return changesUntil(core, caller.signal ? AbortSignal.any([ended, caller.signal]) : ended);
  }),
} satisfies Record<keyof typeof contract.changes, Handler>;

async function* changesUntil(core: Core, signal: AbortSignal): AsyncGenerator<ChangeEvent, void> {
  try {
    yield* core.changes.subscribe('change', { signal });
  } catch (error) {
    // Being told to stop is the ordinary end of a stream.
    if (!signal.aborted) throw error;
  }
}
