import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBundleFiles } from '../shared/node/bundle/bundle-files.ts';
import { recipientOf } from '../shared/node/crypto/age.ts';
import { fingerprintOf } from '../shared/node/crypto.ts';
import { sampleBundle, sampleOffice } from '../tests/property/bundle/sample-bundle.ts';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
let folder = '';
const at = (...parts: string[]) => join(folder, ...parts);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'city-main-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function city(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe('the command line', () => {
  test('takes a city from its keys to the figures', async () => {
    const init = city('init', '--keys', at('keys'), '--recipient', 'x25519');
    expect(init.code).toBe(0);
    const identityFile = await readFile(at('keys', 'city.identity'), 'utf8');
    expect(identityFile).toMatch(/^# created: .*\n# public key: age1[a-z0-9]{58}\nAGE-SECRET-KEY-1[A-Z0-9]{58}\n$/);
    const recipient = (await readFile(at('keys', 'city.recipient'), 'utf8')).trim();
    expect(await recipientOf(identityFile.split('\n')[2] ?? '')).toBe(recipient);
    expect(init.stdout).toContain(fingerprintOf(recipient));
    expect(init.stdout).toContain(fingerprintOf(await readFile(at('keys', 'receipt.pub.pem'), 'utf8')));
    for (const secret of ['city.identity', 'receipt.key.pem'])
      expect((await stat(at('keys', secret))).mode & 0o777).toBe(0o600);
    expect((await stat(at('keys'))).mode & 0o777).toBe(0o700);

    const office = sampleOffice('mengede-huckarde');
    await writeFile(at('office.pub.pem'), office.publicKeyPem);
    expect(city('enroll', office.id, at('office.pub.pem'), '--keys', at('keys'))).toMatchObject({
      code: 0,
      stdout: `mengede-huckarde is enrolled. Compare with the office: ${fingerprintOf(office.publicKeyPem)}\n`,
    });
    const one = await sampleBundle({ office, recipients: [recipient], sequence: 1 });
    const three = await sampleBundle({ office, recipients: [recipient], sequence: 3 });
    const { mkdir } = await import('node:fs/promises');
    await mkdir(at('inbox'));
    for (const { name, age, note } of [one, three]) await writeBundleFiles(at('inbox'), name, age, note);

    const received = city(
      'receive',
      at('inbox'),
      '--database',
      at('database'),
      '--keys',
      at('keys'),
      '--receipts',
      at('receipts'),
      '--json',
    );
    expect(received.stderr).toBe('');
    expect(received.code).toBe(0);
    expect(
      received.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { file: `${one.name}.age`, verdict: 'loaded', code: null, missing: [] },
      { file: `${three.name}.age`, verdict: 'held', code: 'gap', missing: [2] },
    ]);
    expect(await readdir(at('receipts'))).toEqual([`${one.name}.receipt`, `${three.name}.receipt`]);
    expect((await readdir(at('inbox'))).some((name) => name.endsWith('.receipt'))).toBe(false);

    const status = city('status', '--database', at('database'), '--keys', at('keys'), '--json');
    expect(JSON.parse(status.stdout)).toMatchObject({
      gaps: [{ office: office.id, kind: 'report', missing: [2], waiting: [3] }],
    });
    const report = city('report', '--database', at('database'), '--json');
    expect(JSON.parse(report.stdout)).toMatchObject({
      contacts: { byLanguage: { total: null, cells: null } },
      smallestCell: 5,
    });

    const opened = city('open', at('inbox', `${one.name}.age`), '--keys', at('keys'), '--out', at('out'));
    expect(opened.stdout).toContain('signed by the enrolled office');
    expect(JSON.parse(await readFile(at('out', 'manifest.json'), 'utf8'))).toMatchObject({
      sequence: 1,
      format: 'tandem-bundle/1',
    });
    expect((await readFile(at('out', 'data', 'contact.ndjson'), 'utf8')).split('\n')).toHaveLength(2);
    expect(city('accept-epoch', office.id, '2', '--database', at('database'))).toMatchObject({ code: 0 });
  }, 240_000);

  test('says what it did not understand, on the error stream, and does nothing', () => {
    for (const words of [
      [],
      ['receive', 'x', '--database', 'y'],
      ['status', '--colour'],
      ['init', '--keys', at('k'), '--recipient', 'rsa'],
    ]) {
      const { code, stdout, stderr } = city(...words);
      expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: '' });
      expect(stderr).toContain('receive INBOX --database DB --keys DIR');
    }
    expect(city('--help')).toMatchObject({ code: 0, stderr: '' });
    const missing = city('receive', at('nowhere'), '--database', at('d'), '--keys', at('keys'));
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toContain('nowhere');
    expect(missing.stderr.split('\n')).toHaveLength(2);
  }, 240_000);
});
