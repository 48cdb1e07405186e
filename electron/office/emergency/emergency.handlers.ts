import { contract } from '../../../shared/contract.ts';
import type { EmergencyCalls } from '../../../shared/emergency/emergency.contract.ts';
import { type Core, writeAndPublish } from '../core.ts';
import { command, type Handler, task } from '../rpc/handlers.ts';
import { answerCall, callForHelp, endCall, listEmergencies } from './emergency-row.ts';

const { emergency } = contract;

export const emergencyHandlers = {
  watch: task(emergency.watch, (core, _input, { signal }) => callsUntil(core, signal)),
  call: command(emergency.call, (tx, input, who) => ({
    id: callForHelp(tx, { desk: who.desk, silent: input.silent }, who),
  })),
  answer: task(emergency.answer, (core, input, { who }) => {
    // Where the office is closed nobody has called.
    if (core.database)
      writeAndPublish(core, { staffId: who?.staffId ?? null, procedure: 'emergency.answer' }, (tx) =>
        answerCall(tx, input.id, input.desk),
      );
    return {};
  }),
  end: command(emergency.end, (tx, input) => {
    endCall(tx, input.id);
    return {};
  }),
} satisfies Record<keyof typeof emergency, Handler>;

const callsOn = (core: Core): EmergencyCalls => ({ calls: core.database ? listEmergencies(core.database) : [] });

async function* callsUntil(core: Core, signal: AbortSignal | undefined): AsyncGenerator<EmergencyCalls, void> {
  // Subscribed before the first look, so that a call between the two is not missed.
  const changes = core.changes.subscribe('change', signal ? { signal } : {});
  yield callsOn(core);
  try {
    for await (const { entity } of changes) if (entity === 'emergency') yield callsOn(core);
  } catch (error) {
    // Being told to stop is the ordinary end of a stream.
    if (!signal?.aborted) throw error;
  }
}
