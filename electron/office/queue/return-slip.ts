import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { renderReturnSlipHtml } from '../../../shared/queue/return-slip.ts';
import type { Core } from '../core.ts';
import { type Db, findRow, run, type Tx } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';
import { notFound, rule } from '../rpc/faults.ts';
import { ticketLabel } from './ticket-label.ts';
import { getTicket, type Ticket } from './ticket-row.ts';

/** Letters and digits that nobody confuses when they read them out. */
const ALPHABET = 'ACDEFHJKLMNPRTUVWXY34679';
const LENGTH = 4;
/** The priority reason that a slip gives, once. */
export const FIRST_NEXT_TIME = 'first-next-time';

const Row = z.strictObject({ code: z.string(), ticket_id: z.string(), used_by: z.string().nullable() });
const COLUMNS = 'code, ticket_id, used_by';

/** Gives a ticket the code of a slip that says "first next time". It keeps the one that it has. */
export function giveReturnSlip(tx: Tx, ticketId: string): string {
  const before = findRow(tx, Row, `SELECT ${COLUMNS} FROM return_slip WHERE ticket_id = ?`, ticketId);
  if (before) return before.code;
  for (;;) {
    const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    const made = run(
      tx,
      'INSERT INTO return_slip (code, ticket_id, issued_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      code,
      ticketId,
      tx.at,
    );
    if (made > 0) return code;
  }
}

/** The ticket that a slip was given for, as long as nobody has used it. Throws RULE no-such-slip. */
export function findReturnSlip(db: Db, code: string): Ticket {
  const slip = findRow(db, Row, `SELECT ${COLUMNS} FROM return_slip WHERE code = ? AND used_by IS NULL`, code);
  if (!slip) throw rule('no-such-slip');
  return getTicket(db, slip.ticket_id);
}

/** The slip was handed in: it gives priority to this ticket and to no other. */
export function spendReturnSlip(tx: Tx, code: string, ticketId: string): void {
  findReturnSlip(tx, code);
  run(tx, 'UPDATE return_slip SET used_by = ? WHERE code = ?', ticketId, code);
}

/** A ticket that is made void gives its slip back; one whose leaving is taken back has none any more. */
export function releaseReturnSlip(tx: Tx, ticketId: string): void {
  run(tx, 'UPDATE return_slip SET used_by = NULL WHERE used_by = ?', ticketId);
}

/** Takes a slip back that was not used. */
export function withdrawReturnSlip(tx: Tx, ticketId: string): void {
  run(tx, 'DELETE FROM return_slip WHERE ticket_id = ? AND used_by IS NULL', ticketId);
}

/** The printable slip. Throws NOT_FOUND for a ticket that was given none. */
export function returnSlipHtml(db: Db, core: Core, ticketId: string): string {
  const slip = findRow(db, Row, `SELECT ${COLUMNS} FROM return_slip WHERE ticket_id = ?`, ticketId);
  if (!slip) throw notFound();
  const ticket = getTicket(db, ticketId);
  const office = findOffice(db);
  return renderReturnSlipHtml({
    code: slip.code,
    label: ticketLabel(office.ticket_letter, ticket.number),
    day: ticket.day,
    officeName: office.name,
    openingHours: office.opening_hours,
    language: ticket.read,
    fontFaceCss: core.ports.fontFaceCss,
  });
}
