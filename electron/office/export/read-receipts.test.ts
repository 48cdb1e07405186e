import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { generateSigningKey } from '../../../shared/node/crypto.ts';
import { journalHead } from '../database/journal.ts';
import { undoOnTicket } from '../queue/undo-on-ticket.ts';
import type { TestOffice } from '../testing/test-office.ts';
import { findBundle } from './bundle-row.ts';
import { exportStatus } from './export-status.ts';
import { readReceiptsByHand } from './run-night.ts';
import {
  answer,
  createNightOffice,
  night,
  openReport,
  outboxOf,
  readNote,
  reportIn,
  serve,
  setExportFolder,
} from './testing/night-office.ts';

let office: TestOffice;
let logged: string[];

beforeEach(async () => {
  office = await createNightOffice();
  logged = [];
  office.ports.log.write = ({ code }) => logged.push(code);
});
afterEach(() => office.close());

const name = (sequence: number, kind = 'report') => `test-office-${kind}-e1-0000000${sequence}`;
const stateOf = (bundle: string) => findBundle(office.db, bundle)?.state;
const read = () => readReceiptsByHand(office.core, office.who.lead.staffId);
const status = () => exportStatus(office.db, office.core);

async function nightWithWork(): Promise<string> {
  serve(office);
  return reportIn(await night(office)) ?? '';
}

test('what the city loaded or stored is confirmed, and the desk sees up to which day', async () => {
  await nightWithWork();
  expect(status()).toMatchObject({ confirmedUpTo: null });
  await answer(office, name(1), { verdict: 'loaded' });
  await answer(office, name(1, 'backup'), { verdict: 'stored' });
  expect(await read()).toBe(2);
  expect(stateOf(name(1))).toBe('confirmed');
  expect(stateOf(name(1, 'backup'))).toBe('confirmed');
  expect(status()).toMatchObject({ confirmedUpTo: '2026-11-23', forkAlarm: false });
});

test('reading the same receipts again writes nothing', async () => {
  await nightWithWork();
  await answer(office, name(1), { verdict: 'loaded' });
  await read();
  const head = journalHead(office.db);
  expect(await read()).toBe(1);
  expect(journalHead(office.db)).toEqual(head);
});

test('a receipt that the city did not sign is ignored and logged', async () => {
  await nightWithWork();
  await answer(office, name(1), { verdict: 'loaded' }, { key: generateSigningKey().privateKeyPem });
  expect(await read()).toBe(0);
  expect(stateOf(name(1))).toBe('written');
  expect(logged).toContain('receipt-not-signed');
});

test('a receipt under the name of another bundle counts for neither', async () => {
  await nightWithWork();
  await answer(office, name(1), { verdict: 'loaded' });
  writeFileSync(join(outboxOf(office), `${name(1, 'backup')}.receipt`), await readFileOf(`${name(1)}.receipt`));
  rmSync(join(outboxOf(office), `${name(1)}.receipt`));
  expect(await read()).toBe(0);
  expect(stateOf(name(1, 'backup'))).toBe('written');
});

async function readFileOf(file: string): Promise<string> {
  return await readFile(join(outboxOf(office), file), 'utf8');
}

test('a receipt for another file under our number confirms nothing', async () => {
  await nightWithWork();
  await answer(office, name(1), { verdict: 'loaded', fileSha256: 'a'.repeat(64), contiguous: 0 });
  await read();
  expect(stateOf(name(1))).toBe('written');
});

test('a lost receipt does not matter: a later one says up to where all is settled', async () => {
  await nightWithWork();
  await nightWithWork();
  await answer(office, name(2), { verdict: 'loaded' });
  await read();
  expect([stateOf(name(1)), stateOf(name(2))]).toEqual(['confirmed', 'confirmed']);
});

test('a rejected report is given up; the next one repeats its range and supersedes it', async () => {
  await nightWithWork();
  const undone = serve(office);
  const rejected = await night(office);
  const told = await openReport(office, reportIn(rejected) ?? '');
  await answer(office, name(2), { verdict: 'rejected', code: 'schema-unknown', contiguous: 1 });
  await read();
  expect(findBundle(office.db, name(2))).toMatchObject({ state: 'rejected', code: 'schema-unknown' });
  office.write(office.who.city, 'queue.undo', (tx) => undoOnTicket(tx, undone, office.who.city));
  serve(office);
  expect(reportIn(await night(office))).toBe(name(3));
  expect(stateOf(name(2))).toBe('superseded');
  expect(await readNote(office, name(3))).toMatchObject({ supersedes: [2] });
  const { lines, manifest } = await openReport(office, name(3));
  // The finished one is told, the one that was undone meanwhile is taken back: nobody knows whether the city has it.
  expect(lines('contact').map(({ op }) => op)).toEqual(['put', 'delete']);
  expect(lines('contact')[1]?.['id']).toBe(told.lines('contact')[0]?.['id']);
  expect(manifest.journal.from).toBe(findBundle(office.db, name(2))?.journal_from);
});

