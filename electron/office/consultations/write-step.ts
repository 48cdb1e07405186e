import { v7 as uuidv7 } from 'uuid';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { findStepPhrase, ownStepBlock } from '../../../shared/steps/step-catalogue.ts';
import { type StepOwner, type StepPhrase } from '../../../shared/steps/step-phrase.contract.ts';
import { fillsItsGaps, phraseText } from '../../../shared/steps/step-phrase.ts';
import type { Who } from '../access/session.ts';
import { getStaff } from '../access/staff.ts';
import { findAddition, ownWordsOf } from '../catalogues/office-catalogue.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { run, type Tx } from '../database/handles.ts';
import { getPartner } from '../partners/partner-row.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { requireContact } from './contact-row.ts';
import { listTopics } from './contact-topics.ts';
import { getStep } from './list-steps.ts';

/** What was agreed: in free words, or with a phrase block. */
export interface StepDraft {
  contactId: string;
  owner: StepOwner;
  /** Null where a block says it. */
  what: string | null;
  phrase?: StepPhrase | null;
  topic: string | null;
  dueOn: LocalDate | null;
  partnerId?: string | null;
  /** Who of us sees to it; the author where it is left out. */
  staffId?: string | null;
}

/**
 * Records what was agreed in a contact. Throws NOT_FOUND, RULE step-without-words without words and block, RULE
 * phrase-gaps when a gap of the block is empty or one is filled that it lacks, RULE phrase-owner when the block is
 * about somebody else, RULE not-offered.
 */
export function addStep(tx: Tx, step: StepDraft, who: Who): { id: string; revision: number } {
  requireContact(tx, step.contactId);
  const phrase = step.phrase ?? null;
  const inTalk = listTopics(tx, step.contactId).map(({ topic }) => topic);
  requireOffered(tx, 'topic', [step.topic, phrase?.topic ?? null], inTalk);
  requireOffered(tx, 'step', [phrase?.id ?? null]);
  const partnerId = phrase === null ? (step.partnerId ?? null) : phrase.partnerId;
  const what = wordsOf(tx, step, partnerId);
  if (step.staffId) getStaff(tx, step.staffId);
  const id = uuidv7();
  run(
    tx,
    `INSERT INTO step (id, contact_id, owner, what, phrase, papers, place, partner_id, topic, due_on, author_id, staff_id, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    step.contactId,
    step.owner,
    what,
    phrase?.id ?? null,
    JSON.stringify(phrase?.papers ?? []),
    phrase?.place ?? null,
    partnerId,
    phrase?.topic ?? step.topic,
    step.dueOn,
    who.staffId,
    step.staffId ?? null,
    tx.at,
  );
  tx.touch({ entity: 'step', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/** The German sentence. A partner that is not there any more is NOT_FOUND. */
function wordsOf(tx: Tx, step: StepDraft, partnerId: string | null): string {
  const partnerName = partnerId === null ? null : getPartner(tx, partnerId).name;
  if (!step.phrase) {
    if (step.what === null) throw rule('step-without-words');
    return step.what;
  }
  const added = findAddition(tx, step.phrase.id, 'step');
  const block = added?.owner ? ownStepBlock({ id: added.id, owner: added.owner }) : findStepPhrase(step.phrase.id);
  if (!block || !fillsItsGaps(block, step.phrase)) throw rule('phrase-gaps');
  if (block.owner !== step.owner) throw rule('phrase-owner');
  if (added) return added.words.de;
  const ownTopic = ownWordsOf(tx, step.phrase.topic);
  return phraseText('de', block.id, { ...step.phrase, partnerName, ownTopic }) ?? '';
}

/**
 * Changes a step or ticks it off; one that was done keeps the time at which it was. Other words or another owner make a
 * block's step free text: no translation may say what was not agreed. Throws CONFLICT.
 */
export function changeStep(
  tx: Tx,
  input: { id: string; revision: number; owner: StepOwner; what: string; dueOn: LocalDate | null; done: boolean },
): { revision: number } {
  const before = getStep(tx, input.id);
  if (before.revision !== input.revision) throw conflict(before.revision);
  const revision = before.revision + 1;
  const doneAt = input.done ? (before.doneAt ?? tx.at) : null;
  run(
    tx,
    `UPDATE step SET owner = ?, what = ?, phrase = CASE WHEN ? THEN phrase END, due_on = ?, done_at = ?, revision = ?
      WHERE id = ?`,
    input.owner,
    input.what,
    input.what === before.what && input.owner === before.owner ? 1 : 0,
    input.dueOn,
    doneAt,
    revision,
    input.id,
  );
  tx.touch({ entity: 'step', id: input.id, op: 'put', fields: ['owner', 'what', 'dueOn', 'done'], revision });
  return { revision };
}

/** Removes a step that was not agreed after all. Throws CONFLICT. */
export function removeStep(tx: Tx, input: { id: string; revision: number }): void {
  const before = getStep(tx, input.id);
  if (before.revision !== input.revision) throw conflict(before.revision);
  run(tx, 'DELETE FROM step WHERE id = ?', input.id);
  tx.touch({ entity: 'step', id: input.id, op: 'delete' });
}
