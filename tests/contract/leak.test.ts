import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskClient, DeskConnection } from '../../electron/hosts/desk-client.ts';
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
import type { Canary, PlantedDay } from './canaries/canary.ts';
import { plantCanaries } from './canaries/plant-canaries.ts';
import { callEverything, LEFT_OUT } from './curious-caller.ts';
import { contains, filesUnder } from './office-files.ts';
import { allProcedures } from './procedures.ts';
import { readWithSheet } from './read-with-sheet.ts';

let host: TestHost;
let office: SmallOffice;
let day: PlantedDay;
let temporary: string;
const authors = {} as Record<'city' | 'partner', DeskConnection>;
/** What everybody else was told of changes while the authors worked. */
const told = new Map<SmallStaff, DeskConnection>();
/** What was typed into every field of every procedure, one at a time, and what came back as a fault. */
const TYPED = 'Kanarienvogelfuttersack';
const faults: string[] = [];
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
  for (const who of Object.keys(SMALL_STAFF) as SmallStaff[]) told.set(who, await watchChanges(who));
  day = await plantCanaries(authors);
  for (const who of Object.keys(SMALL_STAFF) as SmallStaff[])
    await listen(who, await signInAs(host, who, { keepReceived: true }));
  await listen('nobody', await host.connect({ keepReceived: true }));
  const locked = await signInAs(host, 'city', { keepReceived: true });
  await locked.client.access.lock({});
  await listen('locked', locked);
  await typeEverywhere(authors.city.client);
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

async function watchChanges(who: SmallStaff): Promise<DeskConnection> {
  const connection = await signInAs(host, who, { keepReceived: true, desk: 2 });
  const changes = await connection.client.changes.watch({});
  void (async () => {
    for await (const _ of changes);
  })().catch(() => undefined);
  return connection;
}

/** Types a text into one field after the other of each procedure, as far as it takes it. */
async function typeEverywhere(client: DeskClient): Promise<void> {
  for (const procedure of allProcedures) {
    if (LEFT_OUT.has(procedure.name)) continue;
    for (const input of typedInto(procedure.sample())) {
      try {
        await procedure.call(client, input);
      } catch (error) {
        faults.push(`${procedure.name} ${JSON.stringify(error)} ${String(error)}`);
      }
    }
  }
}

/** The value with its texts replaced one at a time, at any depth. */
function typedInto(value: unknown): unknown[] {
  if (typeof value === 'string') return [TYPED];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    typedInto(inner).map((typed) =>
      Array.isArray(value)
        ? value.map((one, index) => (index === Number(field) ? typed : one))
        : { ...value, [field]: typed },
    ),
  );
}

/** The canaries that an answer tells of: by their text in letters of any size, or by what the search keeps of them. */
function toldIn(answer: string, canaries: readonly Canary[]): string[] {
  const small = answer.toLowerCase();
  return textsOf(
    canaries.filter(({ text, traces }) => [text, ...traces].some((part) => small.includes(part.toLowerCase()))),
  );
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

/** What may stand nowhere outside: the texts, what the search keeps of them, what was typed, and the secrets. */
const everything = (): { what: string; text: string }[] => [
  ...day.canaries,
  ...day.canaries.flatMap(({ what, traces }) => traces.map((text) => ({ what: `the sounds of ${what}`, text }))),
  { what: 'what was typed into a field', text: TYPED },
  ...secrets(),
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
      expect(`${who}: ${toldIn(text, foreign).join(', ')}`).toBe(`${who}: `);
      // The sounds of a name are told to nobody, not even to who may read the name.
      const sounds = day.canaries.filter((canary) => !foreign.includes(canary)).flatMap(({ traces }) => traces);
      expect(sounds.filter((trace) => text.includes(trace))).toEqual([]);
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

describe('changes', () => {
  test('everybody who is signed in is told that something changed, by ids that are no notes’, and of no text', () => {
    for (const [who, { received: frames }] of told) {
      const text = frames.join('\n');
      expect(text, who).toContain(day.ids.personId[0]);
      expect(toldIn(text, day.canaries)).toEqual([]);
      expect(day.ids.noteId.filter((id) => text.includes(id))).toEqual([]);
    }
  });
});

describe('faults', () => {
  test('tell nothing of what was typed', () => {
    expect(faults.length).toBeGreaterThan(300);
    expect(faults.filter((fault) => fault.toLowerCase().includes(TYPED.toLowerCase()))).toEqual([]);
    expect(faults.filter((fault) => fault.includes('INTERNAL'))).toEqual([]);
  });
});

describe('files', () => {
  test('nothing of it can be read in any file of the office, its log or what it left in the folder for temporary files', () => {
    const files = [...filesUnder(host.dataFolder), ...filesUnder(temporary)];
    expect(files.map(({ path }) => path)).toContain(join(host.dataFolder, 'office.db'));
    for (const { path, bytes } of files) {
      for (const { what, text } of everything()) expect(contains(bytes, text), `${what} in ${path}`).toBe(false);
    }
  });

  test('what the host said to its console holds nothing of it', () => {
    const said = Buffer.from(host.process.errorOutput());
    for (const { what, text } of everything()) expect(contains(said, text), what).toBe(false);
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
      for (const { what, text } of everything())
        expect(contains(Buffer.from(content), text), `${what} in ${name}`).toBe(false);
    }
  });

  test('the other files of the outbox hold nothing of it in plain', () => {
    for (const { path, bytes } of filesUnder(host.outbox)) {
      for (const { what, text } of everything()) expect(contains(bytes, text), `${what} in ${path}`).toBe(false);
    }
  });
});

describe.each(['city', 'partner'] as const)('with the database key and the recovery sheet of the %s', (employer) => {
  const other = employer === 'city' ? 'partner' : 'city';
  const closed = (canary: Canary) => new RegExp(`^${other}: V2|V3|raised|draft`).test(canary.what);

  test('its own V2 and everything of both can be read, the other’s V2 and anybody’s V3 or draft can not', async () => {
    const readable = await readWithSheet(host.dataFolder, office.sheets[employer].identity);
    const found = day.canaries.filter((canary) => readable.some((bytes) => contains(bytes, canary.text)));
    const open = day.canaries.filter((canary) => !closed(canary) && !canary.gone);
    expect(textsOf(found).sort()).toEqual(textsOf(open).sort());
    for (const { what, text, traces } of day.canaries.filter((canary) => closed(canary) || canary.gone)) {
      // An index keeps of a word what it does not share with the one before.
      const kept = [text.slice(-14), ...traces].filter((part) => readable.some((bytes) => contains(bytes, part)));
      expect(kept, what).toEqual([]);
    }
    // Who has the key reads the sounds of names: the search is built on them.
    const sounds = open.flatMap(({ traces }) => traces);
    expect(sounds.filter((trace) => readable.some((bytes) => contains(bytes, trace)))).toEqual(sounds);
  });

  test('the same holds for the backup that the city stores', async () => {
    const [backup] = readdirSync(host.outbox).filter((name) => /-backup-.*\.age$/.test(name));
    const entries = await unpackBundle({
      file: readFileSync(join(host.outbox, backup ?? '')),
      kind: 'backup',
      identities: [office.sheets[employer].identity],
    });
    for (const canary of day.canaries.filter((one) => closed(one) || one.gone)) {
      for (const { name, content } of entries)
        expect(contains(Buffer.from(content), canary.text), `${canary.what} in ${name}`).toBe(false);
    }
  });
});
