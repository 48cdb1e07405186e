import { constants, zstdCompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CityKeys } from '../../../city/city-keys.ts';
import type { BundleNote } from '../../../shared/bundle/bundle-note.ts';
import type { BundleEntry } from '../../../shared/node/bundle/bundle-entry.ts';
import { packFrames } from '../../../shared/node/bundle/frames.ts';
import { packBundle } from '../../../shared/node/bundle/pack-bundle.ts';
import { writeTar } from '../../../shared/node/bundle/tar.ts';
import { ageEncrypt, generateAgeIdentity } from '../../../shared/node/crypto/age.ts';
import { fingerprintOf, generateSigningKey, sha256Hex } from '../../../shared/node/crypto.ts';
import { judge } from './judge.ts';
import { type SampleOptions, sampleBundle, sampleContact, sampleId, sampleOffice } from './sample-bundle.ts';

const office = sampleOffice();
let keys: CityKeys;
let recipient = '';
let stranger = '';
const enrolled = new Map([[office.id, office.publicKeyPem]]);

beforeAll(async () => {
  const age = await generateAgeIdentity('x25519');
  recipient = age.recipient;
  stranger = (await generateAgeIdentity('x25519')).recipient;
  keys = {
    identities: [age.identity],
    fingerprints: [fingerprintOf(recipient)],
    receiptKeyPem: generateSigningKey().privateKeyPem,
  };
});

async function verdict(options: Partial<SampleOptions> = {}): Promise<string> {
  return await judge(await sampleBundle({ office, recipients: [recipient], sequence: 2, ...options }), keys, enrolled);
}

/** Changes the manifest's JSON and leaves everything else as it is. */
function manifest(change: (manifest: Record<string, unknown>) => void): Partial<SampleOptions> {
  return {
    alter: ([first, ...rest]) => {
      const parsed = JSON.parse(Buffer.from(first?.content ?? []).toString('utf8')) as Record<string, unknown>;
      change(parsed);
      return [{ name: 'manifest.json', content: Buffer.from(JSON.stringify(parsed)) }, ...rest];
    },
  };
}

/** Replaces the contacts' lines; the manifest announces what is there unless told otherwise. */
function contacts(
  text: string | Uint8Array,
  announced: { upserts?: number; deletes?: number; sha256?: string } = {},
): Partial<SampleOptions> {
  const content = typeof text === 'string' ? Buffer.from(text, 'utf8') : text;
  const lines = Buffer.from(content).toString('latin1').split('\n').length - 1;
  const summary = { upserts: lines, deletes: 0, sha256: sha256Hex(content), ...announced };
  return {
    alter: (entries) =>
      (manifest((each) => Object.assign(each['records'] as object, { contact: summary })).alter?.(entries) ?? []).map(
        (entry) => (entry.name === 'data/contact.ndjson' ? { ...entry, content } : entry),
      ),
  };
}

const line = (change: object = {}) => `${JSON.stringify({ ...sampleContact(1), ...change })}\n`;

test('the sample itself is accepted, also without records and with two recipients', async () => {
  expect(await verdict()).toBe('accepted');
  expect(await verdict({ lines: {} })).toBe('accepted');
  expect(await verdict({ recipients: [stranger, recipient] })).toBe('accepted');
  expect(await verdict(contacts(line() + `{"op":"delete","id":"${sampleId(5)}"}\n`, { upserts: 1, deletes: 1 }))).toBe(
    'accepted',
  );
  expect(
    await verdict({
      alter: (entries) => entries,
      ...manifest((each) => Object.assign(each, { writtenBy: 'another program 2.0' })),
    }),
  ).toBe('accepted');
});

