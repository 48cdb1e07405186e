import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeskClient } from '../../electron/hosts/desk-client.ts';
import type { NoteLevel } from '../../shared/consultations/consultations.contract.ts';
import { SMALL_STAFF, type SmallStaff, setUpSmallOffice, signInAs } from '../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../hosts/test-host.ts';
import { outcomeOf } from './procedures.ts';

/** In every note; who counts its hits would count the notes of the others. */
const COMMON = 'Gemeinsamwort';
/** What each note has alone, by who wrote it at which level. */
const SONG = {
  cityV1: 'Amselruf',
  cityV2: 'Buchfink',
  cityV3: 'Cistensänger',
  partnerV1: 'Drossel',
  partnerV2: 'Elster',
  partnerV3: 'Fitis',
} as const;
type Song = keyof typeof SONG;

const MAY_FIND: Readonly<Record<SmallStaff, readonly Song[]>> = {
  city: ['cityV1', 'cityV2', 'cityV3', 'partnerV1'],
  cityColleague: ['cityV1', 'cityV2', 'partnerV1'],
  partner: ['cityV1', 'partnerV1', 'partnerV2', 'partnerV3'],
  partnerLead: ['cityV1', 'partnerV1', 'partnerV2'],
  administrator: [],
  partnerAdministrator: [],
};

let host: TestHost;
const clients = new Map<SmallStaff, DeskClient>();

beforeAll(async () => {
  host = await startTestHost({ clock: 'driven', clockStart: '2026-11-23T08:00:00.000Z' });
  await setUpSmallOffice(host);
  // Half of them sign in before the notes are there, half after.
  for (const who of ['city', 'partner', 'administrator'] as const) clients.set(who, (await signInAs(host, who)).client);
  for (const author of ['city', 'partner'] as const) {
    const client = clientOf(author);
    const ticket = await client.queue.checkIn({ requestId: randomUUID(), spoken: 'ar', topics: ['kita'] });
    const on = { requestId: randomUUID(), ticketId: ticket.ticketId, revision: ticket.revision };
    const { contactId } = await client.queue.start(on);
    for (const level of ['V1', 'V2', 'V3'] as const satisfies readonly NoteLevel[])
      await client.consultations.writeNote({
        requestId: randomUUID(),
        contactId,
        level,
        text: `${COMMON} ${SONG[`${author}${level}`]}`,
      });
  }
  for (const who of ['cityColleague', 'partnerLead', 'partnerAdministrator'] as const)
    clients.set(who, (await signInAs(host, who)).client);
}, 120_000);
afterAll(() => host.remove());

function clientOf(who: SmallStaff): DeskClient {
  const client = clients.get(who);
  if (!client) throw new Error(`${who} is signed in`);
  return client;
}

/** What somebody finds; nothing for who may not search. Waits until everything is searchable. */
async function find(who: SmallStaff, words: string) {
  const ask = () =>
    clientOf(who).search.notes({ words, topic: null, from: null, to: null, employer: null, level: null });
  if ((await outcomeOf(ask())) === 'FORBIDDEN') return { hits: [], more: false };
  for (;;) {
    const answer = await ask();
    if (answer.reach === 'all') return answer;
  }
}

const textOf = ({ snippet }: { snippet: readonly { text: string }[] }) => snippet.map(({ text }) => text).join('');

for (const who of Object.keys(SMALL_STAFF) as SmallStaff[]) {
  test(`${who} finds ${MAY_FIND[who].join(', ') || 'nothing'}, and no count tells of more`, async () => {
    for (const song of Object.keys(SONG) as Song[]) {
      const { hits, more } = await find(who, SONG[song]);
      expect([song, hits.length, more]).toEqual([song, MAY_FIND[who].includes(song) ? 1 : 0, false]);
    }
    const { hits, more } = await find(who, COMMON);
    expect(hits.map(textOf).sort()).toEqual(MAY_FIND[who].map((song) => `${COMMON} ${SONG[song]}`).sort());
    expect(more).toBe(false);
  });
}

test('a note that is raised is gone for the others at once', async () => {
  const client = clientOf('city');
  const [hit] = (await find('city', SONG.cityV1)).hits;
  if (!hit) throw new Error('Its author finds it');
  expect((await find('partner', SONG.cityV1)).hits).toHaveLength(1);
  await client.consultations.changeNote({
    requestId: randomUUID(),
    id: hit.noteId,
    revision: 1,
    level: 'V3',
    text: `${COMMON} ${SONG.cityV1}`,
  });
  for (const who of ['partner', 'partnerLead', 'cityColleague'] as const)
    expect((await find(who, SONG.cityV1)).hits).toEqual([]);
  expect((await find('city', SONG.cityV1)).hits).toHaveLength(1);
});
