import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { LetterInput, LetterView } from '../../../shared/letters/letters.contract.ts';
import { sha256Hex } from '../../../shared/node/crypto.ts';
import type { Who } from '../access/session.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { getContact } from '../consultations/contact-row.ts';
import { listTopics } from '../consultations/contact-topics.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { run, type Tx } from '../database/handles.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { getPerson } from '../people/person-row.ts';
import { rule } from '../rpc/faults.ts';
import { answerTo, askedBy, recordAnswer } from '../rpc/requests.ts';
import { composeFor, referenceOf } from './compose.ts';
import { letterHtml } from './letter-html.ts';
import { getLetter, getLetterAt } from './letter-row.ts';
import { printLetter } from './print-letter.ts';
import { insertReferral } from './referrals.ts';

type Printed = Pick<LetterView, 'id' | 'revision' | 'state'>;

/**
 * Stores the letter and its referral in one transaction, prints it outside, and answers with what came of it: `ready`, or
 * `failed` for another try. A retry of the request stores nothing again. Throws NOT_FOUND, RULE unknown-template,
 * RULE not-offered.
 */
export function writeLetter(core: Core, input: { requestId: string; letter: LetterInput }, who: Who): Promise<Printed> {
  return storeAndPrint(core, who, 'letters.write', input, (tx) => insertLetter(tx, input.letter, who));
}

/** Prints a letter again whose print failed. Throws CONFLICT, RULE not-failed. */
export function printAgain(
  core: Core,
  input: { requestId: string; id: string; revision: number },
  who: Who,
): Promise<Printed> {
  return storeAndPrint(core, who, 'letters.printAgain', input, (tx) => {
    const letter = getLetterAt(tx, input);
    if (letter.state !== 'failed') throw rule('not-failed');
    run(tx, "UPDATE letter SET state = 'printing', revision = revision + 1 WHERE id = ?", letter.id);
    tx.touch({ entity: 'letter', id: letter.id, op: 'put', fields: ['state'], revision: letter.revision + 1 });
    return letter.id;
  });
}

const Answer = z.strictObject({ id: z.string() });

async function storeAndPrint(
  core: Core,
  who: Who,
  procedure: string,
  input: { readonly requestId: string },
  store: (tx: Tx) => string,
): Promise<Printed> {
  const asked = askedBy(who, procedure, input);
  const id = writeAndPublish(core, { staffId: who.staffId, procedure }, (tx) => {
    const before = answerTo(tx, asked);
    if (before) return Answer.parse(before.answer).id;
    const stored = store(tx);
    recordAnswer(tx, asked, { id: stored } satisfies z.infer<typeof Answer>);
    return stored;
  });
  await printLetter(core, id);
  const { revision, state } = getLetter(openDatabaseOf(core), id);
  return { id, revision, state };
}

function insertLetter(tx: Tx, input: LetterInput, who: Who): string {
  if (input.personId !== null) requireStanding(tx, input.personId);
  const about = input.contactId === null ? [] : listTopics(tx, input.contactId);
  requireOffered(
    tx,
    'topic',
    [input.topic],
    about.map(({ topic }) => topic),
  );
  const id = uuidv7();
  const { sheet } = composeFor(tx, input, { who, at: tx.at, reference: referenceOf(id) });
  const html = letterHtml(sheet);
  run(
    tx,
    `INSERT INTO letter (id, state, contact_id, person_id, partner_id, template_id, template_version, author_id, employer_id, subject, input, html, html_sha256, written_at)
      VALUES (?, 'printing', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    input.contactId,
    input.personId,
    input.partnerId,
    sheet.template.id,
    sheet.template.version,
    who.staffId,
    who.employerId,
    sheet.subject,
    JSON.stringify(input),
    html,
    sha256Hex(html),
    tx.at,
  );
  tx.touch({ entity: 'letter', id, op: 'put', revision: 1 });
  insertReferral(tx, {
    letterId: id,
    partnerId: input.partnerId,
    topic: input.topic,
    language: spokenLanguage(tx, input),
    replyBy: input.replyBy,
  });
  return id;
}

function spokenLanguage(tx: Tx, { personId, contactId }: LetterInput): string | null {
  const ofPerson = personId === null ? null : getPerson(tx, personId).spoken;
  return ofPerson ?? (contactId === null ? null : getContact(tx, contactId).spoken);
}
