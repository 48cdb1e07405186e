import type { FollowUp } from '../../../shared/consultations/consultations.contract.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import type { Db } from '../database/handles.ts';
import { listAwaitedReplies } from '../letters/referrals.ts';
import { displayNames } from '../people/person-row.ts';
import { listDueSteps } from './list-steps.ts';

/** Open steps and awaited answers that are due up to and on the day, the oldest first. */
export function listFollowUps(db: Db, until: LocalDate): FollowUp[] {
  const steps = listDueSteps(db, until);
  const replies = listAwaitedReplies(db, until);
  const names = displayNames(db, [...new Set([...steps, ...replies].flatMap((one) => one.personId ?? []))]);
  const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
  const due: FollowUp[] = [
    ...steps.map((step) => ({
      kind: 'step' as const,
      id: step.id,
      revision: step.revision,
      dueOn: step.dueOn,
      owner: step.owner,
      what: step.what,
      person: named(step.personId),
      partnerName: step.partner?.name ?? null,
      partnerPhone: step.partner?.phone ?? null,
      partnerHours: step.partner?.hours ?? null,
      language: step.spoken,
      staffId: step.staffId,
    })),
    ...replies.map((reply) => ({
      kind: 'reply' as const,
      id: reply.id,
      revision: reply.revision,
      dueOn: reply.replyBy,
      owner: 'partner' as const,
      what: reply.subject,
      person: named(reply.personId),
      partnerName: reply.partnerName,
      partnerPhone: reply.partnerPhone,
      partnerHours: reply.partnerHours,
      language: reply.language,
      staffId: reply.staffId,
    })),
  ];
  return due.sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id));
}
