import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ReportLines } from '../shared/bundle/records/report-records.ts';
import { verifyReceipt } from '../shared/node/bundle/bundle-signing.ts';
import { generateAgeIdentity } from '../shared/node/crypto/age.ts';
import { generateSigningKey, sha256Hex } from '../shared/node/crypto.ts';
import {
  type SampleBundle,
  type SampleOffice,
  type SampleOptions,
  sampleBundle,
  sampleContact,
  sampleId,
  sampleOffice,
  samplePerson,
} from '../tests/property/bundle/sample-bundle.ts';
import { acceptEpoch } from './accept-epoch.ts';
import { enrollOffice, initCity } from './city-keys.ts';
import { countRecords } from './count-records.ts';
import { type CityDatabase, openCityDatabase } from './database/city-database.ts';
import { type ReceiveOptions, receiveInbox } from './receive-inbox.ts';

let folder = '';
let database: CityDatabase;
let recipient = '';
let cityKeyPem = '';
// One database for all tests, because opening one takes seconds; each test has an office and an inbox of its own.
let office: SampleOffice;
let inbox = '';
let count = 0;

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

async function put(...bundles: Pick<SampleBundle, 'name' | 'age' | 'note'>[]): Promise<void> {
  for (const { name, age, note } of bundles) {
    await writeFile(join(inbox, `${name}.age`), age);
    await writeFile(join(inbox, `${name}.note`), note);
  }
}

