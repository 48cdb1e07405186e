import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Instant } from '../../../shared/kernel/instants.ts';
import { LocalDate, localDateOf, localTimeOf } from '../../../shared/kernel/instants.ts';
import { connectDesk, type DeskConnection, type DeskDoor, openDoor } from '../desk-client.ts';
import { type HostProcess, startHostProcess } from '../host-process.ts';
import { setUpOffice } from '../set-up-office.ts';
import { type City, initCity } from './city-commands.ts';
import { type BadRow, parseDayFile, type Visit } from './day-file.ts';
import { type DemoPerson, demoSetUp, demoStaff } from './demo-office.ts';
import { atSecond, playDay } from './play-day.ts';
import { countReported } from './reported-records.ts';
import { seededRandom } from './seeded-random.ts';

/**
 * `npm run demo -- --out DIR [--day FILE.csv] [--date YYYY-MM-DD] [--seed N] [--recipient hybrid|x25519]`
 *
 * Plays one day against a host process through its contract, lets the city receive what the night wrote, and reads its
 * receipts back. The last line on stdout is one JSON object that says what came of it.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      day: { type: 'string', default: fileURLToPath(new URL('../../../resources/demo/day.csv', import.meta.url)) },
      date: { type: 'string', default: localDateOf(new Date().toISOString()) },
      seed: { type: 'string', default: '1' },
      recipient: { type: 'string', default: 'hybrid' },
    },
  });
  if (!values.out) throw new Mistake('--out DIR is missing');
  if (!LocalDate.safeParse(values.date).success) throw new Mistake('--date is a day: YYYY-MM-DD');
  if (!/^\d{1,9}$/.test(values.seed)) throw new Mistake('--seed is a whole number');
  if (values.recipient !== 'hybrid' && values.recipient !== 'x25519')
    throw new Mistake('--recipient is hybrid or x25519');
  const visits = readDay(values.day);
  const out = resolve(values.out);
  if (existsSync(out) && readdirSync(out).length > 0) throw new Mistake(`${out} is not empty`);
  const summary = await demonstrate({
    visits,
    out,
    date: values.date,
    seed: Number(values.seed),
    recipient: values.recipient,
  });
  process.stdout.write(`${JSON.stringify(summary)}\n`);
}

/** What whoever called the command can mend. */
class Mistake extends Error {}

class BadDayFile extends Error {
  readonly badRows: readonly BadRow[];

  constructor(badRows: readonly BadRow[]) {
    super('The day file has bad rows');
    this.badRows = badRows;
  }
}

function readDay(path: string): Visit[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new Mistake(`the day file ${path} can't be read`);
  }
  const day = parseDayFile(bytes);
  if ('badRows' in day) throw new BadDayFile(day.badRows);
  return day.visits;
}

interface Demonstration {
  visits: readonly Visit[];
  out: string;
  date: LocalDate;
  seed: number;
  recipient: 'hybrid' | 'x25519';
}

interface Summary {
  contacts: number;
  letters: number;
  bundles: number;
  records: Record<string, number>;
  city: { accepted: Record<string, number> };
  receipts: number;
}

