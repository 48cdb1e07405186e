import { z } from 'zod';
import type { INTERPRETER_MODES } from '../../../shared/consultations/consultations.contract.ts';
import { type Db, run, type Tx } from '../database/handles.ts';
import { findContactOfTicket } from './contact-row.ts';

/** Whether somebody has said how a contact was interpreted; else it follows what happened at the door. */
export function isInterpreterModeTouched(db: Db, contactId: string): boolean {
  return (
    z.int().parse(db.statement('SELECT interpreter_touched FROM contact WHERE id = ?').pluck(true).get(contactId)) === 1
  );
}

/** Takes the way of interpreting over from the door, as long as nobody has said otherwise. */
export function followInterpreterMode(tx: Tx, ticketId: string, mode: (typeof INTERPRETER_MODES)[number]): void {
  const contact = findContactOfTicket(tx, ticketId);
  if (!contact || contact.interpreter_mode === mode || isInterpreterModeTouched(tx, contact.id)) return;
  const revision = contact.revision + 1;
  run(tx, 'UPDATE contact SET interpreter_mode = ?, revision = ? WHERE id = ?', mode, revision, contact.id);
  tx.touch({ entity: 'contact', id: contact.id, op: 'put', fields: ['interpreterMode'], revision });
}