describe('note and manifest must agree in each field', () => {
  const said: [string, (manifest: Record<string, unknown>) => void][] = [
    ['office', (each) => Object.assign(each['office'] as object, { id: 'eving' })],
    ['kind', (each) => Object.assign(each, { kind: 'handover' })],
    ['epoch', (each) => Object.assign(each, { epoch: 2 })],
    ['sequence', (each) => Object.assign(each, { sequence: 3 })],
    ['signedBy name', (each) => Object.assign(each, { signedBy: 'eving+00000000' })],
    ['signedBy hash', (each) => Object.assign(each, { signedBy: `${office.id}+00000000` })],
    ['recipients', (each) => Object.assign(each, { recipients: [fingerprintOf(stranger)] })],
    ['period turned round', (each) => Object.assign(each, { period: { from: '2026-11-21', to: '2026-11-20' } })],
    ['journal turned round', (each) => Object.assign(each, { journal: { from: 9, to: 8, head: 'a'.repeat(64) } })],
  ];
  test.each(said)('%s', async (_, change) => expect(await verdict(manifest(change))).toBe('manifest-mismatch'));

  const noted: [string, Partial<BundleNote>, string][] = [
    ['epoch', { epoch: 7 }, 'name-mismatch'],
    ['sequence', { sequence: 3, previousSha256: 'a'.repeat(64) }, 'name-mismatch'],
    ['kind', { kind: 'backup' }, 'name-mismatch'],
    ['file hash', { fileSha256: 'a'.repeat(64) }, 'file-hash'],
    ['file size', { fileBytes: 1 }, 'file-size'],
  ];
  test.each(noted)('the note: %s', async (_, change, code) =>
    expect(await verdict({ alterNote: (note) => ({ ...note, ...change }) })).toBe(code),
  );
});

describe('the manifest', () => {
  test.each<[string, (manifest: Record<string, unknown>) => void]>([
    ['another format', (each) => Object.assign(each, { format: 'tandem-bundle/2' })],
    ['a field too many', (each) => Object.assign(each, { comment: 'x' })],
    ['a field too few', (each) => void delete each['journal']],
    [
      'a count that is none',
      (each) =>
        Object.assign(each['records'] as object, { contact: { upserts: -1, deletes: 0, sha256: 'a'.repeat(64) } }),
    ],
    ['a day that is none', (each) => Object.assign(each, { period: { from: '2026-02-30', to: '2026-02-30' } })],
    [
      'a million recipients',
      (each) => Object.assign(each, { recipients: Array.from({ length: 21 }, () => fingerprintOf('x')) }),
    ],
    [
      'a record name that is a path',
      (each) =>
        Object.assign(each['records'] as object, { '../contact': { upserts: 0, deletes: 0, sha256: 'a'.repeat(64) } }),
    ],
  ])('with %s is invalid', async (_, change) => expect(await verdict(manifest(change))).toBe('manifest-invalid'));

  test.each(['', '{', '[]', 'null', '\ufeff{}', '{"kind":"report","kind":"backup"}', '"'.padEnd(100_000, '[')])(
    '%j is none',
    async (text) => {
      const replaced = ([, ...rest]: BundleEntry[]) => [{ name: 'manifest.json', content: Buffer.from(text) }, ...rest];
      expect(await verdict({ alter: replaced })).toBe('manifest-invalid');
    },
  );

  test('must be the first entry', async () => {
    expect(await verdict({ alter: (entries) => entries.slice(1) })).toBe('manifest-missing');
    expect(await verdict({ alter: ([first, second, ...rest]) => [second!, first!, ...rest] })).toBe('manifest-missing');
    expect(await verdict({ alter: () => [] })).toBe('manifest-missing');
  });

  test('of another schema or version is unknown', async () => {
    expect(
      await verdict(manifest((each) => Object.assign(each, { schema: { name: 'tandem-report', version: 3 } }))),
    ).toBe('schema-unknown');
    expect(
      await verdict(manifest((each) => Object.assign(each, { schema: { name: 'tandem-other', version: 1 } }))),
    ).toBe('schema-unknown');
  });

  test('of version 1 holds rows of version 1: one of today in it is invalid', async () => {
    const asVersion1 = manifest((each) => Object.assign(each, { schema: { name: 'tandem-report', version: 1 } }));
    expect(await verdict(asVersion1)).toBe('row-invalid');
  });

  test('announces exactly the records that are there', async () => {
    expect(await verdict({ alter: (entries) => entries.slice(0, -1) })).toBe('records-mismatch');
    expect(await verdict(manifest((each) => void delete (each['records'] as Record<string, unknown>)['step']))).toBe(
      'records-mismatch',
    );
    const visit = { upserts: 0, deletes: 0, sha256: sha256Hex('') };
    expect(await verdict(manifest((each) => Object.assign(each['records'] as object, { visit })))).toBe(
      'records-mismatch',
    );
  });
});

