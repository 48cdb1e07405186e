import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DeskClient, DeskConnection } from '../../../electron/hosts/desk-client.ts';
import { outcomeOf } from '../../contract/procedures.ts';
import { setUpSmallOffice, signInAs } from '../../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../../hosts/test-host.ts';

/** Four desks on connections of their own, as screens have them: what they send at once arrives in any order. */
let host: TestHost;
let desks: DeskConnection[];
beforeAll(async () => {
  host = await startTestHost({ clock: 'driven' });
  await host.process.moveClock('2026-11-23T08:00:00.000Z');
  await setUpSmallOffice(host);
  desks = await Promise.all(
    (['city', 'cityColleague', 'partner', 'partnerLead'] as const).map((who, index) =>
      signInAs(host, who, { desk: index + 1 }),
    ),
  );
}, 60_000);
afterAll(async () => {
  await host.remove();
});

const requestId = () => randomUUID();
const atOnce = <T>(work: (client: DeskClient, seat: number) => Promise<T>) =>
  Promise.all(desks.map(({ client }, seat) => work(client, seat)));

it('gives every ticket a number of its own, however many check in at once', async () => {
  const issued = await atOnce((client) =>
    Promise.all(
      Array.from({ length: 40 }, () => client.queue.checkIn({ requestId: requestId(), spoken: 'ar', topics: [] })),
    ),
  );
  const numbers = issued.flat().map(({ number }) => number);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 160 }, (_, index) => index + 1));
});

it('calls every ticket once: whoever comes second is told that somebody was quicker', async () => {
  const [first] = desks;
  const waiting = (await first?.client.queue.today({}))?.tickets.filter(({ state }) => state === 'waiting') ?? [];
  for (const { id: ticketId, revision } of waiting.slice(0, 60)) {
    const outcomes = await atOnce((client) =>
      outcomeOf(client.queue.call({ requestId: requestId(), ticketId, revision })),
    );
    expect(outcomes.toSorted()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'ok']);
  }
});

it('calls the next one once, until nobody waits', async () => {
  const called: string[] = [];
  await atOnce(async (client) => {
    for (;;) {
      const next = await client.queue.callNext({ requestId: requestId() }).catch(() => null);
      if (!next) return;
      called.push(next.ticketId);
    }
  });
  expect(called).toHaveLength(100);
  expect(new Set(called).size).toBe(100);
});

it('carries out a request once that comes twice at once, and gives both the same answer', async () => {
  const [one] = desks;
  if (!one) throw new Error('There are four');
  const { client } = one;
  const twice = async <T>(send: (input: { requestId: string }) => Promise<T>) => {
    const input = { requestId: requestId() };
    const [first, second] = await Promise.all([send(input), send(input)]);
    expect(second).toEqual(first);
    return first;
  };
  const { ticketId, revision } = await twice((input) =>
    client.queue.checkIn({ ...input, spoken: 'ar', topics: ['kita'] }),
  );
  const { contactId } = await twice((input) => client.queue.start({ ...input, ticketId, revision }));
  await twice((input) => client.consultations.writeNote({ ...input, contactId, level: 'V3', text: 'einmal' }));
  await twice((input) =>
    client.consultations.addStep({ ...input, contactId, owner: 'us', what: 'einmal', topic: null, dueOn: null }),
  );
  await twice((input) =>
    client.people.create({
      ...input,
      person: {
        givenName: 'Erika',
        familyName: 'Einmal',
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
    }),
  );
  await twice((input) => client.office.takeSnapshot(input));
  const contact = await client.consultations.get({ contactId });
  expect([contact.notes.length, contact.steps.length]).toEqual([1, 1]);
  expect((await client.people.search({ words: 'einmal' })).hits).toHaveLength(1);
  expect((await client.office.listSnapshots({})).snapshots).toHaveLength(1);
});

it('answers nobody else’s request, and not one of before under another name', async () => {
  const [one, two] = desks;
  if (!one || !two) throw new Error('There are four');
  const input = { requestId: requestId() };
  const first = await one.client.queue.checkIn({ ...input, spoken: 'ar', topics: [] });
  const second = await two.client.queue.checkIn({ ...input, spoken: 'ar', topics: [] });
  expect(second.ticketId).not.toBe(first.ticketId);
  expect(await outcomeOf(one.client.queue.callNext(input))).toBe('RULE request-reused');
  await one.client.access.lock({});
  expect(await outcomeOf(one.client.queue.checkIn({ ...input, spoken: 'ar', topics: [] }))).toBe('UNAUTHENTICATED');
});
