import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import type { DeskClient } from '../../../electron/hosts/desk-client.ts';
import { createTestOffice } from '../../../electron/office/testing/test-office.ts';
import { outcomeOf } from '../../contract/procedures.ts';
import { setUpSmallOffice, signInAs } from '../../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../../hosts/test-host.ts';

let host: TestHost | null = null;
afterEach(async () => {
  await host?.remove();
  host = null;
});

const requestId = () => randomUUID();

async function writer(orders: unknown): Promise<string[]> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./racing-child.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(orders));
  // The writer prints a list of ids.
  return JSON.parse(await text(child.stdout)) as string[];
}

it('lets one of two processes call a ticket, two thousand times, with nothing but the database between them', async () => {
  const office = await createTestOffice();
  try {
    const { raw } = office.core.database ?? {};
    const key = office.core.dataKey;
    if (!raw || !key) throw new Error('It is open');
    const tickets = Array.from({ length: 2000 }, () => randomUUID());
    raw.transaction(() => {
      const day = raw.prepare('INSERT INTO queue_day (day) VALUES (?)');
      const ticket = raw.prepare(
        `INSERT INTO ticket (id, day, number, kind, spoken, understood, read, topics, door_note, arrived_at)
         VALUES (?, ?, ?, 'walk-in', 'ar', 'ar', 'ar', '[]', '', '2026-11-23T08:00:00.000Z')`,
      );
      const issued = raw.prepare(
        "INSERT INTO ticket_event (ticket_id, sequence, type, at) VALUES (?, 1, 'issued', '2026-11-23T08:00:00.000Z')",
      );
      for (const [index, id] of tickets.entries()) {
        const date = `2026-11-2${3 + Math.floor(index / 999)}`;
        if (index % 999 === 0) day.run(date);
        ticket.run(id, date, (index % 999) + 1);
        issued.run(id);
      }
    })();
    const orders = {
      path: join(office.ports.dataFolder, 'office.db'),
      key: Buffer.from(key).toString('hex'),
      staffId: office.who.city.staffId,
      tickets,
    };
    const [one, two] = await Promise.all([writer(orders), writer(orders)]);
    expect(one.length + two.length).toBe(2000);
    expect(new Set([...one, ...two]).size).toBe(2000);
    // Both were at it at the same time, or the race would have been none.
    expect(Math.min(one.length, two.length)).toBeGreaterThan(0);
    const twice = raw
      .prepare(
        "SELECT count(*) FROM (SELECT 1 FROM ticket_event WHERE type = 'called' GROUP BY ticket_id HAVING count(*) > 1)",
      )
      .pluck()
      .get();
    expect(twice).toBe(0);
  } finally {
    office.close();
  }
}, 120_000);

it('gives each of a thousand tickets to one of two desks that press "call next" together', async () => {
  host = await startTestHost({ clock: 'driven' });
  await host.process.moveClock('2026-11-23T08:00:00.000Z');
  await setUpSmallOffice(host);
  const desks = await Promise.all([signInAs(host, 'city', { desk: 1 }), signInAs(host, 'partner', { desk: 2 })]);
  const clients = desks.map(({ client }) => client);
  const called: string[][] = [];
  for (let day = 0; day < 20; day += 1) {
    await host.process.moveClock(new Date(Date.UTC(2026, 10, 24 + day, 8)).toISOString());
    await Promise.all(
      clients.flatMap((client) =>
        Array.from({ length: 25 }, () => client.queue.checkIn({ requestId: requestId(), spoken: 'ar', topics: [] })),
      ),
    );
    called.push(...(await Promise.all(clients.map((client) => callUntilNobodyWaits(client)))));
  }
  expect(called.flat()).toHaveLength(1000);
  expect(new Set(called.flat()).size).toBe(1000);
  // Each desk got some on every day: they really pressed together.
  expect(Math.min(...called.map((one) => one.length))).toBeGreaterThan(0);
}, 180_000);

async function callUntilNobodyWaits(client: DeskClient): Promise<string[]> {
  const called: string[] = [];
  for (;;) {
    const next = await client.queue.callNext({ requestId: requestId() }).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'RULE') return null;
      throw error;
    });
    if (!next) return called;
    called.push(next.ticketId);
  }
}

it('has eleven who wait in the same order after the power was cut', async () => {
  host = await startTestHost();
  await setUpSmallOffice(host);
  const { client } = await signInAs(host, 'city');
  const doors = ['ar', 'de', 'ckb', 'de', 'fa', 'ar', 'kmr', 'de', 'en', 'ar', 'tr'];
  for (const [index, spoken] of doors.entries()) {
    await client.queue.checkIn({
      requestId: requestId(),
      spoken,
      topics: [],
      priorityReason: index === 6 ? 'illness' : null,
      kind: index === 4 ? 'appointment' : 'walk-in',
    });
  }
  const lineOf = async (desk: DeskClient) =>
    (await desk.queue.today({})).tickets.map(({ label, state }) => `${label} ${state}`);
  const before = await lineOf(client);
  expect(before).toHaveLength(11);
  process.kill(host.process.pid, 'SIGKILL');
  await host.process.ended;
  host = await startTestHost({ folder: host.folder });
  const again = await signInAs(host, 'city');
  expect(await lineOf(again.client)).toEqual(before);
  expect(await outcomeOf(again.client.queue.callNext({ requestId: requestId() }))).toBe('ok');
}, 60_000);
