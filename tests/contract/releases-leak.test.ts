import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeskConnection } from '../../electron/hosts/desk-client.ts';
import { unpackBundle } from '../../shared/node/bundle/unpack-bundle.ts';
import { SMALL_STAFF, type SmallOffice, type SmallStaff, setUpSmallOffice, signInAs } from '../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../hosts/test-host.ts';
import type { PlantedDay } from './canaries/canary.ts';
import { plantCanaries } from './canaries/plant-canaries.ts';
import { callEverything } from './curious-caller.ts';
import { contains } from './office-files.ts';
import { outcomeOf } from './procedures.ts';

/** The client of the city's canaries releases the city from its secrecy; what everybody gets by every procedure, phase by phase. */
const PHASES = ['before', 'during', 'withdrawn', 'expired'] as const;
type Phase = (typeof PHASES)[number];
const EVERYBODY = Object.keys(SMALL_STAFF) as SmallStaff[];
const PARTNER_COUNSELLORS = ['partner', 'partnerLead'] as const satisfies SmallStaff[];

let host: TestHost;
let office: SmallOffice;
let day: PlantedDay;
const authors = {} as Record<'city' | 'partner', DeskConnection>;
const received = new Map<`${Phase} ${SmallStaff}`, string>();
/** Of a session of the partner that goes on through all phases: the notes on the screen, and whether old ones open. */
const standing = new Map<Phase, { notes: number; onTimeline: number; versions: string }>();

beforeAll(async () => {
  host = await startTestHost({ clock: 'driven', clockStart: '2026-11-23T08:00:00.000Z' });
  office = await setUpSmallOffice(host);
  for (const employer of ['city', 'partner'] as const) authors[employer] = await signInAs(host, employer, { desk: 1 });
  day = await plantCanaries(authors);
  await look('before');
  const released = await give('2027-11-22');
  await look('during');
  const { schemaVersion } = await authors.city.client.export.preview({});
  for (const { client } of Object.values(authors))
    await client.export.acceptPreview({ requestId: randomUUID(), schemaVersion });
  await authors.city.client.export.run({ requestId: randomUUID() });
  // The other employer records what the client has said at its side of the counter.
  await authors.partner.client.releases.withdraw({ requestId: randomUUID(), ...released });
  await look('withdrawn');
  await give('2026-11-23');
  await host.process.moveClock('2026-11-23T23:00:01.000Z');
  await look('expired');
}, 480_000);
afterAll(() => host.remove());

async function give(validUntil: string): Promise<{ id: string; revision: number }> {
  return await authors.city.client.releases.give({
    requestId: randomUUID(),
    personId: day.ids.personId[0] ?? '',
    purposes: ['joint-advice'],
    scope: 'case',
    topics: [],
    givenOn: '2026-11-23',
    validUntil,
    bothWays: true,
    language: 'ar',
    interpreterName: '',
    manner: 'paper',
  });
}

/** How many of them are notes with a canary: the curious write some of their own. */
function planted(entries: readonly object[]): number {
  return entries.filter((entry) => 'text' in entry && day.canaries.some(({ text }) => text === entry.text)).length;
}

async function look(phase: Phase): Promise<void> {
  const [contactId = '', personId = ''] = [day.ids.contactId[0], day.ids.personId[0]];
  const { client } = authors.partner;
  const timeline = await client.people.timeline({ id: personId });
  // The second note that the city's author planted is the V2 one.
  const id = day.ids.noteId[1] ?? '';
  standing.set(phase, {
    notes: planted((await client.consultations.get({ contactId })).notes),
    onTimeline: planted(timeline.entries),
    versions: await outcomeOf(client.consultations.noteVersions({ id })),
  });
  for (const who of callersIn(phase)) {
    const connection = await signInAs(host, who, { keepReceived: true, desk: 2 });
    await callEverything(connection.client, day);
    received.set(`${phase} ${who}`, connection.received.join('\n'));
    await connection.close();
  }
}

/** Everybody while it holds and after the withdrawal; before and after the end, whom the release would open something to. */
function callersIn(phase: Phase): readonly SmallStaff[] {
  return phase === 'during' || phase === 'withdrawn' ? EVERYBODY : PARTNER_COUNSELLORS;
}

/** Who may see a canary while a phase lasts. */
function readersIn(phase: Phase, { what, readers }: { what: string; readers: ReadonlySet<SmallStaff> }) {
  return what === 'city: V2 note' && phase === 'during' ? new Set([...readers, ...PARTNER_COUNSELLORS]) : readers;
}

describe.each(PHASES)('%s', (phase) => {
  test('everybody is given what is open to them and nothing else, by every procedure', () => {
    for (const who of callersIn(phase)) {
      const text = received.get(`${phase} ${who}`) ?? '';
      // Their own draft each caller has replaced by trying to save one.
      const notes = day.canaries.filter(
        ({ what, readers }) => /note/.test(what) || (/draft/.test(what) && !readers.has(who)),
      );
      const seen = notes.filter((canary) => text.includes(canary.text)).map(({ what }) => what);
      const theirs = notes.filter((canary) => readersIn(phase, canary).has(who)).map(({ what }) => what);
      expect(`${who}: ${seen.join(', ')}`).toBe(`${who}: ${theirs.join(', ')}`);
    }
  });

  test('a session of the other employer that goes on sees it come and go', () => {
    // The V1 note of the city; its V2 note as long as the release holds.
    const count = phase === 'during' ? 2 : 1;
    const versions = phase === 'during' ? 'ok' : 'NOT_FOUND';
    expect(standing.get(phase)).toEqual({ notes: count, onTimeline: count, versions });
  });
});

test('no answer names the note while it is closed', () => {
  for (const phase of PHASES)
    for (const who of PARTNER_COUNSELLORS)
      expect(received.get(`${phase} ${who}`)?.includes(day.ids.noteId[1] ?? '')).toBe(phase === 'during');
});

test('the report of a night in which it was open holds no note', async () => {
  const [report] = readdirSync(host.outbox).filter((name) => /-report-.*\.age$/.test(name));
  const entries = await unpackBundle({
    file: readFileSync(join(host.outbox, report ?? '')),
    kind: 'report',
    identities: [office.city.identity],
  });
  for (const { what, text } of day.canaries)
    for (const { name, content } of entries)
      expect(contains(Buffer.from(content), text), `${what} in ${name}`).toBe(false);
});

test('each reading by the other employer stands in the journal, for both to see as far as they may', async () => {
  const [personId = ''] = day.ids.personId;
  const city = await signInAs(host, 'city', { desk: 1 });
  const partner = await signInAs(host, 'partner', { desk: 1 });
  const { readings } = await city.client.releases.readings({ personId });
  const readers = (level: string) =>
    new Set(
      readings.flatMap((one) =>
        one.level === level && one.noteAuthorName === 'Anna Rot' ? `${one.readerName}, ${one.readerEmployer}` : [],
      ),
    );
  expect(readers('V2')).toEqual(new Set(['Cem Blau, partner', 'Dilek Blau, partner']));
  expect(readers('V1')).toEqual(new Set(['Cem Blau, partner', 'Dilek Blau, partner']));
  // The release is over: the partner is told of its readings of what it may still open.
  const theirs = (await partner.client.releases.readings({ personId })).readings;
  expect(new Set(theirs.map(({ level }) => level))).toEqual(new Set(['V1']));
  for (const { text } of day.canaries) expect(JSON.stringify(readings)).not.toContain(text);
  const { html } = await city.client.releases.readingsPage({ personId, language: 'ar' });
  expect(html).toContain('Dilek Blau');
  expect(html).toContain('dir="rtl"');
});
