/**
 * Writes the JSON Schemas of what travels in a bundle to docs/schemas/, from the zod schemas that office and city run:
 * `node build/write-schemas.ts`. A test fails when the files are stale.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { REPORT_SCHEMA } from '../shared/bundle/bundle-format.ts';
import { BackupManifest, ReportManifest } from '../shared/bundle/manifest.ts';
import { REPORT_LINES_V1 } from '../shared/bundle/records/earlier-lines.ts';
import { REPORT_LINES, REPORT_RECORDS } from '../shared/bundle/records/report-records.ts';

export const SCHEMA_FOLDER = fileURLToPath(new URL('../docs/schemas/', import.meta.url));

/** File name → content of every published schema. */
export function publishedSchemas(): Map<string, string> {
  const files = new Map<string, string>();
  const add = (name: string, title: string, schema: z.ZodType, version: number = REPORT_SCHEMA.version) => {
    const urn = `urn:tandem:${REPORT_SCHEMA.name}/${version}:${name}`;
    const described = { $id: urn, title, ...z.toJSONSchema(schema) };
    const suffix = version === REPORT_SCHEMA.version ? '' : `-${version}`;
    files.set(`${name}${suffix}.schema.json`, `${JSON.stringify(described, null, 2)}\n`);
  };
  add('manifest-report', 'manifest.json of a report or handover', ReportManifest);
  add('manifest-backup', 'manifest.json of a backup', BackupManifest);
  for (const record of REPORT_RECORDS) add(record, `One line of data/${record}.ndjson`, REPORT_LINES[record]);
  for (const [record, schema] of Object.entries(REPORT_LINES_V1))
    add(record, `One line of data/${record}.ndjson, version 1`, schema, 1);
  return files;
}

if (import.meta.main) {
  await mkdir(SCHEMA_FOLDER, { recursive: true });
  for (const [name, content] of publishedSchemas()) await writeFile(join(SCHEMA_FOLDER, name), content);
}
