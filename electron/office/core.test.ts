import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signIn } from './access/sign-in.ts';
import { type Core, createCore, keptHead } from './core.ts';
import { journalHead } from './database/journal.ts';
import { closeOffice } from './office/open-office.ts';
import { officeStatus } from './office/status.ts';
import { createTestOffice, type TestOffice, testPassphrase } from './testing/test-office.ts';
import { ticket } from './testing/test-talk.ts';

let office: TestOffice;
let head: string;
const logged: string[] = [];
beforeEach(async () => {
  logged.length = 0;
  office = await createTestOffice();
  office.ports.log.write = ({ code }) => void logged.push(code);
  head = join(office.ports.dataFolder, 'head');
});
afterEach(() => office.close());

/** Another start on the same files; returns what blocks the office, or null. */
async function blockedAtNextStart(): Promise<string | null> {
  closeOffice(office.core);
  const core: Core = createCore(office.ports);
  await signIn(
    core,
    { kind: 'desk', session: null },
    { name: 'city', passphrase: testPassphrase('city'), desk: 1 },
  ).catch(() => undefined);
  const { blockedBy } = officeStatus(core);
  closeOffice(core);
  return blockedBy;
}

it('keeps the journal’s head beside the database after each command', () => {
  ticket(office, office.who.city);
  expect(keptHead(office.ports.dataFolder)).toEqual(journalHead(office.db));
});

it('acknowledges a command though the head can’t be kept, and tells the screens', () => {
  // A folder in the way of the file that the head is written to.
  mkdirSync(`${head}.new`);
  const told: unknown[] = [];
  office.core.changes.subscribe('change', (change) => told.push(change));
  expect(ticket(office, office.who.city).number).toBe(1);
  expect(told).toMatchObject([{ entity: 'ticket' }]);
  expect(logged).toEqual(['head-not-kept']);
  rmSync(`${head}.new`, { recursive: true });
});

it.each([
  ['is missing', () => rmSync(head)],
  ['is empty', () => writeFileSync(head, '')],
  ['is torn', () => writeFileSync(head, '{"sequence":1')],
  [
    'was not written again before the power went',
    () =>
      writeFileSync(
        head,
        JSON.stringify(office.db.statement('SELECT sequence, hash FROM journal WHERE sequence = 1').get()),
      ),
  ],
] as const)('opens when the head %s', async (_, spoil) => {
  ticket(office, office.who.city);
  spoil();
  expect(await blockedAtNextStart()).toBeNull();
});

it.each([
  ['leads', { sequence: 999, hash: 'a'.repeat(64) }],
  ['is another chain’s', { sequence: 1, hash: 'a'.repeat(64) }],
] as const)('is blocked when the head %s', async (_, other) => {
  ticket(office, office.who.city);
  writeFileSync(head, JSON.stringify(other));
  expect(await blockedAtNextStart()).toBe('set-back');
});
