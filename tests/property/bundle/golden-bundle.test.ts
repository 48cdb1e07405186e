import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listEnrolledOffices, loadCityKeys } from '../../../city/city-keys.ts';
import { readInboxBundle } from '../../../city/inbox.ts';
import { openBundleFile } from '../../../city/open-bundle.ts';
import { receiveInbox } from '../../../city/receive-inbox.ts';
import { verifyAuthorship, verifyContent, verifyFile } from '../../../city/verify-bundle.ts';
import { readReceipts } from '../../../shared/node/bundle/bundle-files.ts';
import { signingPublicKeyOf } from '../../../shared/node/crypto.ts';
import { goldenEntries } from '../../fixtures/golden-bundle-2/make.ts';

const GOLDEN = fileURLToPath(new URL('../../fixtures/golden-bundle-2/', import.meta.url));
const GOLDEN_1 = fileURLToPath(new URL('../../fixtures/golden-bundle/', import.meta.url));
const NAME = 'mengede-huckarde-report-e1-00000001';
const RECORDS = ['person', 'contact', 'wait', 'obstacle', 'step', 'referral', 'appointment'];

const expected = (name: string) => readFile(join(GOLDEN, 'extracted', name), 'utf8');

describe('the golden bundle', () => {
  test('is verified and read by our own code, entry for entry', async () => {
    const keys = await loadCityKeys(join(GOLDEN, 'keys'));
    const enrolled = await listEnrolledOffices(join(GOLDEN, 'keys'));
    const bundle = await readInboxBundle(GOLDEN, NAME);
    const note = verifyAuthorship(bundle, enrolled);
    const { manifest, lines } = await verifyContent(verifyFile(bundle, note), note, keys, enrolled);
    expect(manifest).toEqual(JSON.parse(await expected('manifest.json')));
    for (const [record, ofRecord] of Object.entries(lines)) {
      expect(ofRecord.map((line) => `${JSON.stringify(line)}\n`).join('')).toBe(await expected(`data/${record}.ndjson`));
    }
    expect(Object.keys(lines)).toEqual(RECORDS);
    const { entries, refusedAs } = await openBundleFile({ file: join(GOLDEN, `${NAME}.age`), keys: join(GOLDEN, 'keys') });
    expect(refusedAs).toBeNull();
    for (const { name, content } of entries) expect([name, Buffer.from(content).toString('utf8')]).toEqual([name, await expected(name)]);
  });

  test('is what the program writes today, byte for byte', async () => {
    const recipient = (await readFile(join(GOLDEN, 'keys', 'city.recipient'), 'utf8')).trim();
    const entries = goldenEntries(recipient, await readFile(join(GOLDEN, 'office.pub.pem'), 'utf8'));
    for (const { name, content } of entries) expect([name, Buffer.from(content).toString('utf8')]).toEqual([name, await expected(name)]);
  });

  test('has the receipt of its city', async () => {
    const { receipts, unreadable } = await readReceipts(GOLDEN, await readFile(join(GOLDEN, 'keys', 'receipt.pub.pem'), 'utf8'));
    expect(unreadable).toEqual([]);
    expect(receipts).toEqual([
      expect.objectContaining({ bundle: NAME, verdict: 'loaded', code: null, contiguous: 1, receivedAt: '2026-11-20T21:04:11Z' }),
    ]);
    expect(signingPublicKeyOf(await readFile(join(GOLDEN, 'office.key.pem'), 'utf8'))).toBe(await readFile(join(GOLDEN, 'office.pub.pem'), 'utf8'));
  });
});

