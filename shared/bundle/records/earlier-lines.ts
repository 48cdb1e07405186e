import { z } from 'zod';
import type { ReportVersion } from '../bundle-format.ts';
import { CatalogueId } from '../fields.ts';
import { ContactPut } from './contact.ts';
import { DeleteLine, REPORT_LINES, type ReportRecord } from './report-records.ts';
import { WaitPut } from './wait.ts';

/**
 * The records as version 1 of the report had them, read as rows of today: what it did not say is null. Nothing writes them
 * any more; a city that keeps old bundles, or gets one that was long on its way, must still load them.
 */
const ContactPutV1 = ContactPut.extend({
  topics: z.array(z.strictObject({ id: CatalogueId, result: CatalogueId.nullable() })).max(40),
});
const WaitPutV1 = WaitPut.omit({ cause: true });

/** The lines that version 1 had otherwise, as they stood in the bundle: for the published schemas. */
export const REPORT_LINES_V1 = {
  contact: z.discriminatedUnion('op', [ContactPutV1, DeleteLine]),
  wait: z.discriminatedUnion('op', [WaitPutV1, DeleteLine]),
} satisfies { [R in ReportRecord]?: z.ZodType };

const READ_V1 = {
  ...REPORT_LINES,
  contact: REPORT_LINES_V1.contact.transform((line) =>
    line.op === 'delete'
      ? line
      : { ...line, topics: line.topics.map(({ id, result }) => ({ id, result, quantity: null })) },
  ),
  wait: REPORT_LINES_V1.wait.transform((line) => (line.op === 'delete' ? line : { ...line, cause: null })),
} satisfies Record<ReportRecord, z.ZodType>;

/** What reads a line of this version of the report, and turns it into one of today. */
export const LINE_READERS = { 1: READ_V1, 2: REPORT_LINES } satisfies Record<
  ReportVersion,
  Record<ReportRecord, z.ZodType>
>;
