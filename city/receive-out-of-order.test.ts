import { copyFile, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generateSigningKey, sha256Hex } from '../shared/node/crypto.ts';
import { sampleBundle, sampleContact, sampleId, sampleOffice } from '../tests/property/bundle/sample-bundle.ts';
import {
  chain,
  contacts,
  count,
  database,
  folder,
  inbox,
  make,
  office,
  put,
  receiptOf,
  receive,
  recipient,
} from '../tests/property/bundle/test-receiver.ts';
import { acceptEpoch } from './accept-epoch.ts';
import { enrollOffice } from './city-keys.ts';
import { receiveInbox } from './receive-inbox.ts';

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
