import examples from '../../../resources/catalogues/example-partners.json' with { type: 'json' };
import { catalogue } from '../../../shared/catalogue/catalogue.ts';
import { PartnerFields } from '../../../shared/partners/partners.contract.ts';
import type { Tx } from '../database/handles.ts';
import { createPartner } from './write-partner.ts';

/**
 * Stores the catalogue's example partners, for the training office and the demonstration. Returns their ids by the id
 * in the catalogue; the name in the catalogue is the partner's name.
 */
export function seedExamplePartners(tx: Tx): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { id: catalogueId, de: name, kind, authority, topics } of catalogue.demoPartners) {
    const address = examples.partners.find((example) => example.id === catalogueId);
    if (!address) throw new Error(`The example partner ${catalogueId} has no address`);
    const { id: _, ...reach } = address;
    ids.set(catalogueId, createPartner(tx, PartnerFields.parse({ name, kind, authority, topics, ...reach })).id);
  }
  return ids;
}
