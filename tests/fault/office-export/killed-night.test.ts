import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runNight } from '../../../electron/office/export/run-night.ts';
import { createNightOffice, serve, setExportFolder } from '../../../electron/office/export/testing/night-office.ts';
import { findOffice } from '../../../electron/office/office/office-row.ts';
import { closeOffice } from '../../../electron/office/office/open-office.ts';
import type { TestOffice } from '../../../electron/office/testing/test-office.ts';
import { newPerson } from '../../../electron/office/testing/test-people.ts';
import { type ClosedOffice, openClosed } from './closed-office.ts';
import { listBundles, replay, whatCounts } from './replay.ts';
import { nightInChild } from './run-child.ts';

let office: TestOffice;
let folder: string;
let closed: ClosedOffice;
let publicKeyPem: string;

/** An office with a day's work behind it and one night, and another day's work that waits; closed. */
beforeEach(async () => {
  office = await createNightOffice();
  folder = mkdtempSync(join(tmpdir(), 'tandem-folder-'));
  setExportFolder(office, folder);
  serve(office, { personId: newPerson(office) });
  await runNight(office.core, { staffId: null, procedure: 'export.night' });
  for (let talks = 0; talks < 3; talks += 1) serve(office, { personId: newPerson(office), topics: ['housing'] });
  publicKeyPem = findOffice(office.db).signing_public_pem;
  const dataKeyHex = Buffer.from(office.core.dataKey ?? []).toString('hex');
  closed = { dataFolder: office.ports.dataFolder, dataKeyHex, now: '2026-11-24T20:00:00.000Z' };
  closeOffice(office.core);
});
afterEach(() => {
  office.close();
  rmSync(folder, { recursive: true, force: true });
});

const MOMENTS = [
  ['before anything', 'page-read', 0],
  ['after the report has its number', 'number-taken', 0],
  ['while the report is composed', 'composed', 1],
  ['while what it tells is noted', 'told-noted', 0],
  ['when the report is packed', 'packed', 0],
  ['when the report lies in the outbox', 'files-written', 0],
  ['when the report is recorded', 'recorded', 0],
  ['after the backup has its number', 'number-taken', 1],
  ['when the backup lies in the outbox', 'files-written', 1],
  ['between the two deliveries', 'delivered', 0],
  ['after both deliveries', 'delivered', 1],
] as const;

const PROMISE = 'no gap, no second file under a number, and the next night tells all of it';

test.each(MOMENTS)(`an office that closes %s: ${PROMISE}`, async (_, moment, passes) => {
  const core = openClosed(closed);
  let left: number = passes;
  const running = runNight(core, { staffId: null, procedure: 'export.night' }, (reached) => {
    if (reached !== moment) return;
    if (left === 0) closeOffice(core);
    left -= 1;
  });
  await expect(running).rejects.toMatchObject({ name: 'NightInterrupted' });
  await expectWholeNextNight();
});

const DEATHS = MOMENTS.filter(([, moment]) => ['told-noted', 'files-written', 'delivered'].includes(moment));

test.each(DEATHS)(`killed %s: ${PROMISE}`, async (_, moment, passes) => {
  const { signal, stderr } = await nightInChild(closed, { dieAt: { moment, passes } });
  expect(signal, stderr).toBe('SIGKILL');
  await expectWholeNextNight();
});

async function expectWholeNextNight(): Promise<void> {
  // What could be seen by then must be there, byte for byte, ever after.
  const outbox = join(closed.dataFolder, 'outbox');
  const seen = new Map([folder, outbox].flatMap(notesIn));
  listBundles(folder, publicKeyPem);
  const core = openClosed({ ...closed, now: '2026-11-25T20:00:00.000Z' });
  try {
    const { problem } = await runNight(core, { staffId: null, procedure: 'export.night' });
    expect(problem).toBeNull();
    for (const [path, note] of seen) expect(readFileSync(path, 'utf8'), path).toBe(note);
    if (!core.database) throw new Error('The office is open');
    const told = await replay(folder, { publicKeyPem, identity: office.cityIdentity });
    expect(told).toEqual(await whatCounts(core.database));
    expect([...told.keys()].filter((key) => key.startsWith('contact'))).toHaveLength(4);
    const names = (place: string) => listBundles(place, publicKeyPem).map(({ name }) => name);
    expect(names(outbox)).toEqual(names(folder));
    expect(core.database.statement("SELECT count(*) FROM bundle WHERE state = 'writing'").pluck().get()).toBe(0);
  } finally {
    closeOffice(core);
  }
}

function notesIn(place: string): [string, string][] {
  return readdirSync(place)
    .filter((file) => file.endsWith('.note'))
    .map((file) => [join(place, file), readFileSync(join(place, file), 'utf8')]);
}
