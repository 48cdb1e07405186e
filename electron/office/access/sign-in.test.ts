import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeOffice } from '../office/open-office.ts';
import { Fault } from '../rpc/faults.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import type { Connection } from './session.ts';
import { endSession, signIn } from './sign-in.ts';
import { signInPause } from './sign-in-pause.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

async function tryToSignIn(name: string, passphrase: string): Promise<unknown> {
  const connection: Connection = { kind: 'desk', session: null };
  try {
    await signIn(office.core, connection, { name, passphrase, desk: 1 });
    endSession(office.core, connection);
    return 'signed in';
  } catch (error) {
    if (error instanceof Fault) return error.detail;
    throw error;
  }
}

it('says the same whether the name or the passphrase was wrong', async () => {
  expect(await tryToSignIn('city', 'wrong wrong wrong')).toEqual({ reason: 'sign-in-failed', retryAfterSeconds: 1 });
  office.clock.advance(61_000);
  expect(await tryToSignIn('nobody', testPassphrase('city'))).toEqual({
    reason: 'sign-in-failed',
    retryAfterSeconds: 2,
  });
});

it('pauses 1, 2, 4 … 60 seconds, refuses even the right passphrase meanwhile, and starts anew after success', async () => {
  const pauses: unknown[] = [];
  for (let attempt = 0; attempt < 8; attempt += 1) {
    pauses.push(await tryToSignIn('city', 'wrong wrong wrong'));
    office.clock.advance(61_000);
  }
  expect(pauses.map((pause) => (pause as { retryAfterSeconds: number }).retryAfterSeconds)).toEqual([
    1, 2, 4, 8, 16, 32, 60, 60,
  ]);
  await tryToSignIn('city', 'wrong wrong wrong');
  expect(await tryToSignIn('city', testPassphrase('city'))).toEqual({ reason: 'paused', retryAfterSeconds: 60 });
  office.clock.advance(60_000);
  expect(await tryToSignIn('city', testPassphrase('city'))).toBe('signed in');
  expect(await tryToSignIn('city', 'wrong wrong wrong')).toEqual({ reason: 'sign-in-failed', retryAfterSeconds: 1 });
});

it('remembers the pause over a restart and does not lock out for years when the clock is set back', async () => {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    await tryToSignIn('city', 'wrong wrong wrong');
    office.clock.advance(61_000);
  }
  await tryToSignIn('city', 'wrong wrong wrong');
  const afterRestart = signInPause(office.ports.dataFolder, office.clock);
  expect(afterRestart.remainingSeconds()).toBe(16);
  office.clock.moveTo('2016-01-01T00:00:00.000Z');
  expect(signInPause(office.ports.dataFolder, office.clock).remainingSeconds()).toBe(16);
});

it('tries attempts one after another, so that many at once meet the pause', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => tryToSignIn('city', 'wrong wrong wrong')));
  expect(answers.map((answer) => (answer as { reason: string }).reason)).toEqual([
    'sign-in-failed',
    'paused',
    'paused',
    'paused',
    'paused',
  ]);
});

it('forgets the keys of a session that ends', () => {
  const { keys } = office.who.city;
  const held = [...keys.readers.values()];
  const connection = [...office.core.connections].find((candidate) => candidate.session === office.who.city);
  if (!connection) throw new Error('Signed in');
  endSession(office.core, connection);
  expect(keys.readers.size).toBe(0);
  expect(held.every(({ key }) => key.every((byte) => byte === 0))).toBe(true);
  expect(connection.session).toBeNull();
});

it('gives each employer its own vault, and an administrator none', () => {
  const { city, cityColleague, partner, admin } = office.who;
  expect(city.keys.vault).toBe(cityColleague.keys.vault);
  expect(city.keys.vault).not.toBe(partner.keys.vault);
  expect(admin.keys.vault).toBeNull();
  expect([...partner.keys.readers.keys()].some((reader) => city.keys.readers.has(reader))).toBe(false);
});

it('opens a closed office with any passphrase of its staff', async () => {
  for (const connection of office.core.connections) endSession(office.core, connection);
  closeOffice(office.core);
  expect(await tryToSignIn('partner', testPassphrase('partner'))).toBe('signed in');
  expect(office.core.database).not.toBeNull();
});

it('keeps no passphrase and no key in plain text in the keyring', () => {
  const keyring = readFileSync(join(office.ports.dataFolder, 'office.keyring'), 'utf8');
  const secrets = [
    office.core.dataKey,
    ...[...office.who.city.keys.readers.values()].flatMap(({ key, privateKey }) => [key, privateKey]),
  ];
  for (const secret of secrets)
    expect(keyring).not.toContain(
      Buffer.from(secret ?? [])
        .toString('base64')
        .slice(0, 40),
    );
  expect(keyring).not.toContain(testPassphrase('city'));
});

it('lets people in, and makes them wait, though the pause can’t be written down', async () => {
  // A folder in the way of the file, as a full disk would be.
  mkdirSync(join(office.ports.dataFolder, 'sign-in-pause.json.new'));
  expect(await tryToSignIn('city', 'wrong wrong wrong')).toEqual({ reason: 'sign-in-failed', retryAfterSeconds: 1 });
  expect(await tryToSignIn('city', testPassphrase('city'))).toEqual({ reason: 'paused', retryAfterSeconds: 1 });
  office.clock.advance(61_000);
  expect(await tryToSignIn('city', testPassphrase('city'))).toBe('signed in');
});

it('lets nobody sign in at a desk that the office does not have', async () => {
  const connection: Connection = { kind: 'desk', session: null };
  const at = (desk: number) =>
    signIn(office.core, connection, { name: 'city', passphrase: testPassphrase('city'), desk });
  await expect(at(20)).rejects.toThrow(expect.objectContaining({ detail: { reason: 'no-such-desk' } }));
  expect(connection.session).toBeNull();
});
