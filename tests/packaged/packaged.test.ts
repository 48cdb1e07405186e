import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extractAll, extractFile, listPackage, statFile } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FUSES } from '../../build/fuses.ts';
import { connectDesk, openDoor } from '../../electron/hosts/desk-client.ts';
import { startHostProcess } from '../../electron/hosts/host-process.ts';
import { setUpOffice } from '../../electron/hosts/set-up-office.ts';
import { startTestOfficeProcess } from '../../electron/hosts/testing/test-office-process.ts';
import { generateAgeIdentity } from '../../shared/node/crypto/age.ts';
import { generateSigningKey } from '../../shared/node/crypto.ts';
import { passphraseOf, SMALL_STAFF, smallOfficeAnswers } from '../hosts/small-office.ts';
import { CHEAP_PASSPHRASES } from '../hosts/test-host.ts';
import { openDeskOverLine } from './desk-over-line.ts';
import { type PackedProgram, packProgram } from './pack.ts';

// The numbers in brackets are the points of Electron's security checklist (docs/electron-checklist.md).

let packed: PackedProgram;
let files: string[];

beforeAll(async () => {
  packed = await packProgram();
  files = listPackage(packed.archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1));
}, 180_000);
afterAll(() => {
  if (packed) rmSync(packed.folder, { recursive: true, force: true });
});

const isFile = (path: string): boolean => 'size' in statFile(packed.archive, path);

