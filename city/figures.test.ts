import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContactPut } from '../shared/bundle/records/contact.ts';
import type { WaitPut } from '../shared/bundle/records/wait.ts';
import { writeBundleFiles } from '../shared/node/bundle/bundle-files.ts';
import {
  sampleBundle,
  sampleContact,
  sampleId,
  sampleOffice,
  samplePerson,
} from '../tests/property/bundle/sample-bundle.ts';
import { enrollOffice, initCity } from './city-keys.ts';
import { readCityReport } from './city-report.ts';
import { readCityStatus } from './city-status.ts';
import { type CityDatabase, openCityDatabase } from './database/city-database.ts';
import { receiveInbox } from './receive-inbox.ts';

const MONDAY_NOON = new Date('2026-11-23T11:00:00.000Z');
const FRIDAY_NIGHT = new Date('2026-11-20T21:10:00.000Z');

let folder = '';
let database: CityDatabase;
const [mengede, eving, quiet] = [sampleOffice('mengede'), sampleOffice('eving'), sampleOffice('quiet')];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'city-figures-'));
  const [keys, inbox] = [join(folder, 'keys'), join(folder, 'inbox')];
  await mkdir(inbox);
  const { recipient } = await initCity({ keys, recipient: 'x25519' });
  for (const { id, publicKeyPem } of [mengede, eving, quiet]) await enrollOffice({ keys, office: id, publicKeyPem });
  database = await openCityDatabase(join(folder, 'database'), { create: true });

  const many = (from: number, count: number, change: (at: number) => Partial<ContactPut>) =>
    Array.from({ length: count }, (_, at) => sampleContact(from + at, change(at)));
  const contact = [
    // Twelve Arabic talks with six people, six Persian ones with nobody named, two Tigrinya ones.
    ...many(0, 12, (at) => ({
      person: samplePerson(at % 6).id,
      day: '2026-11-19',
      topics: [
        { id: 'kita', result: 'solved', quantity: at === 0 ? 3 : 1 },
        // One talk with more than half of all requests, and one that does not say how many.
        { id: 'housing', result: null, quantity: at === 1 ? 20 : 1 },
      ],
    })),
    ...many(20, 6, () => ({ language: 'fa', kind: 'appointment' as const, topics: [] })),
    ...many(40, 2, () => ({ language: 'ti', medium: 'phone' as const })),
  ];
  const person = [0, 1, 2, 3, 4].map((each) => samplePerson(each, { born: each === 0 ? null : '18-60', gender: 'w' }));
  const wait = Array.from(
    { length: 10 },
    (_, at): WaitPut => ({
      op: 'put',
      id: sampleId(100 + at),
      day: '2026-11-20',
      hour: 9,
      kind: 'walk-in',
      language: at < 6 ? 'ar' : 'ti',
      topics: [],
      priority: null,
      outcome: at < 3 ? 'turned-away' : 'served',
      cause: at < 3 ? 'no-language' : null,
      waitMinutes: at * 2,
      wayMinutes: 1,
      serviceMinutes: 10,
    }),
  );
  const at = { recipients: [recipient], createdAt: FRIDAY_NIGHT.toISOString() };
  const one = await sampleBundle({ ...at, office: mengede, sequence: 1, lines: { person, contact, wait } });
  const three = await sampleBundle({ ...at, office: mengede, sequence: 3 });
  const bad = await sampleBundle({
    ...at,
    office: eving,
    sequence: 1,
    createdAt: '2026-11-19T21:00:00.000Z',
    alter: (entries) => entries.slice(1),
  });
  const tomorrow = await sampleBundle({
    ...at,
    office: eving,
    sequence: 1,
    kind: 'backup',
    createdAt: '2027-01-01T00:00:00.000Z',
  });
  for (const { name, age, note } of [one, three, bad, tomorrow]) await writeBundleFiles(inbox, name, age, note);
  await receiveInbox({ inbox, database, keys, now: () => FRIDAY_NIGHT });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const cellsOf = ({ cells }: { cells: { key: string; count: number | null }[] | null }) =>
  cells === null ? null : Object.fromEntries(cells.map(({ key, count }) => [key, count]));

