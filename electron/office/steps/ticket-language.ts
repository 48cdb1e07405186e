import { z } from 'zod';
import { CANNOT_READ } from '../../../shared/catalogue/catalogue.ts';
import { type Db, findRow } from '../database/handles.ts';

const LanguagesRow = z.strictObject({ understood: z.string(), read: z.string() });

/** The language in which something is written for whoever holds the ticket: what they read, else what they understand. */
export function readLanguageOfTicket(db: Db, ticketId: string | null): string | null {
  if (ticketId === null) return null;
  const row = findRow(db, LanguagesRow, 'SELECT understood, read FROM ticket WHERE id = ?', ticketId);
  if (!row) return null;
  return row.read === CANNOT_READ ? row.understood : row.read;
}
