import type { ContactView } from '../../../shared/consultations/consultations.contract.ts';
import type { Who } from '../access/session.ts';
import { getStaff } from '../access/staff.ts';
import type { Db } from '../database/handles.ts';
import { knownPerson } from '../people/person-row.ts';
import { listObstacles } from './contact-obstacles.ts';
import { getContact } from './contact-row.ts';
import { listTopics } from './contact-topics.ts';
import { isInterpreterModeTouched } from './interpreter-mode.ts';
import { listStepsOf } from './list-steps.ts';
import { listNotes } from './notes/list-notes.ts';

/** A contact as this reader may see it. Throws NOT_FOUND. */
export function contactView(db: Db, contactId: string, reader: Who): ContactView {
  const contact = getContact(db, contactId);
  return {
    id: contact.id,
    revision: contact.revision,
    ticketId: contact.ticket_id,
    person: knownPerson(db, contact.person_id),
    spoken: contact.spoken,
    medium: contact.medium,
    interpreterMode: contact.interpreter_mode,
    interpreterPrefilled: contact.interpreter_mode !== 'none' && !isInterpreterModeTouched(db, contactId),
    interpreterSworn: contact.interpreter_sworn,
    place: contact.place,
    mediumPrefilled: !contact.medium_touched,
    placePrefilled: !contact.place_touched,
    startedAt: contact.started_at,
    finishedAt: contact.finished_at,
    minutes: contact.minutes,
    staffId: contact.staff_id,
    staffName: getStaff(db, contact.staff_id).display_name,
    topics: listTopics(db, contactId),
    obstacles: listObstacles(db, contact),
    steps: listStepsOf(db, { contactId }).map(({ createdAt: _, spoken: __, ...step }) => step),
    notes: listNotes(db, reader, { contactId }),
  };
}
