import { z } from 'zod';
import type { StepView } from '../../../shared/consultations/consultations.contract.ts';
import type { Instant, LocalDate } from '../../../shared/kernel/instants.ts';
import { findStepPhrase } from '../../../shared/steps/step-catalogue.ts';
import { STEP_OWNERS } from '../../../shared/steps/step-phrase.contract.ts';
import { jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

/** An agreed step and when it was agreed. */
export interface Step extends StepView {
  createdAt: Instant;
  /** The language of the talk. */
  spoken: string;
}

const StepRow = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    contact_id: z.string(),
    person_id: z.string().nullable(),
    owner: z.enum(STEP_OWNERS),
    what: z.string(),
    phrase: z.string().nullable(),
    papers: jsonColumn(z.array(z.string())),
    place: z.string().nullable(),
    topic: z.string().nullable(),
    due_on: z.string().nullable(),
    done_at: z.string().nullable(),
    created_at: z.string(),
    spoken: z.string(),
    staff_id: z.string(),
    partner_id: z.string().nullable(),
    partner_name: z.string().nullable(),
    partner_phone: z.string().nullable(),
    partner_hours: z.string().nullable(),
  })
  .transform(
    (row): Step => ({
      id: row.id,
      revision: row.revision,
      contactId: row.contact_id,
      personId: row.person_id,
      owner: row.owner,
      what: row.what,
      phrase:
        row.phrase === null
          ? null
          : {
              id: row.phrase,
              papers: row.papers,
              place: row.place,
              partnerId: row.partner_id,
              topic: findStepPhrase(row.phrase)?.slots.includes('topic') ? row.topic : null,
            },
      topic: row.topic,
      dueOn: row.due_on,
      doneAt: row.done_at,
      createdAt: row.created_at,
      spoken: row.spoken,
      staffId: row.staff_id,
      partner:
        row.partner_id === null
          ? null
          : {
              id: row.partner_id,
              name: row.partner_name ?? '',
              phone: row.partner_phone ?? '',
              hours: row.partner_hours ?? '',
            },
    }),
  );

const SELECT = `SELECT step.id, step.revision, contact_id, person_id, owner, what, phrase, papers, step.place, step.topic, due_on, done_at,
    step.created_at, spoken, coalesce(step.staff_id, author_id) AS staff_id, partner_id, partner.name AS partner_name,
    partner.phone AS partner_phone, partner.hours AS partner_hours
  FROM step JOIN contact ON contact.id = contact_id LEFT JOIN partner ON partner.id = partner_id`;

/** A step. Throws NOT_FOUND. */
export function getStep(db: Db, id: string): Step {
  const step = findRow(db, StepRow, `${SELECT} WHERE step.id = ?`, id);
  if (!step) throw notFound();
  return step;
}

/** The steps agreed in a contact, or in all contacts of a person, in the order in which they were agreed. */
export function listStepsOf(db: Db, of: { contactId: string } | { personId: string }): Step[] {
  return 'contactId' in of
    ? listRows(db, StepRow, `${SELECT} WHERE contact_id = ? ORDER BY step.id`, of.contactId)
    : listRows(db, StepRow, `${SELECT} WHERE person_id = ? ORDER BY step.id`, of.personId);
}

/** More than these are open only where nobody ticks off. */
const MOST_OPEN = 2000;

/** The open steps, the one that was agreed last first. */
export function listOpenSteps(db: Db): Step[] {
  return listRows(db, StepRow, `${SELECT} WHERE done_at IS NULL ORDER BY step.id DESC LIMIT ${MOST_OPEN}`);
}

/** Open steps that are due up to and on the day. */
export function listDueSteps(db: Db, until: LocalDate): (Step & { dueOn: LocalDate })[] {
  // The query leaves out what has no due date.
  return listRows(
    db,
    StepRow,
    `${SELECT} WHERE done_at IS NULL AND due_on <= ? ORDER BY due_on, step.id`,
    until,
  ).flatMap((step) => (step.dueOn === null ? [] : { ...step, dueOn: step.dueOn }));
}
