import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  deriveKey,
  derivePassphraseKey,
  equalBytes,
  fingerprintOf,
  generateKeyPair,
  generateSigningKey,
  hmacSha256,
  randomKey,
  SealBroken,
  seal,
  sealTo,
  sha256Hex,
  sign,
  signingKeyBytes,
  signingPublicKeyOf,
  unseal,
  unsealWith,
  verify,
} from './crypto.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('sealing with AES-256-GCM', () => {
  test('opens what was sealed, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plaintext, associated) => {
        const key = randomKey();
        const sealed = seal(key, plaintext, associated);
        expect(sealed.length).toBe(plaintext.length + 28);
        expect(unseal(key, sealed, associated)).toEqual(plaintext);
      }),
      { numRuns: 50 },
    );
  });

  test('reads a test vector of the GCM specification', () => {
    // McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B, case 14.
    const nonceCiphertextTag =
      '000000000000000000000000cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919';
    expect(hex(unseal(new Uint8Array(32), Buffer.from(nonceCiphertextTag, 'hex'), ''))).toBe('00'.repeat(16));
  });

  test('opens with no other key, no other associated text and no flipped bit', () => {
    const key = randomKey();
    const sealed = seal(key, utf8('Geheimnis'), 'note 1');
    expect(() => unseal(randomKey(), sealed, 'note 1')).toThrow(SealBroken);
    expect(() => unseal(key, sealed, 'note 2')).toThrow(SealBroken);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Uint8Array.from(sealed);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => unseal(key, flipped, 'note 1')).toThrow(SealBroken);
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => unseal(key, sealed.subarray(0, length), 'note 1')).toThrow(SealBroken);
    }
  });

  test('never seals twice alike', () => {
    const key = randomKey();
    expect(seal(key, utf8('x'), '')).not.toEqual(seal(key, utf8('x'), ''));
  });
});

describe('sealing to a public key with HPKE', () => {
  test('only the owner opens it, with the same info, unaltered', async () => {
    const owner = await generateKeyPair();
    const other = await generateKeyPair();
    const sealed = await sealTo(owner.publicKey, utf8('note key'), 'note 1');
    expect(await unsealWith(owner.privateKey, sealed, 'note 1')).toEqual(utf8('note key'));
    await expect(unsealWith(other.privateKey, sealed, 'note 1')).rejects.toThrow(SealBroken);
    await expect(unsealWith(owner.privateKey, sealed, 'note 2')).rejects.toThrow(SealBroken);
    for (const at of [0, 31, 32, sealed.length - 1]) {
      const flipped = Uint8Array.from(sealed);
      flipped[at]! ^= 1;
      await expect(unsealWith(owner.privateKey, flipped, 'note 1')).rejects.toThrow(SealBroken);
    }
    await expect(unsealWith(owner.privateKey, sealed.subarray(0, 40), 'note 1')).rejects.toThrow(SealBroken);
  });
});

describe('keys from secrets', () => {
  test('HKDF-SHA-256 gives another key for another purpose, the same for the same', () => {
    const secret = randomKey();
    expect(deriveKey(secret, 'tokens')).toEqual(deriveKey(secret, 'tokens'));
    expect(deriveKey(secret, 'tokens')).not.toEqual(deriveKey(secret, 'drafts'));
    expect(() => deriveKey(utf8('Passwort'), 'tokens')).toThrow(RangeError);
  });

  test('HMAC-SHA-256 and SHA-256 match published vectors', () => {
    // RFC 4231, test case 2; FIPS 180-2, "abc".
    expect(hex(hmacSha256(utf8('Jefe'), 'what do ya want for nothing?'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  const small = { salt: utf8('somesaltsomesalt'), memoryKiB: 64, passes: 1, lanes: 1 };

  test('one passphrase, whichever way its umlaut is written; spaces and length count', async () => {
    const composed = await derivePassphraseKey('gr\u00fcn', small);
    expect(composed).toHaveLength(32);
    expect(await derivePassphraseKey('gru\u0308n', small)).toEqual(composed);
    expect(await derivePassphraseKey('gr\u00fcn ', small)).not.toEqual(composed);
    const long = 'a'.repeat(5000);
    expect(await derivePassphraseKey(`${long}b`, small)).not.toEqual(await derivePassphraseKey(`${long}c`, small));
  });

  test('Argon2id agrees with another implementation', async () => {
    // From OpenSSL 3.5: argon2Sync('argon2id', …) of Node 24's node:crypto.
    const key = await derivePassphraseKey('password', { ...small, memoryKiB: 256, passes: 2 });
    expect(hex(key)).toBe('cab746b4621993fdc91ec50787980b414a90a692f0bc68dfe19f9c25b3cba9ec');
  });

  test('refuses parameters that would weaken or never end', async () => {
    await expect(derivePassphraseKey('x', { ...small, salt: utf8('short') })).rejects.toThrow(RangeError);
    await expect(derivePassphraseKey('x', { ...small, memoryKiB: 8 * 1024 * 1024 })).rejects.toThrow(RangeError);
    await expect(derivePassphraseKey('x', { ...small, passes: 0 })).rejects.toThrow(RangeError);
  });
});

describe('Ed25519', () => {
  test('signs and verifies; any other text, signature or key fails', () => {
    const { publicKeyPem, privateKeyPem } = generateSigningKey();
    const signature = sign(privateKeyPem, utf8('text'));
    expect(verify(publicKeyPem, utf8('text'), signature)).toBe(true);
    expect(verify(publicKeyPem, utf8('text '), signature)).toBe(false);
    expect(verify(publicKeyPem, utf8('text'), signature.subarray(1))).toBe(false);
    expect(verify(generateSigningKey().publicKeyPem, utf8('text'), signature)).toBe(false);
    expect(signingPublicKeyOf(privateKeyPem)).toBe(publicKeyPem);
    expect(signingKeyBytes(publicKeyPem)).toHaveLength(32);
  });

  test('takes no private key and no other kind of key for a public one', () => {
    expect(() => verify(generateSigningKey().privateKeyPem, utf8('x'), new Uint8Array(64))).toThrow(TypeError);
    const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'pem' });
    expect(() => verify(p256.toString(), utf8('x'), new Uint8Array(64))).toThrow(TypeError);
  });
});

describe('comparing', () => {
  test('bytes, also of different lengths', () => {
    expect(equalBytes(utf8('a'), utf8('a'))).toBe(true);
    expect(equalBytes(utf8('a'), utf8('b'))).toBe(false);
    expect(equalBytes(utf8('a'), utf8('aa'))).toBe(false);
  });

  test('a fingerprint is thirty digits and does not hang on line endings', () => {
    const { publicKeyPem } = generateSigningKey();
    const fingerprint = fingerprintOf(publicKeyPem);
    expect(fingerprint).toMatch(/^\d{5}( \d{5}){5}$/);
    expect(fingerprintOf(`${publicKeyPem.replaceAll('\n', '\r\n')}\n`)).toBe(fingerprint);
    expect(fingerprintOf(generateSigningKey().publicKeyPem)).not.toBe(fingerprint);
    // Computed apart: { printf 'tandem-fingerprint/1\n'; printf age1example; } | sha256sum, then each 5 bytes mod 100000.
    expect(fingerprintOf('age1example')).toBe('35302 41468 28163 90863 13012 43804');
  });
});
