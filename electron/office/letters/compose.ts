import { type Instant, localDateOf } from '../../../shared/kernel/instants.ts';
import { type ComposedLetter, composeLetter } from '../../../shared/letters/compose-letter.ts';
import type { LetterInput } from '../../../shared/letters/letters.contract.ts';
import type { Who } from '../access/session.ts';
import { ownWordsOf } from '../catalogues/office-catalogue.ts';
import { requireContact } from '../consultations/contact-row.ts';
import type { Db } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { getEmployer } from '../office/settings.ts';
import { getPartner } from '../partners/partner-row.ts';
import { getPerson } from '../people/person-row.ts';
import { getTemplate } from './templates.ts';

/**
 * The letter that the author's input makes now, under the letterhead of the author's employer. `reference`: blank while
 * the letter is not written. Throws NOT_FOUND for an unknown contact, person or partner, RULE unknown-template.
 */
export function composeFor(
  db: Db,
  input: LetterInput,
  { who, at, reference }: { who: Who; at: Instant; reference: string },
): ComposedLetter {
  const { contactId, personId, partnerId, templateId, ...letter } = input;
  const template = getTemplate(db, templateId);
  const partner = getPartner(db, partnerId);
  const person = personId === null ? null : getPerson(db, personId);
  if (contactId !== null) requireContact(db, contactId);
  const { letterhead } = getEmployer(db, who.employerId);
  const office = findOffice(db);
  return composeLetter({
    template,
    letter,
    ownTopic: ownWordsOf(db, letter.topic),
    person,
    partner,
    letterhead,
    office: { name: office.name, address: office.address, openingHours: office.opening_hours },
    author: { name: who.displayName, phone: letterhead.phone, email: letterhead.email },
    writtenOn: localDateOf(at),
    reference,
  });
}

/** What a partner quotes when answering: the end of the letter's id, which tells nothing about anybody. */
export function referenceOf(letterId: string): string {
  return letterId.slice(-8).toUpperCase();
}