test('a rejected report is repeated even where nothing new happened, and a rejected repetition carries both on', async () => {
  await nightWithWork();
  await answer(office, name(1), { verdict: 'rejected', code: 'not-enrolled' });
  await read();
  expect(reportIn(await night(office))).toBe(name(2));
  expect((await openReport(office, name(2))).lines('contact')).toHaveLength(1);
  await answer(office, name(2), { verdict: 'rejected', code: 'not-enrolled' });
  expect(reportIn(await night(office))).toBe(name(3));
  expect(await readNote(office, name(3))).toMatchObject({ supersedes: [1, 2] });
  expect((await openReport(office, name(3))).lines('contact')).toHaveLength(1);
  await answer(office, name(3), { verdict: 'loaded' });
  expect(reportIn(await night(office))).toBeNull();
  expect([1, 2, 3].map((sequence) => stateOf(name(sequence)))).toEqual(['superseded', 'superseded', 'confirmed']);
  expect(status().confirmedUpTo).toBe('2026-11-23');
});

test('a bundle that the city holds: what is missing is put into the folder again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-folder-'));
  try {
    setExportFolder(office, folder);
    await nightWithWork();
    await nightWithWork();
    rmSync(join(folder, `${name(1)}.age`));
    rmSync(join(folder, `${name(1)}.note`));
    await answer(office, name(2), { verdict: 'held', code: 'gap', contiguous: 0 }, { folder });
    await read();
    expect(stateOf(name(2))).toBe('held');
    await night(office);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining([`${name(1)}.age`, `${name(1)}.note`]));
    expect((await openReport(office, name(1), folder)).lines('contact')).toHaveLength(1);
    await answer(office, name(2), { verdict: 'loaded', receivedAt: '2026-11-25T07:00:00Z' }, { folder });
    await read();
    expect([stateOf(name(1)), stateOf(name(2))]).toEqual(['confirmed', 'confirmed']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a new epoch tells everything anew; what becomes of the old one brings nothing into doubt', async () => {
  await nightWithWork();
  office.write(office.who.admin, 'test', (tx) => tx.statement('UPDATE office SET epoch = 2').run());
  expect(reportIn(await night(office))).toBe('test-office-report-e2-00000001');
  expect((await openReport(office, 'test-office-report-e2-00000001')).lines('contact')).toHaveLength(1);
  await answer(office, name(1), { verdict: 'rejected', code: 'epoch-closed' });
  await read();
  expect(stateOf(name(1))).toBe('rejected');
  expect(reportIn(await night(office))).toBeNull();
});

test('a fork raises the alarm, also after the bundle was confirmed, and stays', async () => {
  await nightWithWork();
  await answer(office, name(1), { verdict: 'loaded' });
  await read();
  await answer(office, name(1), { verdict: 'fork', code: 'other-file', fileSha256: 'b'.repeat(64), contiguous: 1 });
  await read();
  expect(stateOf(name(1))).toBe('fork');
  expect(status()).toMatchObject({ forkAlarm: true, confirmedUpTo: '2026-11-23' });
  await answer(office, name(1), { verdict: 'loaded', receivedAt: '2026-11-26T07:00:00Z' });
  await read();
  expect(status().forkAlarm).toBe(true);
});

test('the alarm of a fork stays, even if ours turns out to be the file that was loaded', async () => {
  await nightWithWork();
  await answer(office, name(1), { verdict: 'fork', code: 'other-file', fileSha256: 'b'.repeat(64) });
  await read();
  await answer(office, name(1), { verdict: 'loaded' });
  await read();
  expect(findBundle(office.db, name(1))).toMatchObject({ state: 'fork', confirmed_at: office.clock.now() });
});

test('an old answer that turns up again takes no confirmation back', async () => {
  await nightWithWork();
  await answer(office, name(1), { verdict: 'loaded' });
  await read();
  await answer(office, name(1), { verdict: 'rejected', code: 'file-hash' });
  await read();
  expect(stateOf(name(1))).toBe('confirmed');
});

test('a bundle is kept for seven days after it was confirmed, here and in the folder', async () => {
  await nightWithWork();
  await answer(office, name(1), { verdict: 'loaded' });
  await read();
  const kept = join(outboxOf(office), `${name(1)}.age`);
  office.clock.advance(7 * 24 * 3_600_000);
  await night(office);
  expect(existsSync(kept)).toBe(true);
  office.clock.advance(60_000);
  await night(office);
  expect(readdirSync(outboxOf(office)).filter((file) => file.startsWith(name(1)))).toEqual([]);
  expect(existsSync(join(outboxOf(office), `${name(1, 'backup')}.age`))).toBe(true);
});

test('without a folder there are no receipts to read', async () => {
  setExportFolder(office, join(office.ports.dataFolder, 'not-there'));
  await expect(read()).rejects.toMatchObject({ code: 'RULE', detail: { reason: 'folder-missing' } });
});

test('days without work and nights without news do not hold the confirmation back', async () => {
  await nightWithWork();
  await answer(office, name(1), { verdict: 'loaded' });
  office.clock.moveTo('2026-11-25T20:00:00.000Z');
  await night(office);
  expect(status()).toMatchObject({ confirmedUpTo: '2026-11-25', unconfirmedNights: 0 });
});

test('each day with work that the city has not confirmed counts, once its night has come', async () => {
  serve(office);
  expect(status()).toMatchObject({ confirmedUpTo: null, unconfirmedNights: 0 });
  office.clock.moveTo('2026-11-23T20:00:00.000Z');
  await night(office);
  expect(status().unconfirmedNights).toBe(1);
  office.clock.moveTo('2026-11-24T09:00:00.000Z');
  await answer(office, name(1), { verdict: 'loaded' });
  await read();
  serve(office);
  expect(status()).toMatchObject({ confirmedUpTo: '2026-11-23', unconfirmedNights: 0 });
  office.clock.moveTo('2026-11-25T09:00:00.000Z');
  expect(status().unconfirmedNights).toBe(1);
});
