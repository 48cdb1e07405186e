import { z } from 'zod';
import type { ReportRecord } from '../../../shared/bundle/records/report-records.ts';
import { exportedIds, personTokens } from '../../../shared/node/bundle/opaque-id.ts';
import { randomKey } from '../../../shared/node/crypto.ts';
import { type Db, findRow, run, type Tx } from '../database/handles.ts';
import { findOffice } from '../office/office-row.ts';

/** Turns the office's own ids into those that leave: the same row keeps its id, and none tells when it was made. */
export interface ExportIds {
  ofRow(record: Exclude<ReportRecord, 'person'>, id: string): string;
  ofPerson(id: string): string;
}

const KeyRow = z.strictObject({ row_id_key: z.instanceof(Uint8Array) });

function findExportIds(db: Db): ExportIds | null {
  const keys = findRow(db, KeyRow, 'SELECT row_id_key FROM export_key WHERE singleton = 1');
  if (!keys) return null;
  const tokenOf = personTokens(findOffice(db).token_key);
  const tokens = new Map<string, string>();
  return {
    ofRow: exportedIds(keys.row_id_key),
    ofPerson(id) {
      const token = tokens.get(id) ?? tokenOf(id);
      tokens.set(id, token);
      return token;
    },
  };
}

/** The ids under the office's keys. The first time it makes the key of the row ids, once in an office's life. */
export function ensureExportIds(db: Db, write: (change: (tx: Tx) => void) => void): ExportIds {
  const known = findExportIds(db);
  if (known) return known;
  write((tx) => {
    run(tx, 'INSERT INTO export_key (singleton, row_id_key) VALUES (1, ?) ON CONFLICT DO NOTHING', randomKey());
  });
  return ensureExportIds(db, write);
}
