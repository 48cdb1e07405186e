import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findOffice } from '../office/office-row.ts';
import { closeOffice } from '../office/open-office.ts';
import { changeOffice } from '../office/settings.ts';
import type { TestOffice } from '../testing/test-office.ts';
import { listNewestBundles } from './bundle-row.ts';
import { exportStatus } from './export-status.ts';
import { nightsOf } from './night.ts';
import { lastNightRun, recordNightRun } from './night-run-row.ts';
import { scheduleNights } from './schedule.ts';
import { createNightOffice, outboxOf, serve, setExportFolder } from './testing/night-office.ts';

let office: TestOffice;
let nights: { stop(): Promise<void> };
let logged: string[];

beforeEach(async () => {
  // Local time is 9 o'clock, the night begins at 21.
  office = await createNightOffice('2026-11-23T08:00:00.000Z');
  logged = [];
  office.ports.log.write = ({ code }) => logged.push(code);
  nights = scheduleNights(office.core);
  open();
});
afterEach(async () => {
  await nights.stop();
  office.close();
});

function open(): void {
  for (const listener of office.core.opened) listener(office.core);
}

async function moveTo(instant: string): Promise<void> {
  office.clock.moveTo(instant);
  // One piece of work may let the next one begin.
  while (nightsOf(office.core).running) {
    await nightsOf(office.core).running?.end.catch(() => {});
    await nextTurn();
  }
}

const written = () =>
  existsSync(outboxOf(office)) ? readdirSync(outboxOf(office)).filter((file) => file.endsWith('.note')) : [];
const lastRun = () => lastNightRun(office.db).at;

test('the night begins by itself at its time, and the next one a day later', async () => {
  serve(office);
  await moveTo('2026-11-23T19:59:59.000Z');
  expect(written()).toEqual([]);
  await moveTo('2026-11-23T20:00:00.000Z');
  expect(written()).toEqual(['test-office-backup-e1-00000001.note', 'test-office-report-e1-00000001.note']);
  expect(lastRun()).toBe('2026-11-23T20:00:00.000Z');
  expect(exportStatus(office.db, office.core).nextRunAt).toBe('2026-11-24T20:00:00.000Z');
  await moveTo('2026-11-24T20:00:00.000Z');
  expect(lastRun()).toBe('2026-11-24T20:00:00.000Z');
  // What falls due while something else goes on waits for its end; it is not tried and refused.
  expect(logged).toEqual([]);
});

test('a new office misses no night before it was made', async () => {
  await moveTo('2026-11-23T08:30:00.000Z');
  expect(written()).toEqual([]);
});

test('a night that was missed is caught up after the start, one for however many', async () => {
  serve(office);
  await nights.stop();
  office.clock.moveTo('2026-11-28T09:00:00.000Z');
  open();
  await moveTo('2026-11-28T09:00:29.000Z');
  expect(written()).toEqual([]);
  await moveTo('2026-11-28T09:00:30.000Z');
  expect(written()).toHaveLength(2);
  await moveTo('2026-11-28T19:00:00.000Z');
  expect(written()).toHaveLength(2);
});

test('a changed time of the night counts at once', async () => {
  serve(office);
  office.write(office.who.admin, 'office.changeSettings', (tx) =>
    changeOffice(tx, findOffice(tx).revision, { nightly_at: '09:10' }),
  );
  await moveTo('2026-11-23T08:10:00.000Z');
  expect(written()).toHaveLength(2);
});

test('a night that failed is repeated at the next start, one that only waits for the employers is not', async () => {
  await moveTo('2026-11-23T20:00:00.000Z');
  await nights.stop();
  for (const [problem, nightsAfter] of [
    ['no-space', 2],
    ['preview-not-accepted', 2],
  ] as const) {
    office.write(office.who.admin, 'test', (tx) => recordNightRun(tx, { at: office.clock.now(), problem }));
    open();
    office.clock.advance(60_000);
    await nightsOf(office.core).running?.end;
    await nights.stop();
    expect(listNewestBundles(office.db, 9), problem).toHaveLength(nightsAfter);
  }
});

test('a clock that ran years ahead does not keep the nights away', async () => {
  office.write(office.who.admin, 'test', (tx) => recordNightRun(tx, { at: '2031-01-01T20:00:00.000Z', problem: null }));
  await moveTo('2026-11-23T09:00:00.000Z');
  expect(lastRun()).toBe('2026-11-23T08:00:30.000Z');
  await moveTo('2026-11-23T20:00:00.000Z');
  expect(lastRun()).toBe('2026-11-23T20:00:00.000Z');
});

test('a folder that is away: the night keeps its bundles, tries again with growing pauses, and the problem goes', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'tandem-folder-'));
  try {
    const folder = join(parent, 'share');
    setExportFolder(office, folder);
    serve(office);
    await moveTo('2026-11-23T20:00:00.000Z');
    const away = exportStatus(office.db, office.core);
    expect(away.problem).toBe('folder-missing');
    // The backlog is visible: not out yet.
    expect(away.bundles.map(({ state }) => state)).toEqual(['writing', 'writing']);
    await moveTo('2026-11-23T20:01:00.000Z');
    mkdirSync(folder);
    await moveTo('2026-11-23T20:02:59.000Z');
    expect(readdirSync(folder)).toEqual([]);
    await moveTo('2026-11-23T20:03:00.000Z');
    expect(readdirSync(folder)).toHaveLength(4);
    expect(exportStatus(office.db, office.core)).toMatchObject({
      problem: null,
      bundles: [{ state: 'written' }, { state: 'written' }],
    });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
});

test('an office that closes in the middle of a night leaves it to the next start', async () => {
  serve(office);
  office.clock.moveTo('2026-11-23T20:00:00.000Z');
  const night = nightsOf(office.core).running;
  expect(night?.what).toBe('night');
  await nights.stop();
  await expect(night?.end).rejects.toMatchObject({ name: 'NightInterrupted' });
  expect(lastRun()).toBeNull();
  open();
  await moveTo('2026-11-23T20:00:30.000Z');
  expect(written()).toEqual(['test-office-backup-e1-00000001.note', 'test-office-report-e1-00000001.note']);
});

test('nothing is called any more once the office is closed', async () => {
  await nights.stop();
  closeOffice(office.core);
  office.clock.moveTo('2026-12-23T20:00:00.000Z');
  expect(nightsOf(office.core).running).toBeNull();
});
