import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OfficeDatabase } from '../../../electron/office/database/write.ts';
import { ensureExportIds } from '../../../electron/office/export/export-keys.ts';
import { reportChanges } from '../../../electron/office/export/report-changes.ts';
import { parseBundleFileName } from '../../../shared/bundle/bundle-file-name.ts';
import type { BundleNote } from '../../../shared/bundle/bundle-note.ts';
import { REPORT_RECORDS } from '../../../shared/bundle/records/report-records.ts';
import { verifyNote } from '../../../shared/node/bundle/bundle-signing.ts';
import { unpackBundle } from '../../../shared/node/bundle/unpack-bundle.ts';
import { sha256Hex } from '../../../shared/node/crypto.ts';

/** Every exported row by record and id, as text: `contact 0195…` → its line. */
export type Rows = ReadonlyMap<string, string>;

/** The bundles that a receiver would find in a folder. Throws for one that is not whole, signed and named right. */
export function listBundles(
  folder: string,
  publicKeyPem: string,
  { allowGaps = false } = {},
): { name: string; age: Buffer; said: BundleNote }[] {
  const files = readdirSync(folder);
  const bundles = files
    .filter((file) => file.endsWith('.note'))
    .sort()
    .map((file) => {
      const name = file.replace(/\.note$/, '');
      const office = parseBundleFileName(name)?.office ?? '';
      const said = verifyNote(readFileSync(join(folder, file), 'utf8'), office, publicKeyPem);
      const age = readFileSync(join(folder, `${name}.age`));
      if (sha256Hex(age) !== said.fileSha256 || age.length !== said.fileBytes) throw new Error(`${name} is not whole`);
      return { name, age, said };
    });
  for (const kind of allowGaps ? [] : ['report', 'backup'])
    requireChain(bundles.filter(({ said }) => said.kind === kind));
  const strays = files.filter(
    (file) => file.endsWith('.part') || (file.endsWith('.age') && !files.includes(file.replace(/age$/, 'note'))),
  );
  if (strays.length > 0) throw new Error(`half-written: ${strays.join(', ')}`);
  return bundles;
}

function requireChain(bundles: readonly { name: string; said: BundleNote }[]): void {
  bundles.forEach(({ name, said }, index) => {
    const before = bundles[index - 1]?.said;
    if (said.epoch === before?.epoch ? said.sequence !== before.sequence + 1 : said.sequence !== 1)
      throw new Error(`gap before ${name}`);
    const expected = said.epoch === before?.epoch ? before.fileSha256 : null;
    if (said.previousSha256 !== expected) throw new Error(`${name} does not follow the one before`);
  });
}

/** What a city knows after loading the reports of a folder in their order. */
export async function replay(
  folder: string,
  keys: { publicKeyPem: string; identity: string },
  options: { allowGaps?: boolean } = {},
): Promise<Rows> {
  const rows = new Map<string, string>();
  for (const { age, said } of listBundles(folder, keys.publicKeyPem, options)) {
    if (said.kind !== 'report') continue;
    const entries = await unpackBundle({ file: age, kind: 'report', identities: [keys.identity] });
    for (const record of REPORT_RECORDS) {
      const text = Buffer.from(entries.find(({ name }) => name === `data/${record}.ndjson`)?.content ?? []).toString(
        'utf8',
      );
      for (const line of text.split('\n').filter((each) => each !== '')) {
        const { op, id } = JSON.parse(line) as { op: string; id: string };
        if (op === 'put') rows.set(`${record} ${id}`, line);
        else rows.delete(`${record} ${id}`);
      }
    }
  }
  return rows;
}

/** What a city should know: everything that counts at the office now. */
export async function whatCounts(database: OfficeDatabase): Promise<Rows> {
  const ids = ensureExportIds(database, (make) => {
    database.write({ at: '2026-11-23T08:00:00.000Z', staffId: null, procedure: 'test' }, make);
  });
  const changes = await reportChanges(database, ids, { whole: true, anew: true }, () => nextTurn());
  return new Map(
    changes.flatMap(({ record, lines }) =>
      lines.flatMap(({ text }) => {
        const { op, id } = JSON.parse(text) as { op: string; id: string };
        return op === 'put' ? [[`${record} ${id}`, text] as const] : [];
      }),
    ),
  );
}
