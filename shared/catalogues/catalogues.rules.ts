/** The lists that an office may extend and thin out. */
export const CATALOGUE_KINDS = ['topic', 'obstacle', 'result', 'step'] as const;
export type CatalogueKind = (typeof CATALOGUE_KINDS)[number];

/**
 * Central entries that no office can do without: the kiosk's picture for everything else, and the results with which the
 * quick lane counts by itself.
 */
const NEEDED: Readonly<Record<CatalogueKind, readonly string[]>> = {
  topic: ['other'],
  obstacle: [],
  result: ['solved', 'form-filled'],
  step: [],
};

/** Whether a central entry can't be switched off. */
export function mustStay(kind: CatalogueKind, id: string): boolean {
  return NEEDED[kind].includes(id);
}

/** What an office has made of the central part, as far as choosing goes. */
export interface OfficePart {
  additions: readonly { id: string; kind: CatalogueKind; parent: string | null; active: boolean }[];
  switchedOff: readonly { kind: CatalogueKind; id: string; off: boolean }[];
}

/**
 * The ids that a chooser of this list offers: the central ones in their order, each followed by what the office added
 * below it, without what is switched off. What stands already in the entry that is edited (`kept`) stays among them, so
 * that nothing is lost by looking at it. What is added without a parent comes last.
 */
export function offeredIds(
  kind: CatalogueKind,
  central: readonly { id: string }[],
  office: OfficePart,
  kept: readonly string[] = [],
): string[] {
  const off = new Set(office.switchedOff.flatMap((one) => (one.kind === kind && one.off ? one.id : [])));
  const added = office.additions.filter((one) => one.kind === kind && (one.active || kept.includes(one.id)));
  const below = Map.groupBy(added, ({ parent }) => parent);
  const idsBelow = (parent: string | null) => (below.get(parent) ?? []).map(({ id }) => id);
  return [
    ...central.flatMap(({ id }) => [...(off.has(id) && !kept.includes(id) ? [] : [id]), ...idsBelow(id)]),
    ...idsBelow(null),
  ];
}
