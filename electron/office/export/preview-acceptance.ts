import { z } from 'zod';
import { REPORT_SCHEMA } from '../../../shared/bundle/bundle-format.ts';
import { type Db, listRows, run, type Tx } from '../database/handles.ts';
import { rule } from '../rpc/faults.ts';

const Row = z.strictObject({ kind: z.enum(['city', 'partner']), version: z.int().nullable() });

/** Which employer has seen field by field what leaves under the present schema. */
export function previewAcceptedBy(db: Db): { city: boolean; partner: boolean } {
  const rows = listRows(db, Row, 'SELECT kind, preview_accepted_version AS version FROM employer');
  const accepted = (kind: 'city' | 'partner') =>
    rows.some((row) => row.kind === kind && row.version === REPORT_SCHEMA.version);
  return { city: accepted('city'), partner: accepted('partner') };
}

/** Whether a report may leave: both employers have seen what it holds. */
export function isPreviewAccepted(db: Db): boolean {
  const { city, partner } = previewAcceptedBy(db);
  return city && partner;
}

/** Somebody of an employer has seen it. Throws RULE other-version when what they saw is not what leaves now. */
export function acceptPreview(tx: Tx, employerId: string, schemaVersion: number): void {
  if (schemaVersion !== REPORT_SCHEMA.version) throw rule('other-version');
  const sql = 'UPDATE employer SET preview_accepted_version = ?, revision = revision + 1 WHERE id = ?';
  run(tx, sql, schemaVersion, employerId);
  tx.touch({ entity: 'employer', id: employerId, op: 'put', fields: ['preview_accepted_version'] });
}
