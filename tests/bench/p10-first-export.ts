import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openDatabaseOf } from '../../electron/office/core.ts';
import { alone } from '../../electron/office/export/night.ts';
import { outboxFolder } from '../../electron/office/export/outbox.ts';
import { acceptPreview } from '../../electron/office/export/preview-acceptance.ts';
import { writeReport } from '../../electron/office/export/write-report.ts';
import type { TestOffice } from '../../electron/office/testing/test-office.ts';
import { REPORT_SCHEMA } from '../../shared/bundle/bundle-format.ts';
import { recipientOf } from '../../shared/node/crypto/age.ts';
import { type Figure, figure, spreadOf, timed } from './measure.ts';

export function acceptBoth(office: TestOffice): void {
  for (const who of [office.who.city, office.who.partner]) {
    office.write(who, 'export.acceptPreview', (tx) => acceptPreview(tx, who.employerId, REPORT_SCHEMA.version));
  }
}

export async function writeOneReport(office: TestOffice): Promise<{ name: string | null; ms: number }> {
  let name: string | null = null;
  const ms = await timed(async () => {
    name = await alone(office.core, { staffId: null, procedure: 'bench.report' }, (night) => writeReport(night));
  });
  return { name, ms };
}

export function sizeOfBundle(office: TestOffice, name: string): number {
  const folder = outboxFolder(office.core);
  const file = readdirSync(folder).find((each) => each.startsWith(name) && each.endsWith('.age'));
  return file ? statSync(join(folder, file)).size : Number.NaN;
}

/** The first report of ten years, once, beside dump, zstd and age of the same database in plain text. */
export async function measureFirstExport(office: TestOffice): Promise<Figure[]> {
  acceptBoth(office);
  const dump = await dumpBeside(office);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const { name, ms } = await writeOneReport(office);
  delay.disable();
  if (!name) throw new Error('Ten years are something to report');
  const longest = `longest pause for the desk ${(delay.max / 1e6).toFixed(0)} ms`;
  const beside = dump ? 'sqlite3 .dump | zstd | age' : 'nothing: sqlite3, zstd and age are not installed';
  return [
    figure({
      id: 'P10',
      what: 'first report of ten years, time',
      beside,
      ours: spreadOf([ms]),
      theirs: dump && spreadOf(dump.ms),
      aim: '≤ 0.9×, no pause over 50 ms',
      holds: (ratio) => ratio <= 0.9 && delay.max <= 50e6,
      note: longest,
    }),
    figure({
      id: 'P10',
      what: 'first report of ten years, size',
      beside,
      unit: 'bytes',
      ours: spreadOf([sizeOfBundle(office, name)]),
      theirs: dump && spreadOf([dump.bytes]),
      aim: '≤ 0.8×',
      holds: (ratio) => ratio <= 0.8,
    }),
  ];
}

/** Null where the stock tools are missing. */
async function dumpBeside(office: TestOffice): Promise<{ ms: number[]; bytes: number } | null> {
  for (const tool of ['sqlite3', 'zstd', 'age']) if (spawnSync(tool, ['--version']).error) return null;
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  try {
    const plain = join(folder, 'plain.db');
    writeFileSync(plain, openDatabaseOf(office.core).raw.serialize());
    const recipient = await recipientOf(office.cityIdentity);
    const ms: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      ms.push(
        await timed(() =>
          execFileSync('sh', [
            '-c',
            `sqlite3 ${plain} .dump | zstd -q | age -r ${recipient} > ${join(folder, 'dump.age')}`,
          ]),
        ),
      );
    }
    return { ms, bytes: statSync(join(folder, 'dump.age')).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
