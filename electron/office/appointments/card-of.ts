import { type BringPhrase, renderAppointmentCard } from '../../../shared/appointments/card.ts';
import { bringItemsFor } from '../../../shared/letters/bring-items.rules.ts';
import type { Who } from '../access/session.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { getEmployer } from '../office/settings.ts';
import { getPerson } from '../people/person-row.ts';
import { getAppointment } from './appointment-row.ts';
import { appointmentSettings } from './appointment-settings.ts';
import { findOutpost } from './outposts.ts';

/**
 * The reminder card of an appointment in a language, else in the one that its person reads. The telephone number is that of
 * the employer of whoever prints it. Throws NOT_FOUND.
 */
export function cardOf(db: Db, core: Core, appointmentId: string, language: string | null, reader: Who): string {
  const appointment = getAppointment(db, appointmentId);
  const office = findOffice(db);
  const outpost = appointment.outpostId === null ? null : findOutpost(db, appointment.outpostId);
  const [personId] = appointment.personIds;
  const person = personId === undefined ? null : getPerson(db, personId);
  const things = appointment.topics.flatMap((topic) => bringItemsFor(topic));
  return renderAppointmentCard({
    day: appointment.day,
    from: appointment.from,
    place: appointment.place,
    number: appointment.number,
    officeName: office.name,
    address: outpost ? `${outpost.name}, ${outpost.address}` : office.address,
    way: outpost ? outpost.way : appointmentSettings(db).way,
    phone: getEmployer(db, reader.employerId).letterhead.phone,
    bring: [...new Set(['id' as const, 'papers' as const, ...things])].filter(isOnCard),
    language: language ?? person?.read ?? appointment.language ?? person?.spoken ?? 'de',
    fontFaceCss: core.ports.fontFaceCss,
  });
}

/** "This letter" is a thing of the companion page. */
function isOnCard(item: string): item is BringPhrase {
  return item !== 'letter';
}