describe('what is packed', () => {
  test('the bundles, the screens, the fonts and what the shell looks for beside itself', () => {
    for (const path of [
      'package.json',
      'LICENSE',
      'dist/desktop/main.js',
      'dist/preload/preload.cjs',
      'dist/hosts/office-process.js',
      'dist/hosts/migrations/001-office.sql',
      'dist/renderer/desk/index.html',
      'resources/fonts/NotoSans-Regular.ttf',
      'resources/fonts/Vazirmatn-Regular.ttf',
      'build/icons/256x256.png',
    ]) {
      expect(files).toContain(path);
    }
    const { main, type } = JSON.parse(extractFile(packed.archive, 'package.json').toString('utf8'));
    expect([main, type]).toEqual(['dist/desktop/main.js', 'module']);
  });

  test('and nothing else', () => {
    const allowed =
      /^(package\.json|LICENSE|dist\/(built-at|third-party-licences\.md|(desktop|hosts|preload)\/[\w-]+\.c?js|hosts\/migrations\/[\w-]+\.sql|renderer\/.+)|resources\/fonts\/[\w.-]+|build\/icons\/256x256\.png|node_modules\/(better-sqlite3\/(LICENSE|package\.json|lib\/.+\.js|prebuilds\/linux-x64\.node)|@node-rs\/argon2(-linux-x64-(gnu|musl))?\/(LICENSE|package\.json|[\w.-]+\.(js|node))))$/;
    expect(files.filter((path) => isFile(path) && !allowed.test(path))).toEqual([]);
    expect(files.filter((path) => /\.(ts|tsx|map|test\.js)$/.test(path))).toEqual([]);
  });

  test('binaries lie beside the archive, and nothing but them', () => {
    const unpacked = readdirSync(`${packed.archive}.unpacked`, { recursive: true, encoding: 'utf8' });
    const binaries = unpacked.filter((path) => path.endsWith('.node'));
    expect(binaries.length).toBeGreaterThanOrEqual(2);
    const others = unpacked.filter((path) => /\.[a-z]+$/i.test(path) && !path.endsWith('.node'));
    expect(others).toEqual([]);
  });

  test('of Chromium’s languages the two that the shell speaks', () => {
    expect(readdirSync(join(packed.program, 'locales')).toSorted()).toEqual(['de.pak', 'en-GB.pak', 'en-US.pak']);
  });

  test('the preload script is CommonJS and asks for nothing but Electron', () => {
    const source = extractFile(packed.archive, join('dist', 'preload', 'preload.cjs')).toString('utf8');
    expect([...source.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(source).not.toMatch(/^import |\bimport\(/m);
  });
});

test('[19] each of the nine fuses of the binary is set as named', async () => {
  const { version, ...wire } = await getCurrentFuseWire(join(packed.program, 'tandem'));
  expect(version).toBe('1');
  const expected = Object.entries(FUSES).map(([fuse, isOn]) => [fuse, isOn ? FuseState.ENABLE : FuseState.DISABLE]);
  expect(Object.entries(wire)).toEqual(expect.arrayContaining(expected));
  expect(Object.keys(FUSES)).toHaveLength(9);
  expect(Object.keys(wire)).toHaveLength(9);
});

test.each([
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
  [FuseV1Options.WasmTrapHandlers, true],
])('[18, 19] fuse %i is %s', (fuse, isOn) => {
  expect(FUSES[fuse]).toBe(isOn);
});

describe('the packed program, without the sources', () => {
  let elsewhere: string;
  beforeAll(() => {
    elsewhere = mkdtempSync(join(tmpdir(), 'tandem-elsewhere-'));
    extractAll(packed.archive, join(elsewhere, 'program'));
  });
  afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

  test('there is no other node_modules that could help it', () => {
    for (let folder = elsewhere; folder !== dirname(folder); folder = dirname(folder)) {
      expect(existsSync(join(folder, 'node_modules'))).toBe(false);
    }
  });

  test('sets an office up, checks somebody in, shows the slip and exports', async () => {
    const program = join(elsewhere, 'program');
    const outbox = join(elsewhere, 'outbox');
    mkdirSync(outbox);
    const host = await startHostProcess({
      program: join(program, 'dist', 'hosts', 'web.js'),
      rendererFolder: join(program, 'dist', 'renderer'),
      dataFolder: join(elsewhere, 'data'),
      env: { ...CHEAP_PASSPHRASES, NODE_PATH: '' },
    });
    if ('running' in host) throw new Error('A new folder has no other host');
    try {
      const door = await openDoor(host.url);
      const page = await fetch(`http://${door.authority}/desk/`, { headers: { cookie: door.cookie } });
      expect(await page.text()).toContain('<title>Tandem</title>');

      const first = await connectDesk(door);
      const { recipient } = await generateAgeIdentity('x25519');
      const receiptKeyPem = generateSigningKey().publicKeyPem;
      await setUpOffice(first.client, smallOfficeAnswers({ recipient, receiptKeyPem }, outbox));
      await first.close();

      const [city, partner] = await Promise.all(
        (['city', 'partner'] as const).map(async (who) => {
          const { client } = await connectDesk(door);
          await client.access.signIn({ name: SMALL_STAFF[who].signInName, passphrase: passphraseOf(who), desk: 1 });
          return client;
        }),
      );
      if (!city || !partner) throw new Error('Both have signed in');
      const requestId = crypto.randomUUID();
      const { ticketId, label } = await city.queue.checkIn({ requestId, spoken: 'ar', topics: ['kita'] });
      expect((await city.queue.today({})).tickets).toHaveLength(1);
      expect((await city.queue.slip({ ticketId })).html).toContain(label);

      const { schemaVersion } = await city.export.preview({});
      for (const client of [city, partner]) {
        await client.export.acceptPreview({ requestId: crypto.randomUUID(), schemaVersion });
      }
      const { written } = await city.export.run({ requestId: crypto.randomUUID() });
      expect(written.length).toBeGreaterThan(0);
      for (const name of written) {
        const bundle = readFileSync(join(outbox, `${name}.age`));
        expect(bundle.subarray(0, 21).toString('latin1')).toBe('age-encryption.org/v1');
      }
    } finally {
      await host.stop();
    }
  });

  test('the shell opens its window, starts its office and gives the page a line', () => {
    const hook = fileURLToPath(new URL('./use-electron-module.ts', import.meta.url));
    const main = join(elsewhere, 'program', 'dist', 'desktop', 'main.js');
    const data = join(elsewhere, 'shell-data');
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', hook, main], {
      encoding: 'utf8',
      env: { ...process.env, TANDEM_DATA: data, NODE_PATH: '' },
      timeout: 30_000,
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ phase: 'empty', programVersion: '1.0.0' });
    expect(readdirSync(data)).toEqual(expect.arrayContaining(['host.lock', 'shell']));
  });

  test('the desk works over a line to the office, under the shell’s headers', async () => {
    const office = startTestOfficeProcess();
    const dataFolder = join(elsewhere, 'desk-data');
    office.tell({ type: 'start', dataFolder, training: true, keychain: false, slipPrinter: false });
    await office.heard('ready');
    const desk = await openDeskOverLine(join(elsewhere, 'program', 'dist', 'renderer'), office);
    const { page } = desk;
    try {
      const { signInNames, trainingPassphrase } = await office.connect().client.office.status({});
      const [name = ''] = signInNames;
      const signIn = async (): Promise<void> => {
        await page.getByRole('button', { name, exact: true }).click();
        await page.getByLabel(`Passphrase von ${name}`).fill(trainingPassphrase ?? '');
        await page.keyboard.press('Enter');
      };
      await signIn();
      const newTicket = page.getByRole('button', { name: 'Neue Wartende' }).first();
      await newTicket.waitFor();

      await desk.lock();
      await page.getByRole('button', { name, exact: true }).waitFor();
      expect(await newTicket.count()).toBe(0);
      await signIn();
      await newTicket.waitFor();

      // Loaded anew: another line, and nobody is signed in on it.
      const before = desk.screen();
      await page.reload();
      await page.getByRole('button', { name, exact: true }).waitFor();
      expect(desk.screen()).toBe(before + 1);
      expect(desk.complaints).toEqual([]);
    } finally {
      await desk.close();
      office.tell({ type: 'stop' });
      await office.heard('stopped');
    }
  }, 60_000);

  test('the office process runs for the shell only', () => {
    const office = join(elsewhere, 'program', 'dist', 'hosts', 'office-process.js');
    const { status, stderr } = spawnSync(process.execPath, [office], { encoding: 'utf8' });
    // Everything it needs was found: what it misses is Electron.
    expect([status, /The office process is started by the desktop shell/.test(stderr)]).toEqual([1, true]);
  });
});
