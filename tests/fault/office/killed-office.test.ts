import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { DeskClient } from '../../../electron/hosts/desk-client.ts';
import { type SmallStaff, setUpSmallOffice, signInAs } from '../../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../../hosts/test-host.ts';
import { faultsIn, inClosedDatabase } from './closed-database.ts';

let host: TestHost;
afterEach(async () => {
  await host.remove();
});

/** What the office has answered, and so has to be there after any end of its process. */
interface Acknowledged {
  tickets: Map<string, { number: number; revision: number }>;
  notes: Map<string, string>;
  drafts: Map<string, string>;
  people: Set<string>;
}

async function workUntilKilled(client: DeskClient, answered: Acknowledged, name: string): Promise<void> {
  for (let round = 0; ; round += 1) {
    const { ticketId, revision, number } = await client.queue.checkIn({
      requestId: randomUUID(),
      spoken: 'ar',
      topics: ['kita'],
      doorNote: name,
    });
    answered.tickets.set(ticketId, { number, revision });
    const talk = await client.queue.start({ requestId: randomUUID(), ticketId, revision });
    answered.tickets.set(ticketId, { number, revision: talk.revision });
    const { contactId } = talk;
    const draft = `${name} ${round} Entwurf`;
    await client.consultations.saveDraft({ requestId: randomUUID(), contactId, text: draft, level: 'V3' });
    answered.drafts.set(contactId, draft);
    const other = await client.queue.checkIn({ requestId: randomUUID(), spoken: 'fa', topics: [] });
    answered.tickets.set(other.ticketId, { number: other.number, revision: other.revision });
    const text = `${name} ${round} Notiz`;
    const begun = await client.queue.start({
      requestId: randomUUID(),
      ticketId: other.ticketId,
      revision: other.revision,
    });
    answered.tickets.set(other.ticketId, { number: other.number, revision: begun.revision });
    await client.consultations.writeNote({ requestId: randomUUID(), contactId: begun.contactId, level: 'V2', text });
    answered.notes.set(begun.contactId, text);
    const person = await client.people.create({
      requestId: randomUUID(),
      person: {
        givenName: name,
        familyName: `Familie${round}`,
        ownScriptName: '',
        bornOn: null,
        birthPrecision: null,
        gender: 'not-stated',
        roles: [],
        spoken: null,
        understood: null,
        read: null,
        district: null,
        phone: '',
        email: '',
      },
    });
    answered.people.add(person.id);
  }
}

async function expectAllThere(client: DeskClient, answered: Acknowledged): Promise<void> {
  const shown = new Map((await client.queue.today({})).tickets.map((view) => [view.id, view]));
  const missing = [...answered.tickets].filter(([id, { number, revision }]) => {
    const view = shown.get(id);
    return !view || view.number !== number || view.revision < revision;
  });
  expect(missing).toEqual([]);
  expect(new Set([...shown.values()].map(({ number }) => number)).size).toBe(shown.size);
  for (const [contactId, text] of answered.drafts)
    expect((await client.consultations.draft({ contactId })).draft?.text).toBe(text);
  for (const [contactId, text] of answered.notes)
    expect((await client.consultations.get({ contactId })).notes.map((note) => note.text)).toContain(text);
  for (const id of answered.people) expect((await client.people.get({ id })).id).toBe(id);
}

it('has everything that was acknowledged after kill -9 in the middle of work, again and again', async () => {
  host = await startTestHost();
  const { sheets } = await setUpSmallOffice(host);
  const all: Record<'city' | 'partner', Acknowledged> = { city: nothing(), partner: nothing() };
  for (const round of [0, 1]) {
    const goal = answersIn(all) + 6;
    const both = ['city', 'partner'] as const satisfies SmallStaff[];
    // Both are signed in before either works: the kill is to meet work, not a sign-in.
    const desks = await Promise.all(both.map(async (who) => ({ who, ...(await signInAs(host, who)) })));
    const working = desks.map(({ who, client }) =>
      workUntilKilled(client, all[who], `${who}${round}`).catch(() => undefined),
    );
    while (answersIn(all) < goal) await new Promise((resolve) => setTimeout(resolve, 5));
    process.kill(host.process.pid, 'SIGKILL');
    await host.process.ended;
    await Promise.race([Promise.allSettled(working), new Promise((resolve) => setTimeout(resolve, 500))]);
    // The head kept outside may be gone with the process, or half written.
    if (round === 1) rmSync(join(host.dataFolder, 'head'), { force: true });
    host = await startTestHost({ folder: host.folder });
    for (const who of ['city', 'partner'] as const) {
      const { client, close } = await signInAs(host, who);
      await expectAllThere(client, all[who]);
      await close();
    }
  }
  await host.process.stop();
  expect(await inClosedDatabase(host.dataFolder, sheets.city.identity, faultsIn)).toEqual([]);
}, 240_000);

function nothing(): Acknowledged {
  return { tickets: new Map(), notes: new Map(), drafts: new Map(), people: new Set() };
}

function answersIn(all: Readonly<Record<string, Acknowledged>>): number {
  return Object.values(all).reduce(
    (sum, { tickets, notes, drafts, people }) => sum + tickets.size + notes.size + drafts.size + people.size,
    0,
  );
}
