import { CANNOT_READ } from '../../../shared/catalogue/catalogue.ts';
import { isOwnId } from '../../../shared/catalogue/own-ids.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { renderStepSheet } from '../../../shared/steps/render-step-sheet.ts';
import type { SheetAppointment, SheetPlace, SheetStep } from '../../../shared/steps/step-sheet.ts';
import type { Who } from '../access/session.ts';
import { getAppointment } from '../appointments/appointment-row.ts';
import { appointmentSettings } from '../appointments/appointment-settings.ts';
import { findOutpost } from '../appointments/outposts.ts';
import { ownWordsOf } from '../catalogues/office-catalogue.ts';
import { type Contact, getContact } from '../consultations/contact-row.ts';
import { listStepsOf, type Step } from '../consultations/list-steps.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { getEmployer } from '../office/settings.ts';
import { getPartner } from '../partners/partner-row.ts';
import { getPerson } from '../people/person-row.ts';
import { readLanguageOfTicket } from './ticket-language.ts';

export interface SheetRequest {
  contactId: string;
  /** Null: the one that the client reads, as the ticket or the person says. */
  language: string | null;
  appointmentId: string | null;
  planned: (Pick<SheetAppointment, 'day' | 'from' | 'place'> & { outpostId: string | null }) | null;
}

/** The client's sheet of a contact's open steps. The telephone number is that of the employer of whoever prints it. Throws NOT_FOUND. */
export function sheetOf(db: Db, core: Core, request: SheetRequest, reader: Who): { html: string; language: string } {
  const contact = getContact(db, request.contactId);
  const office = findOffice(db);
  const steps = listStepsOf(db, { contactId: contact.id }).filter((step) => step.doneAt === null);
  const language = request.language ?? languageOf(db, contact);
  const html = renderStepSheet({
    language,
    handedOutOn: localDateOf(core.ports.clock.now()),
    office: {
      name: office.name,
      address: office.address,
      way: appointmentSettings(db).way,
      phone: getEmployer(db, reader.employerId).letterhead.phone,
      hours: office.opening_hours,
    },
    steps: steps.map((step) => sheetStep(db, step)),
    places: placesOf(db, steps),
    appointment: appointmentOf(db, request),
    fontFaceCss: core.ports.fontFaceCss,
  });
  return { html, language };
}

function languageOf(db: Db, contact: Contact): string {
  const person = contact.person_id === null ? null : getPerson(db, contact.person_id);
  const reads = person?.read === CANNOT_READ ? null : person?.read;
  return readLanguageOfTicket(db, contact.ticket_id) ?? reads ?? contact.spoken;
}

function sheetStep(db: Db, { owner, what, phrase, partner, dueOn }: Step): SheetStep {
  if (phrase && isOwnId(phrase.id)) {
    const ownWords = ownWordsOf(db, phrase.id);
    // The block may have been reworded since: no translation may say what was not agreed.
    return { owner, what, phrase: null, ownWords: ownWords?.de === what ? ownWords : null, dueOn };
  }
  const said = phrase && {
    id: phrase.id,
    papers: phrase.papers,
    place: phrase.place,
    partnerName: partner?.name ?? null,
    topic: phrase.topic,
    ownTopic: ownWordsOf(db, phrase.topic),
  };
  return { owner, what, phrase: said, dueOn };
}

/** Each partner that a step leads to, once. */
function placesOf(db: Db, steps: readonly Step[]): SheetPlace[] {
  const ids = new Set(steps.flatMap((step) => step.partner?.id ?? []));
  return [...ids].map((id) => {
    const { name, street, postalCodeAndTown, phone, hours, way } = getPartner(db, id);
    return { name, addressLines: [street, postalCodeAndTown], phone, hours, way };
  });
}

function appointmentOf(db: Db, { appointmentId, planned }: SheetRequest): SheetAppointment | null {
  const booked = appointmentId === null ? null : getAppointment(db, appointmentId);
  const found = booked ?? planned;
  if (!found) return null;
  const outpost = found.outpostId === null ? null : findOutpost(db, found.outpostId);
  return {
    day: found.day,
    from: found.from,
    place: found.place,
    number: booked?.number ?? null,
    address: outpost ? `${outpost.name}, ${outpost.address}` : findOffice(db).address,
    way: outpost ? outpost.way : appointmentSettings(db).way,
  };
}
