import { z } from 'zod';
import { inverseOf, RELATION_KINDS, type RelationKind } from '../../../shared/households/relation.rules.ts';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { type Db, findRow, listRows } from '../database/handles.ts';
import { notFound } from '../rpc/faults.ts';

const RelationRow = z.strictObject({
  id: z.string(),
  revision: z.int(),
  person_id: z.string(),
  other_id: z.string(),
  kind: z.enum(RELATION_KINDS),
  to_on: z.string().nullable(),
});
type RelationRow = z.infer<typeof RelationRow>;

/** A relation as one side sees it: `personId` is the `kind` of whose page it is. */
export interface Related {
  id: string;
  revision: number;
  personId: string;
  kind: RelationKind;
}

const COLUMNS = 'id, revision, person_id, other_id, kind, to_on';

/** A relation. Throws NOT_FOUND. */
export function getRelation(db: Db, id: string): RelationRow {
  const row = findRow(db, RelationRow, `SELECT ${COLUMNS} FROM relation WHERE id = ?`, id);
  if (!row) throw notFound();
  return row;
}

function relationsOf(db: Db, personId: string): RelationRow[] {
  const sql = `SELECT ${COLUMNS} FROM relation WHERE person_id = ? OR other_id = ? ORDER BY id`;
  return listRows(db, RelationRow, sql, personId, personId);
}

/** Who belongs to a person now, and what they are to them. */
export function listRelated(db: Db, personId: string): Related[] {
  return relationsOf(db, personId)
    .filter(({ to_on }) => to_on === null)
    .map(({ id, revision, person_id, other_id, kind }) =>
      other_id === personId
        ? { id, revision, personId: person_id, kind }
        : { id, revision, personId: other_id, kind: inverseOf(kind) },
    );
}

/** A person's relations that ended. With whom is not told: from then on it is nobody's business. */
export function listEnded(db: Db, personId: string): { kind: RelationKind; toOn: LocalDate }[] {
  return relationsOf(db, personId).flatMap(({ other_id, kind, to_on }) =>
    to_on === null ? [] : [{ kind: other_id === personId ? kind : inverseOf(kind), toOn: to_on }],
  );
}