describe('the report', () => {
  test('counts contacts, topics and results; small cells and what would give them away are dots', async () => {
    const { contacts, smallestCell } = await readCityReport({ database });
    expect(smallestCell).toBe(5);
    expect(contacts.byLanguage).toEqual({
      total: 20,
      cells: [
        { key: 'ar', count: 12 },
        { key: 'fa', count: null },
        { key: 'ti', count: null },
      ],
      notRecorded: 0,
    });
    expect(cellsOf(contacts.byDay)).toEqual({ '2026-11-19': 12, '2026-11-20': 8 });
    expect(cellsOf(contacts.byKind)).toEqual({ appointment: 6, 'walk-in': 14 });
    expect(cellsOf(contacts.byMedium)).toEqual({ 'in-person': null, phone: null });
    expect(contacts.byMedium.total).toBe(20);
    expect(cellsOf(contacts.byTopic)).toEqual({ housing: 14, kita: 12 });
    // Two results were "informed": few, so the twelve without a result go with them.
    expect(contacts.byResult).toEqual({
      total: 26,
      cells: [
        { key: 'informed', count: null },
        { key: 'solved', count: null },
      ],
      notRecorded: null,
    });
    expect(cellsOf(contacts.byOffice)).toEqual({ mengede: 20 });
  });

  test('counts distinct tokens, and "not recorded" apart', async () => {
    const { persons } = await readCityReport({ database });
    expect(persons.byOffice).toEqual({ total: 6, cells: [{ key: 'mengede', count: 6 }], notRecorded: 0 });
    // Four are 18-60, one has no birth recorded, one is a token whose person does not travel.
    expect(persons.byBirth).toEqual({ total: 6, cells: [{ key: '18-60', count: null }], notRecorded: null });
    expect(persons.byGender).toEqual({ total: 6, cells: [{ key: 'w', count: null }], notRecorded: null });
  });

  test('gives waiting times only of groups that are shown', async () => {
    const { waits } = await readCityReport({ database });
    expect(cellsOf(waits.byLanguage)).toEqual({ ar: null, ti: null });
    expect(waits.minutesByLanguage).toEqual([]);
    expect(cellsOf(waits.byOutcome)).toEqual({ served: null, 'turned-away': null });
  });

  test('counts how many times a topic was asked for, of topics that are shown and that no one talk makes up', async () => {
    const { contacts } = await readCityReport({ database });
    expect(contacts.requestsByTopic).toEqual([{ key: 'kita', talks: 12, requests: 14 }]);
  });

  test('says why people left, in a table with the total of its neighbours and few causes hidden', async () => {
    const { waits } = await readCityReport({ database });
    expect(waits.byCause).toEqual({ total: 10, cells: [{ key: 'no-language', count: null }], notRecorded: null });
  });

  test('can be bounded by days and office', async () => {
    const early = await readCityReport({ database, to: '2026-11-19' });
    expect(early.contacts.byLanguage).toEqual({ total: 12, cells: [{ key: 'ar', count: 12 }], notRecorded: 0 });
    expect((await readCityReport({ database, from: '2026-11-20' })).contacts.byDay.total).toBe(8);
    expect((await readCityReport({ database, office: 'eving' })).contacts.byDay).toEqual({
      total: 0,
      cells: [],
      notRecorded: 0,
    });
  });
});

describe('the status', () => {
  const status = (now: Date, holidays: string[] = []) =>
    readCityStatus({ database, keys: join(folder, 'keys'), now: () => now, holidays: new Set(holidays) });

  test('names what is missing, what waits and what was refused', async () => {
    const { gaps } = await status(MONDAY_NOON);
    expect(gaps).toEqual([
      {
        office: 'eving',
        kind: 'report',
        epoch: 1,
        missing: [],
        waiting: [],
        refused: [{ sequence: 1, verdict: 'rejected', code: 'manifest-missing' }],
      },
      { office: 'mengede', kind: 'report', epoch: 1, missing: [2], waiting: [3], refused: [] },
    ]);
  });

  test('names the silent from noon of the next working day on; a backup is no report', async () => {
    expect((await status(new Date(MONDAY_NOON.getTime() - 1))).silent).toEqual([]);
    expect(await status(MONDAY_NOON)).toMatchObject({
      dueDay: '2026-11-20',
      silent: ['eving', 'quiet'],
      offices: [
        { office: 'eving', lastReportOn: '2026-11-19', silent: true },
        { office: 'mengede', lastReportOn: '2026-11-20', silent: false },
        { office: 'quiet', lastReportOn: null, silent: true },
      ],
    });
    expect((await status(MONDAY_NOON, ['2026-11-23'])).silent).toEqual([]);
  });

  test('knows of offices that were enrolled and never sent anything, only with the keys', async () => {
    const late = sampleOffice('late');
    await enrollOffice({ keys: join(folder, 'keys'), office: late.id, publicKeyPem: late.publicKeyPem });
    const names = async (keys: boolean) =>
      (
        await readCityStatus({ database, ...(keys ? { keys: join(folder, 'keys') } : {}), now: () => MONDAY_NOON })
      ).offices.map(({ office }) => office);
    expect(await names(false)).toEqual(['eving', 'mengede', 'quiet']);
    expect(await names(true)).toEqual(['eving', 'late', 'mengede', 'quiet']);
    // It was enrolled on Monday and owes nothing for Friday.
    expect((await status(MONDAY_NOON)).silent).not.toContain('late');
    await rm(join(folder, 'keys', 'offices', 'quiet.pub.pem'));
    const { offices } = await status(MONDAY_NOON);
    expect(offices.find(({ office }) => office === 'quiet')?.enrolled).toBe(false);
  });

  test('a folder without a database is no database', async () => {
    await expect(readCityStatus({ database: join(folder, 'nowhere') })).rejects.toThrow(/no database/);
    await writeFile(join(folder, 'keys', 'offices', 'broken.pub.pem'), 'not a key');
    await expect(status(MONDAY_NOON)).rejects.toThrow(/broken\.pub\.pem/);
  });
});