async function demonstrate({ visits, out, date, seed, recipient }: Demonstration): Promise<Summary> {
  const folders = {
    letters: join(out, 'letters'),
    outbox: join(out, 'outbox'),
    office: join(out, 'office'),
    city: join(out, 'city'),
    receipts: join(out, 'city', 'receipts'),
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  // The office's own files are of no use to anybody once its invented staff's passphrases are gone.
  const workFolder = mkdtempSync(join(tmpdir(), 'tandem-demo-'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => leaveNothing(workFolder));
  say('The city makes its keys.');
  const city = await initCity(folders.city, recipient);
  const opensAtS = openingSecond(visits);
  const host = await startHost(workFolder, atSecond(date, opensAtS));
  try {
    const door = await openDoor(host.url);
    const [ilse, cem, emma] = demoStaff();
    say('The office is set up.');
    const { officeId } = await setUp({
      door,
      staff: [ilse, cem, emma],
      city,
      recipient,
      folders,
      nightlyAt: localTimeOf(atSecond(date, opensAtS)),
    });
    await city.enroll(officeId, join(folders.office, 'office.pub.pem'));
    const desks = [await signIn(door, ilse, 1), await signIn(door, cem, 2)] as const;
    say(`${visits.length} visits on ${date}.`);
    const played = await playDay({
      visits,
      date,
      random: seededRandom(seed),
      counsellors: [desks[0].client, desks[1].client],
      moveClock: (to) => host.moveClock(to),
      lettersFolder: folders.letters,
    });
    say('The night exports, the city receives.');
    const night = await exportAndReceive(desks, city, folders);
    const records = await countReported(folders.outbox, join(folders.city, 'keys', 'city.identity'));
    for (const desk of desks) await desk.close();
    const { contacts, letters } = played;
    const { bundles, receipts } = night;
    return { contacts, letters, bundles, records, city: { accepted: await city.countRecords() }, receipts };
  } finally {
    await host.stop();
    rmSync(workFolder, { recursive: true, force: true });
  }
}

async function startHost(workFolder: string, clockStart: Instant): Promise<HostProcess> {
  const rendererFolder = join(workFolder, 'no-screens');
  mkdirSync(rendererFolder);
  const host = await startHostProcess({
    program: fileURLToPath(new URL('../web/main.ts', import.meta.url)),
    dataFolder: join(workFolder, 'office'),
    rendererFolder,
    clock: 'driven',
    clockStart,
  });
  if ('running' in host) throw new Error('A new folder has no other host');
  return host;
}

/**
 * When the office opens, in seconds of the day: half an hour before the first visit, at half past seven at the latest.
 * The night's own run is set to the minute before, so that it is due only when the day is over.
 */
function openingSecond(visits: readonly Visit[]): number {
  const [hours = 8, minutes = 0] = visits[0]?.time.split(':').map(Number) ?? [];
  return Math.max(0, Math.min(7.5 * 3600, (hours * 60 + minutes - 30) * 60)) + 1;
}

async function setUp(options: {
  door: DeskDoor;
  staff: [DemoPerson, DemoPerson, DemoPerson];
  city: City;
  recipient: 'hybrid' | 'x25519';
  folders: { outbox: string; office: string };
  nightlyAt: string;
}): Promise<{ officeId: string }> {
  const { door, staff, city, recipient, folders, nightlyAt } = options;
  const { client, close } = await connectDesk(door);
  const answers = demoSetUp({
    staff,
    recipient: city.recipient,
    receiptKeyPem: city.receiptKeyPem,
    recoveryKind: recipient,
    outbox: folders.outbox,
    nightlyAt,
  });
  await setUpOffice(client, answers);
  await close();
  const administrator = await signIn(door, staff[2], 1);
  const { id, signingKeyPem } = await administrator.client.office.settings({});
  writeFileSync(join(folders.office, 'office.pub.pem'), signingKeyPem);
  await administrator.close();
  return { officeId: id };
}

async function signIn(door: DeskDoor, { signInName, passphrase }: DemoPerson, desk: number): Promise<DeskConnection> {
  const connection = await connectDesk(door);
  await connection.client.access.signIn({ name: signInName, passphrase, desk });
  return connection;
}

async function exportAndReceive(
  desks: readonly [lead: DeskConnection, partner: DeskConnection],
  city: City,
  folders: { outbox: string; receipts: string },
): Promise<{ bundles: number; receipts: number }> {
  const [lead] = desks;
  const { schemaVersion } = await lead.client.export.preview({});
  for (const { client } of desks) await client.export.acceptPreview({ requestId: randomUUID(), schemaVersion });
  const { written } = await lead.client.export.run({ requestId: randomUUID() });
  for (const { file, verdict, code } of await city.receive(folders.outbox))
    say(`  ${file}: ${verdict}${code ? ` (${code})` : ''}`);
  const { read } = await lead.client.export.readReceipts({ requestId: randomUUID() });
  for (const name of readdirSync(folders.outbox))
    if (name.endsWith('.receipt')) copyFileSync(join(folders.outbox, name), join(folders.receipts, name));
  return { bundles: written.length, receipts: read };
}

/** Broken off: the host ends by itself with its parent. */
function leaveNothing(workFolder: string): never {
  rmSync(workFolder, { recursive: true, force: true });
  process.exit(1);
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

main().catch((error: unknown) => {
  if (error instanceof BadDayFile)
    for (const { line, reason } of error.badRows) process.stderr.write(`line ${line}: ${reason}\n`);
  else process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
