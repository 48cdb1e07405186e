import type { ContractRouterClient } from '@orpc/contract';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { contract } from '../../../shared/contract.ts';
import type { Session } from '../access/session.ts';
import { lettersHandlers } from '../letters/letters.handlers.ts';
import { partnersHandlers } from '../partners/partners.handlers.ts';
import { peopleHandlers } from '../people/people.handlers.ts';
import { routerFor } from '../rpc/router.ts';
import { aLetter } from '../testing/test-letters.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { AMAL, KITA, newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { consultationsHandlers } from './consultations.handlers.ts';

type Client = Pick<ContractRouterClient<typeof contract>, 'consultations' | 'letters' | 'partners' | 'people'>;

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

/** A desk at which this person is signed in, through access check, validation and all. */
function desk(session: Session | null): Client {
  const handlers = {
    consultations: consultationsHandlers,
    letters: lettersHandlers,
    partners: partnersHandlers,
    people: peopleHandlers,
  };
  const router = routerFor(office.core, handlers, 'desk');
  // The router is made from the contract's own procedures, one by one, so its client is the contract's.
  return createRouterClient(router as AnyRouter, {
    context: { connection: { kind: 'desk', session } },
  }) as Client;
}
const requestId = () => crypto.randomUUID();

it('plays a consultation from the first key to the end', async () => {
  const { people, partners, consultations, letters } = desk(office.who.city);
  const on = talk(office, office.who.city);
  const { contactId } = on;
  const person = await people.create({ requestId: requestId(), person: { ...AMAL, bornOn: '1990-01-01' } });
  expect((await people.search({ words: 'haddad amal' })).hits).toMatchObject([
    {
      id: person.id,
      bornYear: 1990,
      matchedBy: [
        { reason: 'name', found: 'Haddad' },
        { reason: 'name', found: 'Amal' },
      ],
    },
  ]);
  const changed = await consultations.change({
    requestId: requestId(),
    contactId,
    revision: 1,
    personId: person.id,
    topics: [{ topic: 'kita', result: 'passed-on' }],
  });
  await consultations.change({
    requestId: requestId(),
    contactId,
    revision: changed.revision,
    obstacles: [{ obstacle: 'no-place', state: 'open' }],
  });
  await consultations.addStep({
    requestId: requestId(),
    contactId,
    owner: 'partner',
    what: 'Platz nennen',
    topic: 'kita',
    dueOn: '2026-12-07',
  });
  await consultations.saveDraft({ requestId: requestId(), contactId, level: 'V2', text: 'halb' });
  expect((await consultations.draft({ contactId })).draft).toEqual({
    level: 'V2',
    text: 'halb',
    savedAt: office.clock.now(),
  });
  const note = await consultations.writeNote({ requestId: requestId(), contactId, level: 'V2', text: 'halb und ganz' });
  expect((await consultations.draft({ contactId })).draft).toBeNull();
  await consultations.changeNote({ requestId: requestId(), id: note.id, revision: 1, level: 'V3', text: 'anvertraut' });
  expect((await consultations.noteVersions({ id: note.id })).versions).toHaveLength(2);

  const partner = await partners.create({ requestId: requestId(), partner: KITA });
  expect((await partners.list({})).partners).toEqual([{ ...KITA, ...partner }]);
  const draft = aLetter({
    contactId,
    personId: person.id,
    partnerId: partner.id,
    enclosures: ['Kopie'],
    companionLanguage: 'ar',
  });
  const preview = await letters.preview(draft);
  expect(preview).toMatchObject({ missing: [], leaves: ['name', 'concern', 'done'] });
  expect(preview.html).toContain('Amal Haddad');
  const letter = await letters.write({ requestId: requestId(), letter: draft });
  expect(letter.state).toBe('ready');
  expect(Buffer.from((await letters.pdf({ id: letter.id })).base64, 'base64').toString()).toMatch(/^%PDF/);
  expect((await letters.list({ personId: person.id, contactId: null })).letters).toEqual([
    await letters.get({ id: letter.id }),
  ]);

  office.clock.advance(10 * 60_000);
  // Whoever names the person and finishes at once knows the revision from before.
  const finished = await consultations.finish({
    requestId: requestId(),
    ticketId: on.ticketId,
    revision: on.revision,
    minutes: null,
  });
  expect(finished).toEqual({ ticketId: on.ticketId, revision: on.revision + 1 });
  expect(await consultations.get({ contactId })).toMatchObject({
    minutes: 10,
    person: { name: 'Amal Haddad' },
    notes: [{ level: 'V3' }],
    steps: [{ what: 'Platz nennen' }],
  });
  expect((await people.timeline({ id: person.id })).entries.map((entry) => entry.kind).sort()).toEqual([
    'contact',
    'letter',
    'note',
    'step',
  ]);
  expect((await consultations.followUps({ until: '2026-12-07' })).followUps.map((due) => due.kind).sort()).toEqual([
    'reply',
    'step',
  ]);
  expect((await people.recent({})).hits.map((hit) => hit.id)).toEqual([person.id]);
  expect((await letters.templates({})).templates).toMatchObject([{ id: 'referral', version: 1 }]);
});

