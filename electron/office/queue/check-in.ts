import type { z } from 'zod';
import type { CheckIn } from '../../../shared/queue/queue.contract.ts';
import type { Who } from '../access/session.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import type { Tx } from '../database/handles.ts';
import { type IssuedTicket, issueTicket } from './issue-ticket.ts';
import { FIRST_NEXT_TIME, findReturnSlip, spendReturnSlip } from './return-slip.ts';

/** What the desk asks at the door; who leaves something out means the ordinary case. */
export type AtTheDoor = Pick<
  z.output<typeof CheckIn>,
  | 'kind'
  | 'spoken'
  | 'understood'
  | 'read'
  | 'topics'
  | 'personId'
  | 'adults'
  | 'children'
  | 'doorNote'
  | 'priorityReason'
> &
  Partial<Pick<z.output<typeof CheckIn>, 'requestId' | 'genderWish' | 'lane' | 'dueAt' | 'returnCode'>>;

/**
 * Gives out the day's next number at the desk. A slip "first next time" gives priority, once. Throws RULE no-such-slip, not-offered, and
 * what `issueTicket` throws.
 */
export function checkIn(tx: Tx, door: AtTheDoor, who: Who): IssuedTicket {
  const code = door.returnCode ?? null;
  if (code !== null) findReturnSlip(tx, code);
  requireOffered(tx, 'topic', door.topics);
  const issued = issueTicket(
    tx,
    {
      ...door,
      priorityReason: door.priorityReason ?? (code === null ? null : FIRST_NEXT_TIME),
      genderWish: door.genderWish ?? null,
      lane: door.lane ?? 'counter',
      // Who says "I have an appointment" without a time that is known here is due now.
      dueAt: door.dueAt ?? (door.kind === 'walk-in' ? null : tx.at),
      source: 'desk',
    },
    who,
  );
  if (code !== null) spendReturnSlip(tx, code, issued.ticketId);
  return issued;
}
