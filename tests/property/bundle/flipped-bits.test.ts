import { beforeAll, expect, test } from 'vitest';
import type { CityKeys } from '../../../city/city-keys.ts';
import { BundleRefused } from '../../../shared/node/bundle/bundle-refused.ts';
import { unpackBundle } from '../../../shared/node/bundle/unpack-bundle.ts';
import { generateAgeIdentity } from '../../../shared/node/crypto/age.ts';
import { fingerprintOf, generateSigningKey } from '../../../shared/node/crypto.ts';
import { judge } from './judge.ts';
import { type SampleBundle, sampleBundle, sampleOffice } from './sample-bundle.ts';

const office = sampleOffice();
const enrolled = new Map([[office.id, office.publicKeyPem]]);
let keys: CityKeys;
let bundle: SampleBundle;

beforeAll(async () => {
  const age = await generateAgeIdentity('x25519');
  keys = {
    identities: [age.identity],
    fingerprints: [fingerprintOf(age.recipient)],
    receiptKeyPem: generateSigningKey().privateKeyPem,
  };
  bundle = await sampleBundle({ office, recipients: [age.recipient], sequence: 1 });
});

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}

/** What the layers inside say, without the note's hash in front of them: `accepted` or a code. */
async function opened(age: Uint8Array): Promise<string> {
  try {
    await unpackBundle({ file: age, kind: 'report', identities: keys.identities });
    return 'accepted';
  } catch (error) {
    if (error instanceof BundleRefused) return error.code;
    throw error;
  }
}

test('no bit of the file can change: the note names its hash', async () => {
  expect(await judge(bundle, keys, enrolled)).toBe('accepted');
  // A stride that is prime to 8 visits each position of a bit.
  for (let bit = 0; bit < bundle.age.length * 8; bit += 41) {
    expect(await judge({ ...bundle, age: flipped(bundle.age, bit) }, keys, enrolled)).toBe('file-hash');
  }
});

test('nor would the age layer let it pass by itself', async () => {
  const text = Buffer.from(bundle.age);
  const headerBytes = text.indexOf('\n', text.indexOf('\n---') + 1) + 1;
  const inHeader = Array.from({ length: 150 }, (_, at) => Math.floor((at * headerBytes * 8) / 150));
  const inPayload = Array.from({ length: 150 }, (_, at) => headerBytes * 8 + at * 863);
  for (const bit of [...inHeader, ...inPayload]) {
    expect(await opened(flipped(bundle.age, bit))).toMatch(/^(age-damaged|not-a-recipient)$/);
  }
});

test('no bit of the note can change', async () => {
  const note = Buffer.from(bundle.note, 'utf8');
  for (let bit = 0; bit < note.length * 8; bit += 1) {
    // As the receiver reads it: text that is no UTF-8 is no note.
    const text = Buffer.from(flipped(note, bit)).toString('utf8');
    expect(await judge({ ...bundle, note: text }, keys, enrolled)).toMatch(
      /^(note-unreadable|wrong-signer|bad-signature)$/,
    );
  }
});

test('cut or extended anywhere, nothing passes', async () => {
  const lengths = [
    0,
    1,
    20,
    100,
    150,
    199,
    200,
    201,
    216,
    217,
    5000,
    bundle.age.length - 17,
    bundle.age.length - 16,
    bundle.age.length - 1,
  ];
  for (const length of lengths) {
    expect(await judge({ ...bundle, age: bundle.age.slice(0, length) }, keys, enrolled)).toBe('file-size');
    expect(await opened(bundle.age.slice(0, length))).toBe('age-damaged');
  }
  for (const more of [new Uint8Array(1), new Uint8Array(16), new Uint8Array(65_552), bundle.age]) {
    const longer = Buffer.concat([bundle.age, more]);
    expect(await judge({ ...bundle, age: longer }, keys, enrolled)).toBe('file-size');
    expect(await opened(longer)).toBe('age-damaged');
  }
  for (const note of ['', bundle.note.slice(0, -1), `${bundle.note}\n`, `${bundle.note}${bundle.note}`]) {
    expect(await judge({ ...bundle, note }, keys, enrolled)).toBe('note-unreadable');
  }
  expect(await judge({ ...bundle, note: `\n${bundle.note}` }, keys, enrolled)).toBe('bad-signature');
});