describe('a request that is sent twice', () => {
  it('writes one note, and its answer holds no text', async () => {
    const { consultations } = desk(office.who.city);
    const { contactId } = talk(office, office.who.city);
    const twice = { requestId: requestId(), contactId, level: 'V3' as const, text: 'KANARIE' };
    expect(await consultations.writeNote(twice)).toEqual(await consultations.writeNote(twice));
    expect((await consultations.get({ contactId })).notes).toHaveLength(1);
    const stored = office.db.statement('SELECT * FROM request').all();
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain('KANARIE');
  });

  it('is refused when it was another request', async () => {
    const { consultations } = desk(office.who.city);
    const { contactId } = talk(office, office.who.city);
    const id = requestId();
    await consultations.writeNote({ requestId: id, contactId, level: 'V1', text: 'eins' });
    await expect(
      consultations.saveDraft({ requestId: id, contactId, level: 'V1', text: 'zwei' }),
    ).rejects.toMatchObject({ code: 'RULE', data: { reason: 'request-reused' } });
  });
});

describe('the desk of somebody who may not', () => {
  it('is told nothing, whether the thing is there or not', async () => {
    const { contactId } = talk(office, office.who.city, { personId: newPerson(office) });
    const { id } = await desk(office.who.city).consultations.writeNote({
      requestId: requestId(),
      contactId,
      level: 'V1',
      text: 'KANARIE',
    });
    for (const [session, code] of [
      [office.who.admin, 'FORBIDDEN'],
      [null, 'UNAUTHENTICATED'],
    ] as const) {
      const { consultations, letters, people } = desk(session);
      for (const attempt of [
        consultations.get({ contactId }),
        consultations.noteVersions({ id }),
        consultations.draft({ contactId }),
        people.recent({}),
        letters.templates({}),
      ]) {
        await expect(attempt).rejects.toMatchObject({ code });
      }
    }
  });

  it('names fields, never what was typed, when the input is wrong', async () => {
    const { contactId } = talk(office, office.who.city);
    const wrong = desk(office.who.city).consultations.writeNote({
      requestId: requestId(),
      contactId,
      level: 'V2',
      text: `KANARIE${'x'.repeat(20_000)}`,
    });
    const fault = await wrong.catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'INVALID_INPUT', data: { fields: ['text'] } });
    expect(JSON.stringify(fault)).not.toContain('KANARIE');
  });
});

it('empties the write-ahead log of what a raised note has replaced', async () => {
  const { consultations } = desk(office.who.city);
  const { contactId } = talk(office, office.who.city);
  const note = await consultations.writeNote({ requestId: requestId(), contactId, level: 'V1', text: 'eins' });
  const wal = () => office.core.database?.raw.pragma('wal_checkpoint(PASSIVE)') as { log: number }[];
  expect(wal()[0]?.log).toBeGreaterThan(0);
  await consultations.changeNote({ requestId: requestId(), id: note.id, revision: 1, level: 'V2', text: 'zwei' });
  await new Promise((done) => setImmediate(done));
  expect(wal()[0]?.log).toBe(0);
});
