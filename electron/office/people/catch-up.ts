import { z } from 'zod';
import { INTERPRETER_MODES } from '../../../shared/consultations/consultations.contract.ts';
import { AWAITED_SHOWN, type CatchUp, PROMISES_SHOWN } from '../../../shared/people/catch-up.ts';
import { STEP_OWNERS } from '../../../shared/steps/step-phrase.contract.ts';
import type { Who } from '../access/session.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { listReleases } from '../releases/release-row.ts';
import { requirePerson } from './person-row.ts';

const StepRow = z.strictObject({
  id: z.string(),
  owner: z.enum(STEP_OWNERS),
  what: z.string(),
  due_on: z.string().nullable(),
});
const ReplyRow = z.strictObject({
  id: z.string(),
  subject: z.string(),
  partner_name: z.string(),
  reply_by: z.string().nullable(),
});
const InterpretedRow = z.strictObject({ interpreter_mode: z.enum(INTERPRETER_MODES), started_at: z.string() });
const MissedRow = z.strictObject({ day: z.string().nullable() });

const OPEN_STEPS = `SELECT step.id, owner, what, due_on FROM step JOIN contact ON contact.id = contact_id
  WHERE person_id = ? AND done_at IS NULL ORDER BY step.created_at DESC, step.id DESC`;
const AWAITED_REPLIES = `SELECT referral.id, letter.subject, partner.name AS partner_name, reply_by
  FROM referral JOIN letter ON letter.id = letter_id JOIN partner ON partner.id = referral.partner_id
  WHERE letter.person_id = ? AND referral.state = 'awaiting' ORDER BY reply_by IS NULL, reply_by, referral.id`;
const LAST_TALK = `SELECT interpreter_mode, started_at FROM contact WHERE person_id = ? ORDER BY started_at DESC, id DESC LIMIT 1`;
// A talk or another appointment after the missed one has answered it.
const MISSED = `SELECT max(day) AS day FROM appointment AS missed JOIN appointment_person ON appointment_id = missed.id
  WHERE person_id = ? AND status = 'no-show'
    AND NOT EXISTS (SELECT 1 FROM contact WHERE contact.person_id = ? AND contact.day > missed.day)
    AND NOT EXISTS (SELECT 1 FROM appointment AS later JOIN appointment_person AS theirs ON theirs.appointment_id = later.id
      WHERE theirs.person_id = ? AND later.day > missed.day AND later.status <> 'revoked')`;

/** What a reader needs before they go on with a person. Nothing of a note. Throws NOT_FOUND. */
export function catchUp(db: Db, personId: string, reader: Who): CatchUp {
  requirePerson(db, personId);
  const today = reader.today();
  const overdue = (dueOn: string | null) => dueOn !== null && dueOn < today;
  const steps = listRows(db, StepRow, OPEN_STEPS, personId);
  const promises = steps.filter(({ owner }) => owner === 'us');
  const replies = listRows(db, ReplyRow, AWAITED_REPLIES, personId);
  const talk = findRow(db, InterpretedRow, LAST_TALK, personId);
  const awaited: CatchUp['awaited'] = [
    ...steps
      .filter(({ owner }) => owner !== 'us')
      .map(({ id, owner, what, due_on: dueOn }) => ({
        id,
        owner,
        what,
        partnerName: null,
        dueOn,
        overdue: overdue(dueOn),
      })),
    ...replies.map(({ id, subject, partner_name: partnerName, reply_by: dueOn }) => ({
      id,
      owner: 'partner' as const,
      what: subject,
      partnerName,
      dueOn,
      overdue: overdue(dueOn),
    })),
  ];
  return {
    promises: promises
      .slice(0, PROMISES_SHOWN)
      .map(({ id, what, due_on: dueOn }) => ({ id, what, dueOn, overdue: overdue(dueOn) })),
    morePromises: Math.max(0, promises.length - PROMISES_SHOWN),
    awaited: mostPressing(awaited),
    moreAwaited: Math.max(0, awaited.length - AWAITED_SHOWN),
    lastInterpreted: talk && { mode: talk.interpreter_mode, at: talk.started_at },
    missedOn: findRow(db, MissedRow, MISSED, personId, personId, personId)?.day ?? null,
    releases: listReleases(db, personId, today)
      .filter(({ state }) => state === 'active')
      .map(({ from, to, validUntil }) => ({ from, to, validUntil })),
  };
}

/** Those that are due first, what has no day last; all of them as they come where all are shown. */
function mostPressing(awaited: CatchUp['awaited']): CatchUp['awaited'] {
  if (awaited.length <= AWAITED_SHOWN) return awaited;
  const dayOf = ({ dueOn }: CatchUp['awaited'][number]) => dueOn ?? '9999';
  return awaited.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b))).slice(0, AWAITED_SHOWN);
}
