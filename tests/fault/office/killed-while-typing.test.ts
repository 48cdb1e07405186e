import { randomUUID } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { seededRandom } from '../../../electron/hosts/cli/seeded-random.ts';
import { setUpSmallOffice, signInAs } from '../../hosts/small-office.ts';
import { startTestHost, type TestHost } from '../../hosts/test-host.ts';
import { faultsIn, inClosedDatabase } from './closed-database.ts';
import { Typist } from './typist.ts';

/** Another seed is another day; a run says with which it failed. */
const SEED = Number(process.env['TANDEM_TYPING_SEED'] ?? 20261129);
const CRASHES = Number(process.env['TANDEM_TYPING_CRASHES'] ?? 5);

let host: TestHost;
afterEach(async () => {
  await host.remove();
});

async function begunTalks(count: number): Promise<string[]> {
  const { client, close } = await signInAs(host, 'cityColleague', { desk: 3 });
  const contactIds: string[] = [];
  for (let talk = 0; talk < count; talk += 1) {
    const { ticketId, revision } = await client.queue.checkIn({ requestId: randomUUID(), spoken: 'ar', topics: [] });
    const { contactId } = await client.queue.start({ requestId: randomUUID(), ticketId, revision });
    contactIds.push(contactId);
  }
  await close();
  return contactIds;
}

it(`loses no draft and no note to kill -9 while two people type, and keeps nothing by halves (seed ${SEED})`, async () => {
  const random = seededRandom(SEED);
  host = await startTestHost();
  const { sheets } = await setUpSmallOffice(host);
  const contactIds = await begunTalks(3);
  // Both employers type on the same talks: each draft is its author's alone.
  const typists = (['city', 'partner'] as const).map(
    (who) => new Typist(who, seededRandom(random.between(1, 2 ** 31)), contactIds),
  );
  const answers = () => typists.reduce((sum, typist) => sum + typist.answers, 0);

  for (let crash = 0; crash < CRASHES; crash += 1) {
    const goal = answers() + random.between(4, 60);
    const desks = await Promise.all(typists.map(async (typist) => ({ typist, ...(await typist.signIn(host)) })));
    const typing = Promise.allSettled(desks.map(({ typist, client }) => typist.type(client)));
    while (answers() < goal) await pause(1);
    // Anywhere between two answers, in the middle of a save, too.
    await pause(random.next() * 8);
    process.kill(host.process.pid, 'SIGKILL');
    await host.process.ended;
    await Promise.race([typing, pause(500)]);

    const copy = join(host.folder, `crash-${crash}`);
    cpSync(host.dataFolder, copy, { recursive: true });
    expect(await inClosedDatabase(copy, sheets.city.identity, faultsIn)).toEqual([]);
    host = await startTestHost({ folder: host.folder });
    for (const typist of typists) {
      const { client, close } = await typist.signIn(host);
      await typist.lookAgain(client);
      await close();
      expect(typist.wrong).toEqual([]);
    }
  }
  await host.process.stop();
  expect(await inClosedDatabase(host.dataFolder, sheets.city.identity, faultsIn)).toEqual([]);
  const written = typists.flatMap(({ answered }) => [...answered.values()].flatMap(({ notes }) => notes)).length;
  const kept = await inClosedDatabase(host.dataFolder, sheets.city.identity, (database) =>
    database.prepare('SELECT count(*) FROM note').pluck().get(),
  );
  expect([kept, written > 0]).toEqual([written, true]);
}, 240_000);
