import { type Instant, localDateOf } from '../../../shared/kernel/instants.ts';
import type { Db } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { referenceOf } from './compose.ts';
import { printedPdf } from './letter-row.ts';

/** The bytes that were printed first. Throws NOT_FOUND, RULE not-printed. */
export function letterPdf(db: Db, id: string): { fileName: string; sha256: string; base64: string } {
  const printed = printedPdf(db, id);
  if (!printed) throw rule('not-printed');
  return {
    fileName: pdfFileName(id, printed.writtenAt),
    sha256: printed.sha256,
    base64: Buffer.from(printed.pdf).toString('base64'),
  };
}

/** A file name without anything personal in it; its end is the reference that stands in the letter. */
function pdfFileName(id: string, writtenAt: Instant): string {
  return `Brief-${localDateOf(writtenAt)}-${referenceOf(id)}.pdf`;
}
