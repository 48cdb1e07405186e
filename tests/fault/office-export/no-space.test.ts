import { mkdtempSync, rmSync } from 'node:fs';
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

beforeEach(async () => {
  office = await createNightOffice();
  folder = mkdtempSync(join(tmpdir(), 'tandem-folder-'));
  setExportFolder(office, folder);
  serve(office, { personId: newPerson(office) });
  await runNight(office.core, { staffId: null, procedure: 'export.night' });
  serve(office, { personId: newPerson(office) });
  publicKeyPem = findOffice(office.db).signing_public_pem;
  const dataKeyHex = Buffer.from(office.core.dataKey ?? []).toString('hex');
  closed = { dataFolder: office.ports.dataFolder, dataKeyHex, now: '2026-11-24T20:00:00.000Z' };
  closeOffice(office.core);
});
afterEach(() => {
  office.close();
  rmSync(folder, { recursive: true, force: true });
});

// What does not fit: almost anything, the database's own log too; the backup; only the local copy.
test.each([36, 72, 160])(
  'files of %i KiB at most: nothing half-written shows, the desk is told, the next night is complete',
  async (fileKiB) => {
    const { code, said, stderr } = await nightInChild(closed, { fileKiB });
    expect(code, stderr).toBe(0);
    const night = JSON.parse(said);
    expect(night.problem).toBe('no-space');
    expect(night.result.problem).toBe('no-space');
    for (const place of [folder, join(closed.dataFolder, 'outbox')]) listBundles(place, publicKeyPem);

    const core = openClosed({ ...closed, now: '2026-11-25T20:00:00.000Z' });
    try {
      expect((await runNight(core, { staffId: null, procedure: 'export.night' })).problem).toBeNull();
      if (!core.database) throw new Error('The office is open');
      const told = await replay(folder, { publicKeyPem, identity: office.cityIdentity });
      expect(told).toEqual(await whatCounts(core.database));
      expect([...told.keys()].filter((key) => key.startsWith('contact'))).toHaveLength(2);
    } finally {
      closeOffice(core);
    }
  },
);
