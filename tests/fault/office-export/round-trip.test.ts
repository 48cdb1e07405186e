import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acceptEpoch } from '../../../city/accept-epoch.ts';
import { enrollOffice, initCity } from '../../../city/city-keys.ts';
import { countRecords } from '../../../city/count-records.ts';
import { type CityDatabase, openCityDatabase } from '../../../city/database/city-database.ts';
import { receiveInbox } from '../../../city/receive-inbox.ts';
import { endSession, signIn } from '../../../electron/office/access/sign-in.ts';
import { exportStatus } from '../../../electron/office/export/export-status.ts';
import { readReceiptsByHand } from '../../../electron/office/export/run-night.ts';
import {
  createNightOffice,
  night,
  serve,
  setExportFolder,
} from '../../../electron/office/export/testing/night-office.ts';
import { findOffice } from '../../../electron/office/office/office-row.ts';
import { restoreSnapshot } from '../../../electron/office/office/restore.ts';
import { changeOffice } from '../../../electron/office/office/settings.ts';
import { listSnapshots } from '../../../electron/office/office/snapshots.ts';
import { undoOnTicket } from '../../../electron/office/queue/undo-on-ticket.ts';
import { type TestOffice, testPassphrase } from '../../../electron/office/testing/test-office.ts';
import { newPerson } from '../../../electron/office/testing/test-people.ts';
import { whatCounts } from './replay.ts';

let office: TestOffice;
let root: string;
let inbox: string;
let keys: string;
let database: CityDatabase;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'tandem-city-'));
  inbox = join(root, 'inbox');
  keys = join(root, 'keys');
  await mkdir(inbox);
  office = await createNightOffice();
  const city = await initCity({ keys, recipient: 'hybrid' });
  setExportFolder(office, inbox);
  office.write(office.who.admin, 'office.changeCityKeys', (tx) =>
    changeOffice(tx, findOffice(tx).revision, {
      city_recipients: JSON.stringify([city.recipient]),
      receipt_key_pem: city.receiptKeyPem,
    }),
  );
  await enrollOffice({ keys, office: 'test-office', publicKeyPem: findOffice(office.db).signing_public_pem });
  database = await openCityDatabase(join(root, 'database'), { create: true });
});
afterEach(async () => {
  await database.close();
  office.close();
  rmSync(root, { recursive: true, force: true });
});

const name = (kind: string, sequence: number, epoch = 1) => `test-office-${kind}-e${epoch}-0000000${sequence}`;
const receive = () => receiveInbox({ inbox, database, keys });
const status = () => exportStatus(office.db, office.core);
const read = () => readReceiptsByHand(office.core, office.who.lead.staffId);

async function verdicts(): Promise<Record<string, string>> {
  return Object.fromEntries((await receive()).map(({ file, verdict }) => [file.replace('.age', ''), verdict]));
}

/** The city's tables hold as many rows of each record as count at the office. */
async function expectCityKnowsAll(): Promise<void> {
  if (!office.core.database) throw new Error('The office is open');
  const counting = [...(await whatCounts(office.core.database)).keys()];
  const here = (record: string) => counting.filter((key) => key.startsWith(`${record} `)).length;
  for (const [record, rows] of Object.entries(await countRecords({ database })))
    expect(rows, record).toBe(here(record));
}

test('from the desk to the city and back, through damage, a lost file and a restore', async () => {
  // A first day arrives and is confirmed.
  const first = serve(office, { personId: newPerson(office) });
  serve(office);
  await night(office);
  expect(await verdicts()).toEqual({ [name('report', 1)]: 'loaded', [name('backup', 1)]: 'stored' });
  expect(await read()).toBe(2);
  expect(status()).toMatchObject({ confirmedUpTo: '2026-11-23', unconfirmedNights: 0 });
  await expectCityKnowsAll();

  // A finish that is undone after the export is gone at the city too.
  office.write(office.who.city, 'queue.undo', (tx) => undoOnTicket(tx, first, office.who.city));
  await night(office);
  expect((await verdicts())[name('report', 2)]).toBe('loaded');
  expect((await countRecords({ database })).person).toBe(0);
  await expectCityKnowsAll();

  // A bundle is damaged on its way: rejected, given up, repeated and superseded.
  office.clock.moveTo('2026-11-24T09:00:00.000Z');
  serve(office, { personId: newPerson(office) });
  await night(office);
  const damaged = join(inbox, `${name('report', 3)}.age`);
  const bytes = readFileSync(damaged);
  bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
  writeFileSync(damaged, bytes);
  expect((await verdicts())[name('report', 3)]).toBe('rejected');
  await read();
  expect(status().bundles.find((bundle) => bundle.name === name('report', 3))).toMatchObject({
    state: 'rejected',
    code: 'file-hash',
  });
  await night(office);
  expect((await verdicts())[name('report', 4)]).toBe('loaded');
  await read();
  expect(status()).toMatchObject({ confirmedUpTo: '2026-11-24' });
  await expectCityKnowsAll();

  // Both files of a report are lost on their way: the next one is held until they were sent again.
  office.clock.moveTo('2026-11-25T09:00:00.000Z');
  serve(office);
  await night(office);
  for (const ending of ['age', 'note']) rmSync(join(inbox, `${name('report', 5)}.${ending}`));
  serve(office);
  await night(office);
  expect((await verdicts())[name('report', 6)]).toBe('held');
  await night(office);
  expect(await verdicts()).toMatchObject({ [name('report', 5)]: 'loaded', [name('report', 6)]: 'loaded' });
  await read();
  expect(
    status()
      .bundles.filter(({ kind }) => kind === 'report')
      .map(({ state }) => state),
  ).toEqual(['confirmed', 'confirmed', 'confirmed', 'superseded', 'confirmed', 'confirmed']);
  await expectCityKnowsAll();

  // A new epoch after a restore: held until the city accepts it, then everything that counts is there again.
  const served = serve(office);
  await night(office);
  await receive();
  await restore();
  expect(status().confirmedUpTo).toBe('2026-11-25');
  expect(office.db.statement('SELECT count(*) FROM contact WHERE id = ?').pluck().get(served.contactId)).toBe(1);
  serve(office, { personId: newPerson(office) });
  await night(office);
  expect((await verdicts())[name('report', 1, 2)]).toBe('held');
  await acceptEpoch({ database, office: 'test-office', epoch: 2 });
  expect((await verdicts())[name('report', 1, 2)]).toBe('loaded');
  await read();
  expect(status()).toMatchObject({ confirmedUpTo: '2026-11-25', forkAlarm: false });
  await expectCityKnowsAll();
}, 180_000);

/** Puts the newest local copy in the database's place, and signs the lead in again. */
async function restore(): Promise<void> {
  const { core } = office;
  for (const connection of core.connections) endSession(core, connection);
  const snapshot = listSnapshots(core)[0]?.name ?? '';
  await restoreSnapshot(core, { snapshot, name: 'lead', passphrase: testPassphrase('lead') });
  const [connection] = core.connections;
  if (!connection) throw new Error('A desk is connected');
  await signIn(core, connection, { name: 'lead', passphrase: testPassphrase('lead'), desk: 1 });
}
