import { v7 as uuidv7 } from 'uuid';
import type { Who } from '../access/session.ts';
import { getAppointment } from '../appointments/appointment-row.ts';
import { requireContact } from '../consultations/contact-row.ts';
import { run, type Tx } from '../database/handles.ts';

/** Records that the sheet of a contact was handed over. Throws NOT_FOUND. */
export function handOutSheet(
  tx: Tx,
  sheet: { contactId: string; language: string; appointmentId: string | null },
  who: Who,
): { id: string } {
  requireContact(tx, sheet.contactId);
  if (sheet.appointmentId !== null) getAppointment(tx, sheet.appointmentId);
  const id = uuidv7();
  run(
    tx,
    'INSERT INTO step_sheet (id, contact_id, language, appointment_id, staff_id, handed_out_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    sheet.contactId,
    sheet.language,
    sheet.appointmentId,
    who.staffId,
    tx.at,
  );
  tx.touch({ entity: 'step-sheet', id, op: 'put' });
  return { id };
}

/** Takes the appointments away from a contact's sheets: they are of whoever the talk was with before. */
export function untieSheets(tx: Tx, contactId: string): void {
  run(tx, 'UPDATE step_sheet SET appointment_id = NULL WHERE contact_id = ?', contactId);
}
