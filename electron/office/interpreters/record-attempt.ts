import type { AttemptView } from '../../../shared/interpreters/interpreters.contract.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import type { Who } from '../access/session.ts';
import { getStaff } from '../access/staff.ts';
import { run, type Tx } from '../database/handles.ts';
import { getTicket } from '../queue/ticket-row.ts';
import { rule } from '../rpc/faults.ts';
import { attemptsOf } from './attempts.ts';
import { followServing } from './follow-serving.ts';
import { getInterpreter } from './interpreter-row.ts';
import { requirePledge } from './pledge.ts';

interface NewAttempt extends Omit<AttemptView, 'at'> {
  ticketId: string;
}

/**
 * Notes one step: asked, could not, came. The contact of a talk that goes on already takes the way of interpreting over,
 * unless somebody has chosen it. Throws NOT_FOUND, RULE not-possible for a ticket of another day or a step without its
 * person, RULE pledge-missing when somebody came who has not pledged secrecy.
 */
export function recordAttempt(tx: Tx, attempt: NewAttempt, who: Who): { ticketId: string } {
  const { ticketId, kind, interpreterId, colleagueId } = attempt;
  refuseOtherDay(tx, ticketId);
  const isCalled = kind === 'volunteer' || kind === 'telephone';
  if ((interpreterId !== null) !== isCalled || (colleagueId !== null) !== (kind === 'tandem'))
    throw rule('not-possible');
  if (interpreterId !== null && getInterpreter(tx, interpreterId).kind !== kind) throw rule('not-possible');
  if (interpreterId !== null && attempt.outcome === 'came') requirePledge(tx, interpreterId);
  if (colleagueId !== null) getStaff(tx, colleagueId);
  append(tx, attempt, who);
  return { ticketId };
}

/** Takes the newest step back. Throws RULE not-possible when there is none. */
export function takeBackAttempt(tx: Tx, ticketId: string, who: Who): { ticketId: string } {
  refuseOtherDay(tx, ticketId);
  const newest = attemptsOf(tx, ticketId).at(-1);
  if (!newest) throw rule('not-possible');
  append(tx, { ...newest, ticketId, outcome: 'taken-back' }, who);
  return { ticketId };
}

function refuseOtherDay(tx: Tx, ticketId: string): void {
  if (getTicket(tx, ticketId).day !== localDateOf(tx.at)) throw rule('not-possible');
}

function append(
  tx: Tx,
  attempt: Omit<NewAttempt, 'outcome'> & { outcome: AttemptView['outcome'] | 'taken-back' },
  who: Who,
): void {
  run(
    tx,
    `INSERT INTO serving_attempt (ticket_id, sequence, kind, outcome, language, interpreter_id, colleague_id, at, staff_id)
     SELECT ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM serving_attempt WHERE ticket_id = ?`,
    attempt.ticketId,
    attempt.kind,
    attempt.outcome,
    attempt.language,
    attempt.interpreterId,
    attempt.colleagueId,
    tx.at,
    who.staffId,
    attempt.ticketId,
  );
  tx.touch({ entity: 'serving-attempt', id: attempt.ticketId, op: 'put', fields: [attempt.outcome] });
  followServing(tx, attempt.ticketId);
}
