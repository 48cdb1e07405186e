import { setImmediate as nextTurn } from 'node:timers/promises';
import { REPORT_SCHEMA } from '../../../shared/bundle/bundle-format.ts';
import { fieldsOf, REPORT_RECORDS } from '../../../shared/bundle/records/report-records.ts';
import type { ExportPreview } from '../../../shared/export/export.contract.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { findOffice } from '../office/office-row.ts';
import { ensureExportIds } from './export-keys.ts';
import { reportChanges } from './report-changes.ts';
import { planReport } from './write-report.ts';

const SAMPLES = 5;

/** What would leave if the night were now: each record with its fields, how many lines, and some of them as they would travel. */
export async function exportPreview(core: Core, staffId: string): Promise<ExportPreview> {
  const database = openDatabaseOf(core);
  const ids = ensureExportIds(database, (make) => {
    writeAndPublish(core, { staffId, procedure: 'export.preview' }, make);
  });
  const { scope } = planReport(database, findOffice(database).epoch);
  const changes = await reportChanges(database, ids, scope, () => nextTurn());
  return {
    schemaVersion: REPORT_SCHEMA.version,
    records: REPORT_RECORDS.map((record) => {
      const found = changes.find((each) => each.record === record);
      return {
        record,
        fields: fieldsOf(record),
        upserts: found?.upserts ?? 0,
        deletes: found?.deletes ?? 0,
        samples: found?.lines.slice(0, SAMPLES).map(({ text }) => text) ?? [],
      };
    }),
  };
}
