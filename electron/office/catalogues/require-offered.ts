import { isOwnId } from '../../../shared/catalogue/own-ids.ts';
import type { CatalogueKind } from '../../../shared/catalogues/catalogues.rules.ts';
import type { Db } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';
import { officeCatalogue } from './office-catalogue.ts';

/** Whether this office has the entry and offers it. */
export function isOffered(db: Db, kind: CatalogueKind, id: string): boolean {
  const { additions, switchedOff } = officeCatalogue(db);
  return isOwnId(id)
    ? additions.some((one) => one.id === id && one.kind === kind && one.active)
    : !switchedOff.some((one) => one.id === id && one.kind === kind && one.off);
}

/**
 * Every command that records entries of a catalogue asks this first. What stands there already (`kept`) may stay, so that
 * old data can be edited. Throws RULE not-offered for an entry that this office does not have, or does not offer any more.
 */
export function requireOffered(
  db: Db,
  kind: CatalogueKind,
  ids: readonly (string | null)[],
  kept: readonly (string | null)[] = [],
): void {
  if (ids.some((id) => id !== null && !kept.includes(id) && !isOffered(db, kind, id))) throw rule('not-offered');
}

/** For what speaks of earlier talks (a release): the entry must be there, offered or not. Throws RULE not-offered. */
export function requireKnown(db: Db, kind: CatalogueKind, ids: readonly string[]): void {
  const { additions } = officeCatalogue(db);
  const known = (id: string) => !isOwnId(id) || additions.some((one) => one.id === id && one.kind === kind);
  if (!ids.every(known)) throw rule('not-offered');
}
