/** What somebody is to somebody else. */
export const RELATION_KINDS = ['partner', 'child', 'parent', 'sibling', 'guardian', 'ward', 'other'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

const INVERSE: Readonly<Record<RelationKind, RelationKind>> = {
  partner: 'partner',
  child: 'parent',
  parent: 'child',
  sibling: 'sibling',
  guardian: 'ward',
  ward: 'guardian',
  other: 'other',
};

/** The same relation seen from the other side: whose child somebody is, is their parent. */
export function inverseOf(kind: RelationKind): RelationKind {
  return INVERSE[kind];
}