describe('rows', () => {
  test('other than announced', async () => {
    expect(await verdict(contacts(line(), { sha256: 'a'.repeat(64) }))).toBe('record-hash');
    expect(await verdict(contacts(line(), { upserts: 2 }))).toBe('row-count');
    expect(await verdict(contacts(line(), { upserts: 0 }))).toBe('row-count');
    expect(await verdict(contacts(line(), { upserts: 0, deletes: 1 }))).toBe('row-count');
    expect(await verdict(contacts('', { upserts: 1 }))).toBe('row-count');
  });

  test.each<[string, string | Uint8Array]>([
    ['a field too many', line({ note: 'x' })],
    ['a name in a field', line({ language: 'Amal Haddad' })],
    ['a time finer than the hour', line({ hour: 9.5 })],
    ['an id that carries a time', line({ id: '018f3b2c-7a5e-7c4d-8f1e-2b3c4d5e6f70' })],
    ['a day that is none', line({ day: '2026-02-30' })],
    ['a number as text', line({ minutes: '20' })],
    ['a huge number', line({ minutes: 1e300 })],
    ['another operation', line({ op: 'merge' })],
    ['a delete with more than the id', line({ op: 'delete' })],
    ['an empty line', `${line()}\n`],
    ['no line feed at the end', line().trimEnd()],
    ['carriage returns', line().replace('\n', '\r\n').replace('}\r', '}x\r')],
    ['broken JSON', '{"op":"put"\n'],
    ['a byte order mark', `\ufeff${line()}`],
    ['broken UTF-8', Buffer.concat([Buffer.from(line().trimEnd()), Buffer.from([0xff, 0x0a])])],
    ['a list', `[${line().trimEnd()}]\n`],
    ['deep nesting', `${'['.repeat(50_000)}\n`],
    ['a prototype', `${line().trimEnd().slice(0, -1)},"__proto__":{"op":"delete"}}\n`],
  ])('with %s are invalid', async (_, text) => {
    const announced = typeof text === 'string' && !text.endsWith('\n') ? { upserts: 1 } : {};
    expect(await verdict(contacts(text, announced))).toBe('row-invalid');
  });

  test('with an id twice, put or deleted, are refused: their order would decide', async () => {
    expect(await verdict(contacts(line() + line({ hour: 10 })))).toBe('row-repeated');
    expect(
      await verdict(contacts(line() + `{"op":"delete","id":"${sampleId(1)}"}\n`, { upserts: 1, deletes: 1 })),
    ).toBe('row-repeated');
  });
});

