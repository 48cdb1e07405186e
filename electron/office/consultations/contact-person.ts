import { releaseAppointment } from '../appointments/release-appointment.ts';
import { run, type Tx } from '../database/handles.ts';
import { untieLetters } from '../letters/untie-letters.ts';
import { cutObstaclesFromPerson } from '../obstacles/obstacle-events.ts';
import { forgetMerged } from '../people/duplicates/merged-rows.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { setTicketPerson } from '../queue/act-on-ticket.ts';
import { forgetEarlierPerson } from '../queue/change-ticket.ts';
import { conflict } from '../rpc/faults.ts';
import { untieSheets } from '../steps/hand-out.ts';
import { type Contact, getContact } from './contact-row.ts';
import { cutNotesFromPerson } from './notes/note-about.ts';
import { outdateOtherTalks } from './other-talks.ts';

/**
 * Cuts what ties a contact to the person whose it was, and lets its ticket follow to the new one. The contact's own row is
 * the caller's. An anonymous matter must not be found from somebody's page, letter or appointment, by nobody.
 */
export function leavePerson(tx: Tx, contact: Contact, personId: string | null): void {
  if (contact.person_id === personId) return;
  // What was noticed in it goes along, away from the talks of the one and into those of the other.
  for (const one of [contact.person_id, personId]) outdateOtherTalks(tx, one, contact.id);
  cutNotesFromPerson(tx, contact.id);
  cutObstaclesFromPerson(tx, contact.id);
  untieSheets(tx, contact.id);
  if (contact.person_id !== null) untieLetters(tx, contact.id, contact.person_id);
  if (personId === null) forgetMerged(tx, contact.id, contact.ticket_id);
  if (contact.ticket_id === null) return;
  setTicketPerson(tx, contact.ticket_id, personId);
  if (personId !== null) return;
  forgetEarlierPerson(tx, contact.ticket_id);
  releaseAppointment(tx, contact.ticket_id);
}

/** Puts a contact of any day to a person or to nobody. Throws CONFLICT, NOT_FOUND also for an unknown person. */
export function moveMatter(
  tx: Tx,
  input: { contactId: string; revision: number; personId: string | null },
): { revision: number } {
  const contact = getContact(tx, input.contactId);
  if (contact.revision !== input.revision) throw conflict(contact.revision);
  if (input.personId !== null) requireStanding(tx, input.personId);
  leavePerson(tx, contact, input.personId);
  const revision = contact.revision + 1;
  run(tx, 'UPDATE contact SET person_id = ?, revision = ? WHERE id = ?', input.personId, revision, contact.id);
  tx.touch({ entity: 'contact', id: contact.id, op: 'put', fields: ['personId'], revision });
  return { revision };
}
