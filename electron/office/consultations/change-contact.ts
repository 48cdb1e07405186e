import type { z } from 'zod';
import type {
  CONTACT_PLACES,
  ContactObstacle,
  ContactTopic,
  INTERPRETER_MODES,
  MEDIA,
} from '../../../shared/consultations/consultations.contract.ts';
import { hasDuplicate, topicsProblem } from '../../../shared/consultations/contact.rules.ts';
import { canBeSworn } from '../../../shared/consultations/legal-effect.rules.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { run, type Tx } from '../database/handles.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { isTicketLeftOver } from '../queue/ticket-in-hand.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { listObstacles, writeObstacles } from './contact-obstacles.ts';
import { leavePerson } from './contact-person.ts';
import { type Contact, getContact } from './contact-row.ts';
import { listTopics, writeTopics } from './contact-topics.ts';

export interface ContactChange {
  contactId: string;
  revision: number;
  personId?: string | null | undefined;
  medium?: (typeof MEDIA)[number] | undefined;
  interpreterMode?: (typeof INTERPRETER_MODES)[number] | undefined;
  interpreterSworn?: boolean | undefined;
  place?: (typeof CONTACT_PLACES)[number] | undefined;
  topics?: z.input<typeof ContactTopic>[] | undefined;
  obstacles?: z.input<typeof ContactObstacle>[] | undefined;
}

/**
 * Replaces what is given of a contact of today, or of a talk that is left over from an earlier day; its ticket follows it to another person. Throws CONFLICT, RULE
 * topic-twice, RULE obstacle-twice, RULE contact-of-another-day, RULE no-topic or topic-without-result for a finished one, RULE cause-not-of-city, RULE not-offered, NOT_FOUND also for an unknown person.
 */
export function changeContact(tx: Tx, input: ContactChange): { revision: number } {
  const contact = getContact(tx, input.contactId);
  if (contact.revision !== input.revision) throw conflict(contact.revision);
  const leftOver = contact.ticket_id !== null && isTicketLeftOver(tx, contact.ticket_id);
  if (contact.day !== localDateOf(tx.at) && !leftOver) throw rule('contact-of-another-day');
  if (hasDuplicate(input.topics?.map((topic) => topic.topic) ?? [])) throw rule('topic-twice');
  if (hasDuplicate(input.obstacles?.map((obstacle) => obstacle.obstacle) ?? [])) throw rule('obstacle-twice');
  // What counts already keeps to what was asked before it counted.
  const problem = contact.finished_at !== null && input.topics ? topicsProblem(input.topics) : null;
  if (problem) throw rule(problem);
  if (input.personId) requireStanding(tx, input.personId);
  requireEntries(tx, contact, input);

  const personId = input.personId === undefined ? contact.person_id : input.personId;
  leavePerson(tx, contact, personId);
  const revision = contact.revision + 1;
  const interpreterMode = input.interpreterMode ?? contact.interpreter_mode;
  const sameInterpreter = interpreterMode === contact.interpreter_mode;
  run(
    tx,
    `UPDATE contact SET person_id = ?, medium = ?, medium_touched = max(medium_touched, ?), place = ?, place_touched = max(place_touched, ?),
      interpreter_mode = ?, interpreter_touched = max(interpreter_touched, ?), interpreter_sworn = ?, revision = ? WHERE id = ?`,
    personId,
    input.medium ?? contact.medium,
    input.medium === undefined ? 0 : 1,
    input.place ?? contact.place,
    input.place === undefined ? 0 : 1,
    interpreterMode,
    input.interpreterMode === undefined ? 0 : 1,
    // Who interprets otherwise is another person: what was said of the one before does not hold for them.
    canBeSworn(interpreterMode) && (input.interpreterSworn ?? (sameInterpreter && contact.interpreter_sworn)) ? 1 : 0,
    revision,
    contact.id,
  );
  if (input.topics) writeTopics(tx, contact.id, input.topics);
  if (input.obstacles) writeObstacles(tx, { ...contact, person_id: personId }, input.obstacles);
  tx.touch({ entity: 'contact', id: contact.id, op: 'put', fields: givenFields(input), revision });
  return { revision };
}

/** What the contact says already may stay, also where it is not offered any more. */
function requireEntries(tx: Tx, contact: Contact, { topics = [], obstacles = [] }: ContactChange): void {
  const before = listTopics(tx, contact.id);
  requireOffered(
    tx,
    'topic',
    topics.map(({ topic }) => topic),
    before.map(({ topic }) => topic),
  );
  requireOffered(
    tx,
    'result',
    topics.map(({ result }) => result),
    before.map(({ result }) => result),
  );
  const said = listObstacles(tx, contact);
  const named = (all: readonly { obstacle: string; cause?: string | null | undefined }[]) =>
    all.flatMap(({ obstacle, cause = null }) => [obstacle, cause]);
  requireOffered(tx, 'obstacle', named(obstacles), named(said));
}

function givenFields({ contactId: _id, revision: _revision, ...fields }: ContactChange): string[] {
  return Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : name));
}
