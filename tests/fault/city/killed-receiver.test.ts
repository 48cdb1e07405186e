import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { enrollOffice, initCity } from '../../../city/city-keys.ts';
import { openCityDatabase } from '../../../city/database/city-database.ts';
import { receiveInbox } from '../../../city/receive-inbox.ts';
import { writeBundleFiles } from '../../../shared/node/bundle/bundle-files.ts';
import { verifyReceipt } from '../../../shared/node/bundle/bundle-signing.ts';
import { type SampleBundle, sampleBundle, sampleContact, sampleOffice } from '../../property/bundle/sample-bundle.ts';

const MAIN = fileURLToPath(new URL('../../../city/main.ts', import.meta.url));
const BUNDLES = 30;
const ROWS = 50;

let folder = '';
let cityKeyPem = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-'));
  const { recipient, receiptKeyPem } = await initCity({ keys: join(folder, 'keys'), recipient: 'x25519' });
  cityKeyPem = receiptKeyPem;
  const office = sampleOffice('mengede');
  await enrollOffice({ keys: join(folder, 'keys'), office: office.id, publicKeyPem: office.publicKeyPem });
  await mkdir(join(folder, 'inbox'));
  let previous: SampleBundle | null = null;
  for (let sequence = 1; sequence <= BUNDLES; sequence += 1) {
    const contact = Array.from({ length: ROWS }, (_, at) => sampleContact(sequence * ROWS + at));
    const bundle: SampleBundle = await sampleBundle({
      office,
      recipients: [recipient],
      sequence,
      previous,
      lines: { contact },
    });
    await writeBundleFiles(join(folder, 'inbox'), bundle.name, bundle.age, bundle.note);
    previous = bundle;
  }
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const receipts = () => readdir(join(folder, 'receipts')).catch(() => []);

/** Starts the receiver and kills it as soon as that many receipts are there, at whatever it is doing then. */
async function killAfter(count: number): Promise<void> {
  const words = [
    'receive',
    join(folder, 'inbox'),
    '--database',
    join(folder, 'database'),
    '--keys',
    join(folder, 'keys'),
    '--receipts',
    join(folder, 'receipts'),
  ];
  const child = spawn(process.execPath, [MAIN, ...words], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (child.exitCode === null && (await receipts()).length < count) await pause(2);
  child.kill('SIGKILL');
  await ended;
}

test('killed at any moment, a bundle is loaded whole or not at all, once, and its receipt comes in the end', async () => {
  for (const count of [1, 7, 16]) await killAfter(count);

  const database = await openCityDatabase(join(folder, 'database'));
  try {
    // What it left: as many whole bundles as the watermark says, and no receipt without its bundle.
    const [state] = await database.query(
      `select (select contiguous from watermark) as contiguous, (select count(*)::int from bundle where state = 'loaded') as loaded,
         (select count(*)::int from contact) as contacts`,
    );
    const { contiguous } = state as { contiguous: number };
    expect(contiguous).toBeGreaterThanOrEqual(16);
    expect(contiguous).toBeLessThan(BUNDLES);
    expect(state).toEqual({ contiguous, loaded: contiguous, contacts: contiguous * ROWS });
    expect((await receipts()).filter((name) => !name.startsWith('.')).length).toBeLessThanOrEqual(contiguous);

    await rm(join(folder, 'receipts', (await receipts()).find((name) => !name.startsWith('.')) ?? 'none'));
    const outcomes = await receiveInbox({
      inbox: join(folder, 'inbox'),
      database,
      keys: join(folder, 'keys'),
      receipts: join(folder, 'receipts'),
    });
    expect(outcomes.map(({ verdict }) => verdict)).toEqual([
      ...Array.from({ length: contiguous }, () => 'repeated'),
      ...Array.from({ length: BUNDLES - contiguous }, () => 'loaded'),
    ]);
    const said = await Promise.all(
      outcomes.map(async ({ file }) =>
        verifyReceipt(await readFile(join(folder, 'receipts', file.replace('.age', '.receipt')), 'utf8'), cityKeyPem),
      ),
    );
    expect(said.map(({ verdict, contiguous: upTo }) => [verdict, upTo])).toEqual(
      Array.from({ length: BUNDLES }, (_, at) => ['loaded', at + 1]),
    );
    expect(await database.query('select count(*)::int as count from contact')).toEqual([{ count: BUNDLES * ROWS }]);
  } finally {
    await database.close();
  }
}, 120_000);
