import { z } from 'zod';
import type { AttemptView } from '../../../shared/interpreters/interpreters.contract.ts';
import { SERVING_STEPS } from '../../../shared/interpreters/serving.rules.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { type Db, listRows } from '../database/handles.ts';

const AttemptRow = z
  .strictObject({
    ticket_id: z.string(),
    kind: z.enum(SERVING_STEPS),
    outcome: z.enum(['asked', 'could-not', 'came', 'taken-back']),
    language: z.string(),
    interpreter_id: z.string().nullable(),
    colleague_id: z.string().nullable(),
    at: z.string(),
  })
  .transform(({ ticket_id: ticketId, interpreter_id: interpreterId, colleague_id: colleagueId, ...attempt }) => ({
    ticketId,
    attempt: { ...attempt, interpreterId, colleagueId },
  }));
type Stored = z.output<typeof AttemptRow>['attempt'];

const SELECT = `SELECT ticket_id, serving_attempt.kind, outcome, language, interpreter_id, colleague_id, at FROM serving_attempt`;

/** What was tried for a ticket, oldest first; what was taken back is not in it. */
export function attemptsOf(db: Db, ticketId: string): AttemptView[] {
  const rows = listRows(db, AttemptRow, `${SELECT} WHERE ticket_id = ? ORDER BY sequence`, ticketId);
  return counting(rows.map(({ attempt }) => attempt));
}

/** The same for all tickets of a day. */
export function attemptsOfDay(db: Db, day: LocalDate): Map<string, AttemptView[]> {
  return attemptsOfDays(db, day, day);
}

/** The same for all tickets of these local days, both included. */
export function attemptsOfDays(db: Db, fromDay: LocalDate, toDay: LocalDate): Map<string, AttemptView[]> {
  const sql = `${SELECT} JOIN ticket ON ticket.id = ticket_id WHERE day BETWEEN ? AND ? ORDER BY ticket_id, sequence`;
  const byTicket = Map.groupBy(listRows(db, AttemptRow, sql, fromDay, toDay), ({ ticketId }) => ticketId);
  return new Map([...byTicket].map(([id, rows]) => [id, counting(rows.map(({ attempt }) => attempt))]));
}

function counting(stored: readonly Stored[]): AttemptView[] {
  const attempts: AttemptView[] = [];
  for (const { outcome, ...attempt } of stored) {
    if (outcome === 'taken-back') attempts.pop();
    else attempts.push({ ...attempt, outcome });
  }
  return attempts;
}

/** The keys (stepKey) of those who were asked and could not. */
export function triedInVain(attempts: readonly AttemptView[]): Set<string> {
  return new Set(
    attempts.flatMap(({ kind, outcome, interpreterId, colleagueId }) =>
      outcome === 'could-not' && kind !== 'appointment' ? `${kind}:${interpreterId ?? colleagueId ?? ''}` : [],
    ),
  );
}
