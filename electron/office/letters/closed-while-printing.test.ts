import { afterEach, beforeEach, expect, it } from 'vitest';
import { endSession } from '../access/sign-in.ts';
import { openDatabaseOf } from '../core.ts';
import { closeOffice } from '../office/open-office.ts';
import { snapshotOf } from '../office/snapshots.ts';
import { deskOf, faultOf, newDesk } from '../testing/test-desk.ts';
import { aLetter } from '../testing/test-letters.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import { newPartner } from '../testing/test-people.ts';

let office: TestOffice;
/** Prints that wait until the test lets them go on. */
let waiting: ((pdf: Uint8Array) => void)[];
beforeEach(async () => {
  waiting = [];
  office = await createTestOffice({
    printer: { printToPdf: () => new Promise((resolve) => waiting.push(resolve)) },
  });
});
afterEach(() => office.close());

async function waitingPrints(count: number): Promise<void> {
  while (waiting.length < count) await new Promise((resolve) => setImmediate(resolve));
}

const printAll = () => waiting.splice(0).forEach((print) => print(Buffer.from('%PDF-test')));
const states = () => office.db.statement('SELECT state FROM letter ORDER BY id').pluck(true).all();

async function writeOne(): Promise<{ partnerId: string; ended: Promise<string | null> }> {
  const partnerId = newPartner(office);
  const requestId = crypto.randomUUID();
  const ended = faultOf(deskOf(office, office.who.city).letters.write({ requestId, letter: aLetter({ partnerId }) }));
  await waitingPrints(1);
  return { partnerId, ended };
}

it('prints at the next opening what was printing when the office closed', async () => {
  const { ended } = await writeOne();
  for (const connection of office.core.connections) endSession(office.core, connection);
  closeOffice(office.core);
  printAll();
  expect(await ended).toBe('UNAVAILABLE closed');
  const { calls } = newDesk(office);
  await calls.access.signIn({ name: 'city', passphrase: testPassphrase('city') });
  expect(states()).toEqual(['printing']);
  await waitingPrints(1);
  printAll();
  await new Promise((resolve) => setImmediate(resolve));
  expect(states()).toEqual(['ready']);
});

it('leaves a restored office alone that never knew the letter', async () => {
  const taken = snapshotOf(office.core, openDatabaseOf(office.core).raw);
  const { ended } = await writeOne();
  for (const connection of office.core.connections) endSession(office.core, connection);
  const { calls } = newDesk(office);
  await calls.office.restoreSnapshot({ snapshot: taken.name, name: 'city', passphrase: testPassphrase('city') });
  await calls.access.signIn({ name: 'city', passphrase: testPassphrase('city') });
  printAll();
  expect(await ended).toBe('NOT_FOUND');
  expect(states()).toEqual([]);
});

it('records what was printed while the author’s screen was locked', async () => {
  const { ended } = await writeOne();
  await deskOf(office, office.who.city).access.lock({});
  printAll();
  expect(await ended).toBeNull();
  expect(states()).toEqual(['ready']);
});