describe('the golden bundle of version 1', () => {
  const entry = (name: string) => readFile(join(GOLDEN_1, 'extracted', name), 'utf8');
  const linesOf = async (record: string) => (await entry(`data/${record}.ndjson`)).split('\n').filter(Boolean).map((text) => JSON.parse(text));

  test('is verified and read for ever; what it did not say is null in a row of today', async () => {
    const keys = await loadCityKeys(join(GOLDEN_1, 'keys'));
    const enrolled = await listEnrolledOffices(join(GOLDEN_1, 'keys'));
    const bundle = await readInboxBundle(GOLDEN_1, NAME);
    const note = verifyAuthorship(bundle, enrolled);
    const { manifest, lines } = await verifyContent(verifyFile(bundle, note), note, keys, enrolled);
    expect(manifest.schema).toEqual({ name: 'tandem-report', version: 1 });
    for (const record of ['person', 'obstacle', 'step', 'referral', 'appointment'] as const) expect([record, lines[record]]).toEqual([record, await linesOf(record)]);
    const unsaid = (line: { op: string; topics?: object[] }) => (line.op === 'delete' ? line : { ...line, topics: line.topics?.map((topic) => ({ ...topic, quantity: null })) });
    expect(lines.contact).toEqual((await linesOf('contact')).map(unsaid));
    expect(lines.wait).toEqual((await linesOf('wait')).map((line) => ({ ...line, cause: null })));
  });

  test('is loaded beside one of version 2, and has the receipt that it has always had', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'golden-1-'));
    try {
      const [inbox, keys, receipts] = [join(folder, 'inbox'), join(folder, 'keys'), join(folder, 'receipts')];
      await cp(join(GOLDEN_1, 'keys'), keys, { recursive: true });
      await mkdir(inbox);
      for (const ending of ['age', 'note']) await cp(join(GOLDEN_1, `${NAME}.${ending}`), join(inbox, `${NAME}.${ending}`));
      const now = () => new Date('2026-11-20T21:04:11.000Z');
      const received = await receiveInbox({ inbox, database: join(folder, 'database'), keys, receipts, archive: join(folder, 'archive'), now });
      expect(received.map(({ file, verdict }) => [file, verdict])).toEqual([[`${NAME}.age`, 'loaded']]);
      expect(await readFile(join(receipts, `${NAME}.receipt`), 'utf8')).toBe(await readFile(join(GOLDEN_1, `${NAME}.receipt`), 'utf8'));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

const TOOLS = ['age', 'zstd', 'tar', 'openssl', 'base64', 'sed', 'tail', 'cut', 'sha256sum'];
const missing = TOOLS.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);

// A skipped check says which tool it missed.
describe.skipIf(missing.length > 0)(`with stock tools${missing.length > 0 ? ` (missing: ${missing.join(', ')})` : ''}`, () => {
  let folder = '';
  let recipe: string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'golden-'));
    await cp(GOLDEN, folder, { recursive: true });
    // The very commands of the page that a stranger follows.
    const page = await readFile(fileURLToPath(new URL('../../../docs/bundle-format.md', import.meta.url)), 'utf8');
    recipe = [...page.matchAll(/^ {4}(?:# )?\$ (.*)$/gm)].map(([, command]) => command ?? '');
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  const shell = (command: string) => {
    const { status, stdout, stderr } = spawnSync('sh', ['-ec', command], { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
    return { status, output: `${stdout}${stderr}`.trim() };
  };

  test('the page\'s own commands verify the note, compare the hash, open the file and give the expected contents', async () => {
    expect(recipe.length).toBeGreaterThanOrEqual(6);
    const outputs = recipe.map((command) => ({ command, ...shell(command) }));
    expect(outputs.filter(({ status }) => status !== 0)).toEqual([]);
    expect(outputs.map(({ output }) => output).join('\n')).toContain('Signature Verified Successfully');
    expect(outputs.map(({ output }) => output).join('\n')).toContain(`${NAME}.age: OK`);
    expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toBe(await expected('manifest.json'));
    expect((await readdir(join(folder, 'data'))).sort()).toEqual(RECORDS.map((record) => `${record}.ndjson`).sort());
    for (const record of RECORDS) expect(await readFile(join(folder, 'data', `${record}.ndjson`), 'utf8')).toBe(await expected(`data/${record}.ndjson`));
  });

  test('they notice a changed note and a changed file', async () => {
    const note = await readFile(join(folder, `${NAME}.note`), 'utf8');
    await writeFile(join(folder, `${NAME}.note`), note.replace('sequence 1', 'sequence 2'));
    const verification = recipe.filter((command) => command.includes('note') && !command.includes('sha256sum'));
    expect(verification).toHaveLength(3);
    expect(verification.map(shell).map(({ status }) => status === 0)).toEqual([true, true, false]);
    await writeFile(join(folder, `${NAME}.note`), note);
    const age = await readFile(join(folder, `${NAME}.age`));
    age.writeUInt8(age.readUInt8(age.length - 1) ^ 1, age.length - 1);
    await writeFile(join(folder, `${NAME}.age`), age);
    expect(recipe.filter((command) => command.includes('sha256sum')).map(shell).some(({ status }) => status !== 0)).toBe(true);
    expect(shell(`age -d -i keys/city.identity ${NAME}.age > opened.zst`).status).not.toBe(0);
  });
});
