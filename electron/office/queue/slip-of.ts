import { localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import { renderSlipHtml } from '../../../shared/queue/slip.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { screenSettings } from '../screens/screen-row.ts';
import { findPromise, promisedRange } from '../waiting-time/promise-row.ts';
import { getTicket } from './ticket-row.ts';

/** The slip of a ticket on the office's paper: no name, no topic. Throws NOT_FOUND. */
export function slipOf(db: Db, core: Core, ticketId: string): string {
  const ticket = getTicket(db, ticketId);
  const office = findOffice(db);
  return renderSlipHtml({
    number: ticket.number,
    letterPrefix: office.ticket_letter,
    issuedAtLocal: { date: localDateOf(ticket.arrived_at), time: localTimeOf(ticket.arrived_at) },
    officeName: office.name,
    language: ticket.spoken,
    readLanguage: ticket.read,
    range: promisedRange(findPromise(db, ticketId)),
    paper: screenSettings(db).paper,
    fontFaceCss: core.ports.fontFaceCss,
  });
}
