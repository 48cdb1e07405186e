import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { enrollOffice, initCity } from '../../../city/city-keys.ts';
import { countRecords } from '../../../city/count-records.ts';
import { type CityDatabase, openCityDatabase } from '../../../city/database/city-database.ts';
import { type ReceiveOptions, receiveInbox } from '../../../city/receive-inbox.ts';
import { verifyReceipt } from '../../../shared/node/bundle/bundle-signing.ts';
import {
  type SampleBundle,
  type SampleOffice,
  type SampleOptions,
  sampleBundle,
  sampleOffice,
} from './sample-bundle.ts';

/*
 * A city that receives, for one file of tests: importing this sets it up and takes it down again.
 */

export let folder = '';
export let database: CityDatabase;
export let recipient = '';
let cityKeyPem = '';
// One database for all tests, because opening one takes seconds; each test has an office and an inbox of its own.
export let office: SampleOffice;
export let inbox = '';
export let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'city-receive-'));
  ({ recipient, receiptKeyPem: cityKeyPem } = await initCity({ keys: join(folder, 'keys'), recipient: 'x25519' }));
  database = await openCityDatabase(join(folder, 'database'), { create: true });
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  count += 1;
  office = sampleOffice(`office-${count}`);
  inbox = join(folder, `inbox-${count}`);
  await mkdir(inbox);
  await enrollOffice({ keys: join(folder, 'keys'), office: office.id, publicKeyPem: office.publicKeyPem });
});

/** Puts bundles and their notes into the inbox. */
export async function put(...bundles: Pick<SampleBundle, 'name' | 'age' | 'note'>[]): Promise<void> {
  for (const { name, age, note } of bundles) {
    await writeFile(join(inbox, `${name}.age`), age);
    await writeFile(join(inbox, `${name}.note`), note);
  }
}

/** Receives, and says each outcome in one line: `3 held gap 2`. */
export async function receive(options: Partial<ReceiveOptions> = {}): Promise<string[]> {
  const outcomes = await receiveInbox({
    inbox,
    database,
    keys: join(folder, 'keys'),
    archive: join(folder, `archive-${count}`),
    ...options,
  });
  return outcomes.map(({ file, verdict, code, missing }) =>
    [Number(file.slice(-12, -4)), verdict, code, missing.join('+')]
      .filter((part) => part !== null && part !== '')
      .join(' '),
  );
}

/** What the receipt in the inbox says, once its signature was verified. */
export async function receiptOf(name: string) {
  const text = await readFile(join(inbox, `${name}.receipt`), 'utf8');
  const { verdict, code, contiguous, fileSha256 } = verifyReceipt(text, cityKeyPem);
  return { verdict, code, contiguous, fileSha256 };
}

/** A bundle of the test's office to the city. */
export const make = (options: Omit<SampleOptions, 'office' | 'recipients'>) =>
  sampleBundle({ office, recipients: [recipient], ...options });

/** A chain of reports from 1 on, each with one contact of its own number. */
export async function chain(length: number, from = 1, before: SampleBundle | null = null): Promise<SampleBundle[]> {
  const bundles: SampleBundle[] = [];
  for (let sequence = from; sequence < from + length; sequence += 1) {
    bundles.push(await make({ sequence, previous: bundles.at(-1) ?? before }));
  }
  return bundles;
}

/** How many contacts of the test's office the city holds. */
export const contacts = async () => (await countRecords({ database, office: office.id })).contact;
