import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { generateAgeIdentity } from '../../../shared/node/crypto/age.ts';
import { generateSigningKey } from '../../../shared/node/crypto.ts';
import type { OfficeSetUp } from '../../../shared/office/office.contract.ts';
import { readKeyring } from '../access/keyring.ts';
import { type Core, createCore } from '../core.ts';
import { createOffice, officeOf } from '../office.ts';
import type { Ports } from '../ports.ts';
import { drivenClock } from '../testing/test-clock.ts';
import { type DeskCalls, faultOf } from '../testing/test-desk.ts';
import { setUpAnswers, testPassphrase } from '../testing/test-office.ts';
import type { SetUpMoment } from './create-office.ts';
import { closeOffice } from './open-office.ts';
import { completeSetUp, groupsOf } from './set-up.ts';

let folder: string;
let ports: Ports;
let core: Core;
let calls: DeskCalls;
let answers: OfficeSetUp;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-set-up-'));
  ports = {
    clock: drivenClock('2026-11-23T08:00:00.000Z'),
    dataFolder: join(folder, 'data'),
    printer: { printToPdf: () => Promise.reject(new Error('nothing is printed here')) },
    keychain: null,
    log: { write: () => {} },
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
    fontFaceCss: '',
    programVersion: '1.0.0-test',
  };
  core = createCore(ports);
  calls = deskOn(core);
  const { recipient } = await generateAgeIdentity('x25519');
  answers = setUpAnswers({ recipients: [recipient], receiptKeyPem: generateSigningKey().publicKeyPem });
});
afterEach(() => {
  closeOffice(core);
  rmSync(folder, { recursive: true, force: true });
});

function deskOn(of: Core): DeskCalls {
  const office = officeOf(of);
  // The router is made from the contract's own procedures, one by one, so its client is the contract's.
  return createRouterClient(office.routerFor('desk') as AnyRouter, {
    context: { connection: office.connect('desk') },
  }) as DeskCalls;
}

async function begun(on: DeskCalls) {
  const { setUpId, sheets } = await on.office.beginSetUp(answers);
  const typed = (employer: 'city' | 'partner') => {
    const sheet = sheets.find((one) => one.employer === employer);
    return sheet?.askedGroups.map((group) => groupsOf(sheet.identity)[group - 1] ?? '') ?? [];
  };
  return { setUpId, typed: { city: typed('city'), partner: typed('partner') } };
}

const enter = (on: DeskCalls) => on.access.signIn({ name: 'city', passphrase: testPassphrase('city') });

it('makes one office of two completions and a training office at once', async () => {
  const completion = await begun(calls);
  const faults = await Promise.all([
    faultOf(calls.office.completeSetUp(completion)),
    faultOf(calls.office.startTraining({})),
    faultOf(calls.office.completeSetUp(completion)),
    faultOf(calls.office.startTraining({})),
  ]);
  expect(faults.filter((fault) => fault === null)).toHaveLength(1);
  expect(faults).not.toContain('INTERNAL');
  await enter(calls);
  expect((await calls.office.settings({})).id).toBe('test-office');
});

it.each(['database-made', 'keyring-made', 'database-named', 'office-made'] as const satisfies SetUpMoment[])(
  'begins again, or is through, after an end of the program at: %s',
  async (moment) => {
    const images = new Map<SetUpMoment, string>();
    await completeSetUp(core, await begun(calls), (now) => {
      images.set(now, join(folder, now));
      cpSync(ports.dataFolder, join(folder, now), { recursive: true });
    });
    const after = createCore({ ...ports, dataFolder: images.get(moment) ?? '' });
    const started = officeOf(after);
    await started.start();
    const desk = deskOn(after);
    const { phase } = await desk.office.status({});
    if (phase === 'empty') await desk.office.completeSetUp(await begun(desk));
    expect((await enter(desk)).displayName).toBe('Anna Rot');
    expect(readdirSync(after.ports.dataFolder).filter((name) => name.includes('set-up'))).toEqual([]);
    await started.stop();
  },
);