/** Receives, and says each outcome in one line: `3 held gap 2`. */
async function receive(options: Partial<ReceiveOptions> = {}): Promise<string[]> {
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

async function receiptOf(name: string) {
  const text = await readFile(join(inbox, `${name}.receipt`), 'utf8');
  const { verdict, code, contiguous, fileSha256 } = verifyReceipt(text, cityKeyPem);
  return { verdict, code, contiguous, fileSha256 };
}

const make = (options: Omit<SampleOptions, 'office' | 'recipients'>) =>
  sampleBundle({ office, recipients: [recipient], ...options });

/** A chain of reports from 1 on, each with one contact of its own number. */
async function chain(length: number, from = 1, before: SampleBundle | null = null): Promise<SampleBundle[]> {
  const bundles: SampleBundle[] = [];
  for (let sequence = from; sequence < from + length; sequence += 1) {
    bundles.push(await make({ sequence, previous: bundles.at(-1) ?? before }));
  }
  return bundles;
}

const contacts = async () => (await countRecords({ database, office: office.id })).contact;

describe('in order', () => {
  test('reports are loaded, and said to be repeated when they come again', async () => {
    const [one, two] = await chain(2);
    await put(one!, two!);
    expect(await receive()).toEqual(['1 loaded', '2 loaded']);
    expect(await contacts()).toBe(2);
    expect(await receiptOf(two!.name)).toEqual({
      verdict: 'loaded',
      code: null,
      contiguous: 2,
      fileSha256: two!.facts.fileSha256,
    });
    const receipt = await readFile(join(inbox, `${one!.name}.receipt`), 'utf8');
    await rm(join(inbox, `${one!.name}.receipt`));
    expect(await receive()).toEqual(['1 repeated', '2 repeated']);
    expect(await readFile(join(inbox, `${one!.name}.receipt`), 'utf8')).toBe(receipt);
    expect(await contacts()).toBe(2);
  });

  test("rows are put in, replaced and taken out; another office's are not touched", async () => {
    const lines = (language: string, ...numbers: number[]): ReportLines => ({
      person: numbers.map((each) => samplePerson(each, { group: { id: 'amif', since: '2026-01-01' } })),
      contact: numbers.map((each) => sampleContact(each, { language, person: samplePerson(each).id })),
    });
    const first = await make({ sequence: 1, lines: lines('ar', 1, 2, 3) });
    const second = await make({
      sequence: 2,
      previous: first,
      lines: {
        contact: [
          sampleContact(2, { language: 'fa', topics: [] }),
          { op: 'delete', id: sampleId(3) },
          { op: 'delete', id: sampleId(99) },
        ],
      },
    });
    const mine = office;
    office = sampleOffice(`other-${count}`);
    await enrollOffice({ keys: join(folder, 'keys'), office: office.id, publicKeyPem: office.publicKeyPem });
    const foreign = await make({ sequence: 1, lines: lines('ti', 1, 2, 3) });
    await put(first, second, foreign);
    await receive();
    const rows = await database.query(
      `select id::text, language, topics from contact where office_id = $1 order by id`,
      [mine.id],
    );
    expect(rows).toEqual([
      { id: sampleId(1), language: 'ar', topics: [{ id: 'housing', result: 'informed', quantity: 1 }] },
      { id: sampleId(2), language: 'fa', topics: [] },
    ]);
    expect((await countRecords({ database, office: office.id })).contact).toBe(3);
    const people = await database.query(
      `select group_id, group_since::text, languages from person where office_id = $1 limit 1`,
      [mine.id],
    );
    expect(people).toEqual([{ group_id: 'amif', group_since: '2026-01-01', languages: ['ar', 'de'] }]);
    office = mine;
  });

  test('every record reaches its table with every field', async () => {
    const [day, id, topics, language] = ['2026-11-20', sampleId(1), ['kita', 'school'], 'ar'] as const;
    await put(
      await make({
        sequence: 1,
        lines: {
          person: [samplePerson(1)],
          contact: [sampleContact(1)],
          wait: [
            {
              op: 'put',
              id,
              day,
              hour: 9,
              kind: 'walk-in',
              language,
              topics: [...topics],
              priority: 'illness',
              outcome: 'turned-away',
              cause: 'no-language',
              waitMinutes: 7,
              wayMinutes: 1,
              serviceMinutes: 20,
            },
          ],
          obstacle: [
            {
              op: 'put',
              id,
              day,
              obstacle: 'no-place',
              level: 'city',
              topic: 'kita',
              language,
              district: 'mengede',
              state: 'solved',
              endedOn: '2026-12-01',
            },
          ],
          step: [{ op: 'put', id, createdOn: day, owner: 'client', dueOn: '2026-12-01', doneOn: null, topic: null }],
          referral: [
            {
              op: 'put',
              id,
              day,
              partnerKind: 'school',
              authority: true,
              topic: 'school',
              language,
              state: 'refused',
              reason: 'full',
            },
          ],
          appointment: [
            {
              op: 'put',
              id,
              requestedOn: '2026-11-01',
              day,
              hour: 10,
              language,
              topics: [],
              placeKind: 'home',
              status: 'no-show',
              noShowReason: 'ill',
            },
          ],
        },
      }),
    );
    expect(await receive()).toEqual(['1 loaded']);
    const row = async (table: string) =>
      (
        await database.query(`select to_jsonb(t) - 'office_id' - 'id' as row from ${table} t where office_id = $1`, [
          office.id,
        ])
      )[0];
    expect(await row('wait')).toEqual({
      row: {
        day,
        hour: 9,
        kind: 'walk-in',
        language,
        topics,
        priority: 'illness',
        outcome: 'turned-away',
        cause: 'no-language',
        wait_minutes: 7,
        way_minutes: 1,
        service_minutes: 20,
      },
    });
    expect(await row('obstacle')).toEqual({
      row: {
        day,
        obstacle: 'no-place',
        level: 'city',
        topic: 'kita',
        language,
        district: 'mengede',
        state: 'solved',
        ended_on: '2026-12-01',
      },
    });
    expect(await row('step')).toEqual({
      row: { created_on: day, owner: 'client', due_on: '2026-12-01', done_on: null, topic: null },
    });
    expect(await row('referral')).toEqual({
      row: {
        day,
        partner_kind: 'school',
        authority: true,
        topic: 'school',
        language,
        state: 'refused',
        reason: 'full',
      },
    });
    expect(await row('appointment')).toEqual({
      row: {
        requested_on: '2026-11-01',
        day,
        hour: 10,
        language,
        topics: [],
        place_kind: 'home',
        status: 'no-show',
        no_show_reason: 'ill',
      },
    });
    expect(await row('person')).toMatchObject({
      row: { born: '18-60', gender: 'not-stated', district: 'mengede', first_support_on: day },
    });
  });

  test('a backup is stored unread; its order counts apart', async () => {
    const sheet = await generateAgeIdentity('x25519');
    const backup = await sampleBundle({ office, recipients: [sheet.recipient], sequence: 1, kind: 'backup' });
    const second = await sampleBundle({ office, recipients: [sheet.recipient], sequence: 3, kind: 'backup' });
    await put(backup, second);
    expect(await receive()).toEqual(['1 stored', '3 held gap 2']);
    const stored = join(folder, `archive-${count}`, 'stored');
    expect(await readdir(stored)).toEqual([
      `${backup.name}.age`,
      `${backup.name}.note`,
      `${second.name}.age`,
      `${second.name}.note`,
    ]);
    expect(sha256Hex(await readFile(join(stored, `${backup.name}.age`)))).toBe(backup.facts.fileSha256);
    expect(await receive()).toEqual(['1 repeated', '3 held gap 2']);
  });

  test('a bundle without its note does not exist yet, nor does a hidden or partial file', async () => {
    const [one] = await chain(1);
    await writeFile(join(inbox, `${one!.name}.age`), one!.age);
    await writeFile(join(inbox, `.${one!.name}.note.part`), one!.note);
    await mkdir(join(inbox, 'folder.note'));
    expect(await receive()).toEqual([]);
  });

  test('a note whose file has not come yet is told so, and taken when it comes', async () => {
    const [one] = await chain(1);
    await writeFile(join(inbox, `${one!.name}.note`), one!.note);
    expect(await receive()).toEqual(['1 rejected file-missing']);
    await put(one!);
    expect(await receive()).toEqual(['1 loaded']);
    expect((await receiptOf(one!.name)).verdict).toBe('loaded');
  });
});

describe('out of order', () => {
  test('what comes too early is held, says what is missing, and is loaded when the gap closes', async () => {
    const [one, two, three, four, five] = await chain(5);
    await put(one!, three!, five!);
    expect(await receive()).toEqual(['1 loaded', '3 held gap 2', '5 held gap 2+4']);
    expect(await contacts()).toBe(1);
    expect(await receiptOf(five!.name)).toMatchObject({ verdict: 'held', code: 'gap', contiguous: 1 });
    expect(await receive()).toEqual(['1 repeated', '3 held gap 2', '5 held gap 2+4']);
    await put(four!);
    expect(await receive()).toEqual(['1 repeated', '3 held gap 2', '4 held gap 2', '5 held gap 2']);
    await put(two!);
    expect(await receive()).toEqual(['1 repeated', '2 loaded', '3 loaded', '4 loaded', '5 loaded']);
    expect(await contacts()).toBe(5);
    expect(await receiptOf(five!.name)).toMatchObject({ verdict: 'loaded', code: null, contiguous: 5 });
    expect(await receive()).toEqual(['1 repeated', '2 repeated', '3 repeated', '4 repeated', '5 repeated']);
  });

  test('a held bundle is loaded though its file has left the inbox meanwhile', async () => {
    const [one, two, three] = await chain(3);
    await put(two!, three!);
    expect(await receive()).toEqual(['2 held gap 1', '3 held gap 1']);
    for (const name of await readdir(inbox)) await rm(join(inbox, name));
    await put(one!);
    expect(await receive()).toEqual(['1 loaded', '2 loaded', '3 loaded']);
    expect(await contacts()).toBe(3);
    expect(await receiptOf(three!.name)).toMatchObject({ verdict: 'loaded', contiguous: 3 });
  });

  test('a rejected one is given up and its range comes again under the next number', async () => {
    const one = await make({ sequence: 1 });
    const two = await make({ sequence: 2, previous: one, alter: (entries) => entries.slice(0, -1) });
    const three = await make({ sequence: 3, previous: two });
    await put(one, two, three);
    expect(await receive()).toEqual(['1 loaded', '2 rejected records-mismatch', '3 held gap 2']);
    const four = await make({ sequence: 4, previous: three, supersedes: [2] });
    await put(four);
    expect(await receive()).toEqual(['1 repeated', '2 rejected records-mismatch', '3 loaded', '4 loaded']);
    expect(await receiptOf(four.name)).toMatchObject({ verdict: 'loaded', contiguous: 4 });
  });

  test('what was given up and passed is not loaded any more: its rows may be older than what is there', async () => {
    const [one, two] = await chain(2);
    const three = await make({
      sequence: 3,
      previous: two!,
      supersedes: [2],
      lines: { contact: [sampleContact(2, { language: 'fa' })] },
    });
    await put(one!, three);
    expect(await receive()).toEqual(['1 loaded', '3 loaded']);
    await put(two!);
    expect(await receive()).toEqual(['1 repeated', '2 rejected given-up', '3 repeated']);
    const rows = await database.query('select language from contact where office_id = $1 and id = $2', [
      office.id,
      sampleId(2),
    ]);
    expect(rows).toEqual([{ language: 'fa' }]);
  });
});

describe('forks', () => {
  test('another file under a number that is taken loads nothing and is told to the office', async () => {
    const [one] = await chain(1);
    await put(one!);
    await receive();
    const other = await make({ sequence: 1, lines: { contact: [sampleContact(77)] } });
    await put(other);
    expect(await receive()).toEqual(['1 fork other-file']);
    expect(await contacts()).toBe(1);
    expect(await receiptOf(one!.name)).toMatchObject({
      verdict: 'fork',
      code: 'other-file',
      fileSha256: other.facts.fileSha256,
    });
    expect(await receive()).toEqual(['1 fork other-file']);
    expect((await readdir(join(folder, `archive-${count}`, 'quarantine'))).length).toBe(2);
    await put(one!);
    expect(await receive()).toEqual(['1 repeated']);
    expect(await receiptOf(one!.name)).toMatchObject({ verdict: 'loaded' });
  });

  test('a number that was rejected is taken too', async () => {
    const bad = await make({ sequence: 1, alter: (entries) => entries.slice(0, -1) });
    await put(bad);
    expect(await receive()).toEqual(['1 rejected records-mismatch']);
    await put(await make({ sequence: 1 }));
    expect(await receive()).toEqual(['1 fork other-file']);
  });

  test('a successor that names another predecessor belongs to another history', async () => {
    const [one, two] = await chain(2);
    const otherOne = await make({ sequence: 1, lines: { contact: [sampleContact(55)] } });
    const otherTwo = await make({ sequence: 2, previous: otherOne });
    await put(one!, otherTwo);
    expect(await receive()).toEqual(['1 loaded', '2 fork other-previous']);
    expect(await contacts()).toBe(1);
    await put(two!);
    expect(await receive()).toEqual(['1 repeated', '2 fork other-file']);
  });

  test('also if that shows only when the gap closes', async () => {
    const [one] = await chain(1);
    const otherOne = await make({ sequence: 1, lines: { contact: [sampleContact(55)] } });
    const otherTwo = await make({ sequence: 2, previous: otherOne });
    await put(otherTwo);
    expect(await receive()).toEqual(['2 held gap 1']);
    await put(one!);
    expect(await receive()).toEqual(['1 loaded', '2 fork other-previous']);
    expect(await contacts()).toBe(1);
    expect(await receiptOf(otherTwo.name)).toMatchObject({ verdict: 'fork', contiguous: 1 });
  });
});

describe('epochs', () => {
  test('a new epoch waits until somebody accepts it; then the old one is closed', async () => {
    const [one, two, three] = await chain(3);
    const newOne = await make({ sequence: 1, epoch: 2, lines: { contact: [sampleContact(201)] } });
    const newTwo = await make({ sequence: 2, epoch: 2, previous: newOne, lines: { contact: [sampleContact(202)] } });
    const newFour = await make({ sequence: 4, epoch: 2, lines: { contact: [sampleContact(204)] } });
    await put(one!, three!, newOne, newTwo, newFour);
    expect(await receive()).toEqual([
      '1 loaded',
      '3 held gap 2',
      '1 held epoch-not-accepted',
      '2 held epoch-not-accepted',
      '4 held epoch-not-accepted',
    ]);
    expect(await contacts()).toBe(1);
    await acceptEpoch({ database, office: office.id, epoch: 2 });
    expect(await receive()).toEqual(['1 repeated', '3 rejected epoch-closed', '1 loaded', '2 loaded', '4 held gap 3']);
    expect(await contacts()).toBe(3);
    expect(await receiptOf(newFour.name)).toMatchObject({ verdict: 'held', code: 'gap', contiguous: 2 });
    await put(two!);
    expect((await receive())[1]).toBe('2 rejected epoch-closed');
    await expect(acceptEpoch({ database, office: office.id, epoch: 2 })).rejects.toThrow(/accepted already/);
    await expect(acceptEpoch({ database, office: 'nobody', epoch: 2 })).rejects.toThrow(/ever received/);
    await expect(acceptEpoch({ database, office: office.id, epoch: 0 })).rejects.toThrow(/not an epoch/);
  });
});

describe('files that are not what they should be', () => {
  test('an office that is not enrolled is refused until it is', async () => {
    const stranger = sampleOffice(`stranger-${count}`);
    await put(await sampleBundle({ office: stranger, recipients: [recipient], sequence: 1 }));
    expect(await receive()).toEqual(['1 rejected not-enrolled']);
    await enrollOffice({ keys: join(folder, 'keys'), office: stranger.id, publicKeyPem: stranger.publicKeyPem });
    expect(await receive()).toEqual(['1 loaded']);
  });

  test('another key, or another office under this name, is refused', async () => {
    const other = generateSigningKey();
    const signedByOther = await sampleBundle({ office: { ...office, ...other }, recipients: [recipient], sequence: 1 });
    await put(signedByOther);
    expect(await receive()).toEqual(['1 rejected wrong-signer']);
    expect(await receiptOf(signedByOther.name)).toMatchObject({ verdict: 'rejected', code: 'wrong-signer' });
    const [one, two] = await chain(2);
    await put({ ...two!, name: one!.name });
    expect(await receive()).toEqual(['1 rejected name-mismatch']);
    await put(one!);
    expect(await receive()).toEqual(['1 loaded']);
  });

  test('a damaged copy of a loaded bundle changes neither data nor receipt', async () => {
    const [one] = await chain(1);
    await put(one!);
    await receive();
    const receipt = await readFile(join(inbox, `${one!.name}.receipt`), 'utf8');
    const damaged = new Uint8Array(one!.age);
    damaged[300]! ^= 1;
    await put({ ...one!, age: damaged });
    expect(await receive()).toEqual(['1 rejected file-hash']);
    await put({ ...one!, note: one!.note.replace('sequence 1', 'sequence 9') });
    expect(await receive()).toEqual(['1 rejected bad-signature']);
    expect(await readFile(join(inbox, `${one!.name}.receipt`), 'utf8')).toBe(receipt);
    await put(one!);
    expect(await receive()).toEqual(['1 repeated']);
  });

  test('a damaged file is refused, and taken when it comes whole', async () => {
    const [one] = await chain(1);
    const longer = new Uint8Array([...one!.age, 0]);
    await put({ ...one!, age: longer });
    expect(await receive()).toEqual(['1 rejected file-size']);
    expect(await receiptOf(one!.name)).toMatchObject({ verdict: 'rejected', fileSha256: sha256Hex(longer) });
    await put({ ...one!, age: one!.age.slice(0, -1) });
    expect(await receive()).toEqual(['1 rejected file-size']);
    await put(one!);
    expect(await receive()).toEqual(['1 loaded']);
  });

  test('names that are none of ours get no receipt and reach no path', async () => {
    const [one] = await chain(1);
    await writeFile(join(inbox, 'readme.note'), one!.note);
    await writeFile(join(inbox, 'Bürgerbüro report.note'), 'x');
    await writeFile(join(inbox, 'large-report-e1-00000001.note'), 'x'.repeat(100_000));
    const outcomes = await receiveInbox({
      inbox,
      database,
      keys: join(folder, 'keys'),
      archive: join(folder, `archive-${count}`),
    });
    expect(outcomes.map(({ file, code }) => [file, code])).toEqual([
      ['Bürgerbüro report.age', 'name-unreadable'],
      ['large-report-e1-00000001.age', 'note-unreadable'],
      ['readme.age', 'name-unreadable'],
    ]);
    expect((await readdir(inbox)).filter((name) => name.endsWith('.receipt'))).toEqual([
      'large-report-e1-00000001.receipt',
    ]);
  });

  test('a link is no file: what it leads to is neither read nor kept', async () => {
    const [one] = await chain(1);
    await writeFile(join(folder, 'secret'), 'of the city');
    await symlink(join(folder, 'secret'), join(inbox, `${one!.name}.age`));
    await writeFile(join(inbox, `${one!.name}.note`), one!.note);
    await symlink(join(folder, 'secret'), join(inbox, `${one!.name.replace('e1', 'e2')}.note`));
    expect(await receive()).toEqual(['1 rejected file-missing']);
    await expect(readdir(join(folder, `archive-${count}`, 'quarantine'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test("a receipt that can't be written stops nothing and is written next time", async () => {
    const [one, two] = await chain(2);
    await put(one!, two!);
    const receipts = join(inbox, 'receipts');
    await writeFile(receipts, 'a file where a folder should be');
    const problems: string[] = [];
    expect(await receive({ receipts, onReceiptProblem: (file) => problems.push(file) })).toEqual([
      '1 loaded',
      '2 loaded',
    ]);
    expect(problems).toEqual([`${one!.name}.receipt`, `${two!.name}.receipt`]);
    await rm(receipts);
    expect(await receive({ receipts })).toEqual(['1 repeated', '2 repeated']);
    expect(await readdir(receipts)).toEqual([`${one!.name}.receipt`, `${two!.name}.receipt`]);
  });

  test('an unchanged file is not read again; a changed one is, whatever its date says', async () => {
    const [one] = await chain(1);
    await put(one!);
    const later = () => new Date(Date.now() + 60_000);
    expect(await receive({ now: later })).toEqual(['1 loaded']);
    const known = await database.query('select count(*)::int as count from known_file where inbox = $1', [inbox]);
    expect(known).toEqual([{ count: 1 }]);
    expect(await receive({ now: later })).toEqual(['1 repeated']);
    const { utimes, stat } = await import('node:fs/promises');
    const path = join(inbox, `${one!.name}.age`);
    const { atime, mtime } = await stat(path);
    const damaged = new Uint8Array(one!.age);
    damaged[damaged.length - 1]! ^= 1;
    await writeFile(path, damaged);
    await utimes(path, atime, mtime);
    expect(await receive({ now: later })).toEqual(['1 rejected file-hash']);
    await copyFile(path, join(folder, 'copy'));
  });
});