describe('what is packed in another way', () => {
  const packed = (pack: (entries: readonly BundleEntry[]) => Promise<Uint8Array>) => verdict({ pack });
  const tarred = (entries: readonly BundleEntry[]) => Buffer.from(writeTar(entries));
  const encrypted = (frames: Uint8Array) => ageEncrypt(frames, [recipient]);

  test('for somebody else', async () => {
    expect(await packed((entries) => packBundle({ entries, recipients: [stranger] }))).toBe('not-a-recipient');
  });

  test('not as age', async () => {
    expect(await packed(async (entries) => packFrames(writeTar(entries), 3))).toBe('age-damaged');
    expect(await packed(async () => new Uint8Array([1]))).toBe('age-damaged');
    const { Encrypter } = await import('age-encryption');
    const withPassphrase = new Encrypter();
    withPassphrase.setScryptWorkFactor(10);
    withPassphrase.setPassphrase('x');
    expect(await packed(async (entries) => withPassphrase.encrypt(await packFrames(writeTar(entries), 3)))).toMatch(
      /^(not-a-recipient|age-damaged)$/,
    );
  });

  test('frames: none, two, trailing bytes, no padding, a bomb', async () => {
    const zstd = (bytes: Uint8Array) => zstdCompressSync(bytes, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
    expect(await packed((entries) => encrypted(tarred(entries)))).toBe('frames-invalid');
    expect(await packed((entries) => encrypted(zstd(tarred(entries))))).toBe('frames-invalid');
    expect(
      await packed(async (entries) =>
        encrypted(Buffer.concat([await packFrames(writeTar(entries), 3), Buffer.from('more')])),
      ),
    ).toBe('frames-invalid');
    expect(
      await packed(async (entries) =>
        encrypted(Buffer.concat([await packFrames(writeTar(entries), 3), zstd(tarred(entries))])),
      ),
    ).toBe('frames-invalid');
    const half = 520 << 20;
    const bomb = zstdCompressSync(Buffer.alloc(half), { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
    const fill = Buffer.alloc(8);
    const length = Math.ceil((bomb.length + 8) / 16384) * 16384 - bomb.length - 8;
    fill.writeUInt32LE(0x184d2a50, 0);
    fill.writeUInt32LE(length, 4);
    expect(await packed(() => encrypted(Buffer.concat([bomb, fill, Buffer.alloc(length)])))).toBe('expands-too-far');
  });

  test('tar: a second archive behind the end, a name that leads elsewhere, a repeated entry', async () => {
    const framed = async (tar: Uint8Array) => encrypted(await packFrames(tar, 3));
    expect(await packed((entries) => framed(Buffer.concat([tarred(entries), tarred(entries)])))).toBe('tar-invalid');
    expect(
      await packed((entries) =>
        framed(tarred([...entries, { name: '../../etc/cron.d/x', content: Buffer.from('x') }])),
      ),
    ).toBe('entry-unexpected');
    expect(await packed((entries) => framed(tarred([...entries, entries[1]!])))).toBe('entry-unexpected');
    expect(
      await packed((entries) => framed(tarred([...entries, { name: 'office.db', content: Buffer.from('x') }]))),
    ).toBe('entry-unexpected');
    expect(await packed((entries) => framed(tarred(entries).subarray(0, 600)))).toBe('tar-invalid');
  });
});

describe('who signed', () => {
  test('nobody enrolled, another key, another office, nobody', async () => {
    const right = await sampleBundle({ office, recipients: [recipient], sequence: 2 });
    expect(await judge(right, keys, new Map())).toBe('not-enrolled');
    expect(await judge(right, keys, new Map([[office.id, generateSigningKey().publicKeyPem]]))).toBe('wrong-signer');
    const eving = sampleOffice('eving');
    const both = new Map([...enrolled, [eving.id, eving.publicKeyPem]]);
    const theirs = await sampleBundle({ office: eving, recipients: [recipient], sequence: 2 });
    expect(await judge(theirs, keys, both)).toBe('accepted');
    expect(await judge({ ...theirs, name: right.name }, keys, both)).toBe('wrong-signer');
    // An enrolled office signs in another's name: its key is good, but not for this note.
    expect(await verdict({ alterNote: (note) => ({ ...note, office: eving.id }) })).toBe('wrong-signer');
    const { signText } = await import('../../../shared/node/bundle/signed-note.ts');
    const text = right.note.slice(0, right.note.indexOf('\n\n') + 1).replace(office.id, eving.id);
    expect(await judge({ ...right, note: signText(text, office.id, office.privateKeyPem) }, keys, both)).toBe(
      'name-mismatch',
    );
    expect(await judge({ ...right, note: text }, keys, both)).toBe('note-unreadable');
    expect(await judge({ ...right, name: 'readme' }, keys, both)).toBe('name-unreadable');
  });

  test('a note of one bundle does not serve another', async () => {
    const [two, three] = [
      await sampleBundle({ office, recipients: [recipient], sequence: 2 }),
      await sampleBundle({ office, recipients: [recipient], sequence: 3 }),
    ];
    expect(await judge({ ...two, age: three.age }, keys, enrolled)).toBe('file-hash');
    expect(await judge({ ...two, note: three.note }, keys, enrolled)).toBe('name-mismatch');
  });
});