it('begins again after a set-up that the disk did not take', async () => {
  mkdirSync(ports.dataFolder);
  // A folder in the keyring's way.
  mkdirSync(join(ports.dataFolder, 'office.keyring.set-up.new'));
  const completion = await begun(calls);
  expect(await faultOf(calls.office.completeSetUp(completion))).toBe('INTERNAL');
  expect((await calls.office.status({})).phase).toBe('empty');
  rmSync(join(ports.dataFolder, 'office.keyring.set-up.new'), { recursive: true });
  await calls.office.completeSetUp(completion);
  expect((await enter(calls)).displayName).toBe('Anna Rot');
});

it('touches no database that it did not make', async () => {
  mkdirSync(ports.dataFolder);
  writeFileSync(join(ports.dataFolder, 'office.db'), 'somebody’s');
  const office = createOffice(ports);
  await office.start();
  expect(await faultOf(calls.office.beginSetUp(answers))).toBe('RULE not-empty');
  expect(await faultOf(calls.office.startTraining({}))).toBe('RULE not-empty');
  expect(readKeyring(ports.dataFolder)).toBeNull();
  expect(readdirSync(ports.dataFolder)).toEqual(['office.db']);
  await office.stop();
});

it('makes the export folder when the office is made, not when the answers are checked', async () => {
  answers.export.folder = join(folder, 'exchange', 'tandem');
  const completion = await begun(calls);
  expect(existsSync(join(folder, 'exchange'))).toBe(false);
  await calls.office.completeSetUp(completion);
  expect(existsSync(answers.export.folder)).toBe(true);
});

it.each([
  ['a relative folder', (): string => 'exchange'],
  ['one that leads out by dots', (): string => '../exchange'],
  ['a file', (): string => join(folder, 'file')],
  ['below a file', (): string => join(folder, 'file', 'deeper')],
  ['a text that is no path', (): string => '/tmp/\u0000'],
] as const)('refuses as export folder: %s', async (_, path) => {
  writeFileSync(join(folder, 'file'), '');
  answers.export.folder = path();
  expect(await faultOf(calls.office.beginSetUp(answers))).toBe('RULE folder-not-writable');
});

it.runIf(process.getuid?.() !== 0)('refuses an export folder that it may not write', async () => {
  mkdirSync(join(folder, 'closed'));
  chmodSync(join(folder, 'closed'), 0o500);
  answers.export.folder = join(folder, 'closed', 'deeper');
  expect(await faultOf(calls.office.beginSetUp(answers))).toBe('RULE folder-not-writable');
});

it('takes two spellings of one sign-in name for the same', async () => {
  const [first, second, ...others] = answers.staff;
  if (!first || !second) throw new Error('There are five');
  answers.staff = [{ ...first, signInName: 'Jürgen' }, { ...second, signInName: '  JU\u0308RGEN ' }, ...others];
  expect(await faultOf(calls.office.beginSetUp(answers))).toBe('RULE sign-in-name-taken');
});

it('keeps every character of a passphrase, spaces at its ends and emoji too', async () => {
  const passphrase = ` ${'👩‍🌾'.repeat(50)} u\u0308 `;
  const [first, ...others] = answers.staff;
  if (!first) throw new Error('There are five');
  answers.staff = [{ ...first, passphrase }, ...others];
  await calls.office.completeSetUp(await begun(calls));
  const attempt = async (typed: string) => {
    const fault = await faultOf(calls.access.signIn({ name: 'CITY', passphrase: typed }));
    if (fault) (ports.clock as ReturnType<typeof drivenClock>).advance(61_000);
    return fault;
  };
  expect(await attempt(passphrase.trim())).toBe('RULE sign-in-failed');
  expect(await attempt(passphrase.slice(0, -1))).toBe('RULE sign-in-failed');
  // The same letters from another keyboard.
  expect(await attempt(passphrase.normalize('NFC'))).toBeNull();
});
