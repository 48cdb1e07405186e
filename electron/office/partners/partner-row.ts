import { z } from 'zod';
import { PARTNER_KINDS, type PartnerView } from '../../../shared/partners/partners.contract.ts';
import { flagColumn, jsonColumn } from '../database/columns.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const PartnerRow = z
  .strictObject({
    id: z.string(),
    revision: z.int(),
    name: z.string(),
    kind: z.enum(PARTNER_KINDS),
    authority: flagColumn,
    contact_name: z.string(),
    street: z.string(),
    postal_code_and_town: z.string(),
    phone: z.string(),
    email: z.string(),
    topics: jsonColumn(z.array(z.string())),
    hours: z.string(),
    way: z.string(),
  })
  .transform(
    (row): PartnerView => ({
      id: row.id,
      revision: row.revision,
      name: row.name,
      kind: row.kind,
      authority: row.authority,
      contactName: row.contact_name,
      street: row.street,
      postalCodeAndTown: row.postal_code_and_town,
      phone: row.phone,
      email: row.email,
      topics: row.topics,
      hours: row.hours,
      way: row.way,
    }),
  );

const byGermanName = new Intl.Collator('de', { sensitivity: 'base', numeric: true });

/** All partners, by name. */
export function listPartners(db: Db): PartnerView[] {
  return listRows(db, PartnerRow, 'SELECT * FROM partner').sort((a, b) => byGermanName.compare(a.name, b.name));
}

/** A partner. Throws NOT_FOUND. */
export function getPartner(db: Db, id: string): PartnerView {
  const partner = findRow(db, PartnerRow, 'SELECT * FROM partner WHERE id = ?', id);
  if (!partner) throw notFound();
  return partner;
}
