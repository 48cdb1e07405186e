import { z } from 'zod';
import { flagColumn, jsonColumn } from '../database/columns.ts';
import { type Db, findRow } from '../database/handles.ts';

const texts = jsonColumn(z.array(z.string()));

export const OfficeRow = z.object({
  id: z.string(),
  revision: z.int(),
  name: z.string(),
  districts: texts,
  address: z.string(),
  opening_hours: z.string(),
  languages: texts,
  desks: z.int(),
  ticket_letter: z.string(),
  idle_lock_minutes: z.int(),
  call_repeats: z.int(),
  programme_counting: flagColumn,
  training: flagColumn,
  export_folder: z.string(),
  nightly_at: z.string(),
  city_recipients: texts,
  receipt_key_pem: z.string(),
  recovery_recipients: texts,
  signing_public_pem: z.string(),
  signing_private_pem: z.string(),
  token_key: z.instanceof(Uint8Array),
  epoch: z.int(),
});
export type Office = z.infer<typeof OfficeRow>;

/** This office: its one row. */
export function findOffice(db: Db): Office {
  const office = findRow(db, OfficeRow, 'SELECT * FROM office WHERE singleton = 1');
  if (!office) throw new Error('The office row is made at set-up');
  return office;
}
