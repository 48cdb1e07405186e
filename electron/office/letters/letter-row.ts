import { z } from 'zod';
import { HAND_OVER_WAYS, LETTER_STATES } from '../../../shared/letters/letters.contract.ts';
import { type Db, findRow } from '../database/handles.ts';
import { conflict, notFound } from '../rpc/faults.ts';

/** A letter without its text and PDF. */
export const LetterRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  state: z.enum(LETTER_STATES),
  contact_id: z.string().nullable(),
  person_id: z.string().nullable(),
  partner_id: z.string(),
  template_version: z.int(),
  author_id: z.string(),
  employer_id: z.string(),
  subject: z.string(),
  handed_over_way: z.enum(HAND_OVER_WAYS).nullable(),
  handed_over_at: z.string().nullable(),
  written_at: z.string(),
});
export type Letter = z.infer<typeof LetterRow>;

export const LETTER_COLUMNS =
  'id, revision, state, contact_id, person_id, partner_id, template_version, author_id, employer_id, subject, handed_over_way, handed_over_at, written_at';

/** A letter. Throws NOT_FOUND. */
export function getLetter(db: Db, id: string): Letter {
  const letter = findRow(db, LetterRow, `SELECT ${LETTER_COLUMNS} FROM letter WHERE id = ?`, id);
  if (!letter) throw notFound();
  return letter;
}

/** A letter as the caller saw it. Throws NOT_FOUND, CONFLICT. */
export function getLetterAt(db: Db, { id, revision }: { id: string; revision: number }): Letter {
  const letter = getLetter(db, id);
  if (letter.revision !== revision) throw conflict(letter.revision);
  return letter;
}

const HtmlRow = z.strictObject({ html: z.string(), subject: z.string(), revision: z.int() });

/** What is printed of a letter that waits for it; null when it does not. */
export function findUnprinted(db: Db, id: string): z.infer<typeof HtmlRow> | null {
  return findRow(db, HtmlRow, "SELECT html, subject, revision FROM letter WHERE id = ? AND state = 'printing'", id);
}

/** Letters whose printing was interrupted, the oldest first. */
export function listUnprinted(db: Db): string[] {
  return z
    .array(z.string())
    .parse(db.statement("SELECT id FROM letter WHERE state = 'printing' ORDER BY id").pluck(true).all());
}

const PdfRow = z.strictObject({
  pdf: z.instanceof(Uint8Array).nullable(),
  pdf_sha256: z.string().nullable(),
  written_at: z.string(),
});

/** The bytes that were printed first; null before that. Throws NOT_FOUND. */
export function printedPdf(db: Db, id: string): { pdf: Uint8Array; sha256: string; writtenAt: string } | null {
  const row = findRow(db, PdfRow, 'SELECT pdf, pdf_sha256, written_at FROM letter WHERE id = ?', id);
  if (!row) throw notFound();
  return row.pdf && row.pdf_sha256 ? { pdf: row.pdf, sha256: row.pdf_sha256, writtenAt: row.written_at } : null;
}
