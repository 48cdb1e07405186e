import { callMoment, claimKey } from '../../../shared/queue/calling-claim.rules.ts';
import type { CallingOrder } from '../../../shared/waiting-time/simulate-call.ts';

/** The office's own order of calling, as the forward simulation asks for it. */
export const OWN_ORDER: CallingOrder = (waiting, desk, staffedDesks, nowMs) => {
  const moment = callMoment(waiting, desk, staffedDesks, nowMs);
  return (ticket) => claimKey(ticket, moment);
};
