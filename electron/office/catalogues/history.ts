import type { z } from 'zod';
import { CatalogueChange } from '../../../shared/catalogues/catalogues.contract.ts';
import { type Db, listRows } from '../database/handles.ts';

const SHOWN = 200;

/** The newest changes of the office's catalogue, each with who made it. */
export function catalogueHistory(db: Db): z.infer<typeof CatalogueChange>[] {
  return listRows(
    db,
    CatalogueChange,
    `SELECT number AS version, at, display_name AS staffName, change, kind, entry AS id, label
      FROM catalogue_version JOIN staff ON staff.id = staff_id ORDER BY number DESC LIMIT ${SHOWN}`,
  );
}
