import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskConnection } from '../../electron/hosts/desk-client.ts';
import { unpackBundle } from '../../shared/node/bundle/unpack-bundle.ts';
import {
  passphraseOf,
  SMALL_STAFF,
  type SmallOffice,
  type SmallStaff,
  setUpSmallOffice,
  signInAs,
} from '../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../hosts/test-host.ts';
import { type Canary, type PlantedDay, plantCanaries } from './canaries.ts';
import { callEverything } from './curious-caller.ts';
import { contains, filesUnder } from './office-files.ts';
import { readWithSheet } from './read-with-sheet.ts';

let host: TestHost;
let office: SmallOffice;
let day: PlantedDay;
let temporary: string;
const authors = {} as Record<'city' | 'partner', DeskConnection>;
/** All that went over a connection, by who held it. */
const received = new Map<SmallStaff | 'nobody' | 'locked', string>();

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-leak-'));
  temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  host = await startTestHost({
    clock: 'driven',
    clockStart: '2026-11-23T08:00:00.000Z',
    folder,
    env: { TMPDIR: temporary },
  });
  office = await setUpSmallOffice(host);
  for (const employer of ['city', 'partner'] as const) authors[employer] = await signInAs(host, employer, { desk: 1 });
  day = await plantCanaries(authors);
  for (const who of Object.keys(SMALL_STAFF) as SmallStaff[])
    await listen(who, await signInAs(host, who, { keepReceived: true }));
  await listen('nobody', await host.connect({ keepReceived: true }));
  const locked = await signInAs(host, 'city', { keepReceived: true });
  await locked.client.access.lock({});
  await listen('locked', locked);
  // After the callers, who would else find the night done.
  const { schemaVersion } = await authors.city.client.export.preview({});
  for (const { client } of Object.values(authors))
    await client.export.acceptPreview({ requestId: randomUUID(), schemaVersion });
  await authors.city.client.export.run({ requestId: randomUUID() });
  await authors.city.client.office.takeSnapshot({ requestId: randomUUID() });
}, 240_000);
afterAll(() => host.remove());

async function listen(who: SmallStaff | 'nobody' | 'locked', connection: DeskConnection): Promise<void> {
  await callEverything(connection.client, day);
  received.set(who, connection.received.join('\n'));
  await connection.close();
}

const textsOf = (canaries: readonly Canary[]) => canaries.map(({ what }) => what);
const secrets = (): { what: string; text: string }[] => [
  ...(Object.keys(SMALL_STAFF) as SmallStaff[]).map((who) => ({
    what: `passphrase of ${who}`,
    text: passphraseOf(who),
  })),
  ...Object.values(office.sheets).map(({ employer, identity }) => ({
    what: `recovery identity of ${employer}`,
    text: identity,
  })),
];

describe('replies', () => {
  test('everybody sees what is theirs to see: the canaries sing', () => {
    for (const [who, text] of received) {
      if (who === 'nobody' || who === 'locked') continue;
      // What a letter says comes inside its PDF, compressed; the next test looks whether that came.
      const theirs = day.canaries.filter(({ readers, what }) => readers.has(who) && !what.includes('in a letter'));
      expect(`${who}: ${textsOf(theirs.filter((canary) => !text.includes(canary.text))).join(', ')}`).toBe(`${who}: `);
    }
  });

  test('nobody sees more', () => {
    for (const [who, text] of received) {
      const foreign = day.canaries.filter(({ readers }) => who === 'nobody' || who === 'locked' || !readers.has(who));
      expect(`${who}: ${textsOf(foreign.filter((canary) => text.includes(canary.text))).join(', ')}`).toBe(`${who}: `);
    }
  });

  test('the PDF of a letter comes to counsellors only', () => {
    for (const [who, text] of received) {
      const isCounsellor = who !== 'nobody' && who !== 'locked' && !who.toLowerCase().includes('administrator');
      expect(text.includes(Buffer.from('%PDF-').toString('base64').slice(0, 6)), who).toBe(isCounsellor);
    }
  });

  test('no secret goes over any line', () => {
    for (const [who, text] of received) {
      for (const secret of secrets()) expect(text.includes(secret.text), `${secret.what} to ${who}`).toBe(false);
    }
  });
});

describe('files', () => {
  test('nothing of it can be read in any file of the office, its log or what it left in the folder for temporary files', () => {
    const files = [...filesUnder(host.dataFolder), ...filesUnder(temporary)];
    expect(files.map(({ path }) => path)).toContain(join(host.dataFolder, 'office.db'));
    for (const { path, bytes } of files) {
      for (const { what, text } of [...day.canaries, ...secrets()])
        expect(contains(bytes, text), `${what} in ${path}`).toBe(false);
    }
  });

  test('what the host said to its console holds nothing of it', () => {
    for (const { what, text } of [...day.canaries, ...secrets()])
      expect(host.process.errorOutput().includes(text), what).toBe(false);
  });

  test('the report holds nothing of it, opened with the city’s key', async () => {
    const [report] = readdirSync(host.outbox).filter((name) => /-report-.*\.age$/.test(name));
    const entries = await unpackBundle({
      file: readFileSync(join(host.outbox, report ?? '')),
      kind: 'report',
      identities: [office.city.identity],
    });
    expect(entries.map(({ name }) => name)).toContain('data/contact.ndjson');
    for (const { name, content } of entries) {
      for (const { what, text } of [...day.canaries, ...secrets()])
        expect(contains(Buffer.from(content), text), `${what} in ${name}`).toBe(false);
    }
  });

  test('the other files of the outbox hold nothing of it in plain', () => {
    for (const { path, bytes } of filesUnder(host.outbox)) {
      for (const { what, text } of [...day.canaries, ...secrets()])
        expect(contains(bytes, text), `${what} in ${path}`).toBe(false);
    }
  });
});

describe.each(['city', 'partner'] as const)('with the database key and the recovery sheet of the %s', (employer) => {
  const other = employer === 'city' ? 'partner' : 'city';
  const closed = (canary: Canary) => new RegExp(`^${other}: V2|V3|raised|draft`).test(canary.what);

  test('its own V2 and everything of both can be read, the other’s V2 and anybody’s V3 or draft can not', async () => {
    const readable = await readWithSheet(host.dataFolder, office.sheets[employer].identity);
    const found = day.canaries.filter((canary) => readable.some((bytes) => contains(bytes, canary.text)));
    expect(textsOf(found).sort()).toEqual(textsOf(day.canaries.filter((canary) => !closed(canary))).sort());
    // The search keeps words in small letters, and an index keeps of a word what it does not share with the one before.
    for (const { what, text } of day.canaries.filter(closed))
      expect(
        readable.some((bytes) => contains(bytes, text.toLowerCase().slice(-14))),
        what,
      ).toBe(false);
  });

  test('the same holds for the backup that the city stores', async () => {
    const [backup] = readdirSync(host.outbox).filter((name) => /-backup-.*\.age$/.test(name));
    const entries = await unpackBundle({
      file: readFileSync(join(host.outbox, backup ?? '')),
      kind: 'backup',
      identities: [office.sheets[employer].identity],
    });
    for (const canary of day.canaries.filter(closed)) {
      for (const { name, content } of entries)
        expect(contains(Buffer.from(content), canary.text), `${canary.what} in ${name}`).toBe(false);
    }
  });
});
