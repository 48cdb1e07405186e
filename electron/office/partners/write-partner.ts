import { v7 as uuidv7 } from 'uuid';
import type { PartnerFields } from '../../../shared/partners/partners.contract.ts';
import { requireOffered } from '../catalogues/require-offered.ts';
import { run, type Tx } from '../database/handles.ts';
import { conflict } from '../rpc/faults.ts';
import { getPartner } from './partner-row.ts';

/** Stores a new partner. Throws RULE not-offered. */
export function createPartner(tx: Tx, partner: PartnerFields): { id: string; revision: number } {
  requireOffered(tx, 'topic', partner.topics);
  const id = uuidv7();
  run(
    tx,
    `INSERT INTO partner (id, name, kind, authority, contact_name, street, postal_code_and_town, phone, email, topics, hours, way)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    ...columnsOf(partner),
  );
  tx.touch({ entity: 'partner', id, op: 'put', revision: 1 });
  return { id, revision: 1 };
}

/** Replaces a partner's fields; letters that were printed keep theirs. Throws CONFLICT, RULE not-offered. */
export function changePartner(
  tx: Tx,
  input: { id: string; revision: number; partner: PartnerFields },
): { revision: number } {
  const before = getPartner(tx, input.id);
  if (before.revision !== input.revision) throw conflict(before.revision);
  requireOffered(tx, 'topic', input.partner.topics, before.topics);
  const revision = before.revision + 1;
  run(
    tx,
    `UPDATE partner SET name = ?, kind = ?, authority = ?, contact_name = ?, street = ?, postal_code_and_town = ?, phone = ?, email = ?, topics = ?, hours = ?, way = ?, revision = ?
      WHERE id = ?`,
    ...columnsOf(input.partner),
    revision,
    input.id,
  );
  tx.touch({ entity: 'partner', id: input.id, op: 'put', fields: Object.keys(input.partner), revision });
  return { revision };
}

function columnsOf(partner: PartnerFields): (string | number)[] {
  return [
    partner.name,
    partner.kind,
    partner.authority ? 1 : 0,
    partner.contactName,
    partner.street,
    partner.postalCodeAndTown,
    partner.phone,
    partner.email,
    JSON.stringify([...new Set(partner.topics)]),
    partner.hours,
    partner.way,
  ];
}
