import { expect, test } from 'vitest';
import { findKeychain, type KeychainStorage } from './keychain.ts';

type Backend = ReturnType<KeychainStorage['getSelectedStorageBackend']>;

/** A keychain that turns every byte round and puts Chromium's mark in front. */
function storageWith(backend: Backend, { available = true, mark = 'v11', plain = false } = {}) {
  const turn = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
  return {
    isAsyncEncryptionAvailable: async () => available,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text) =>
      Buffer.concat([Buffer.from(mark), plain ? Buffer.from(text) : turn(Buffer.from(text))]),
    decryptStringAsync: async (wrapped) => ({ result: turn(wrapped.subarray(3)).toString(), shouldReEncrypt: false }),
  } satisfies KeychainStorage;
}

const SECRET = new Uint8Array([0, 1, 254, 255, 10, 13, 0, 128]);

test.each([
  ['linux', 'gnome_libsecret'],
  ['linux', 'kwallet6'],
  ['win32', 'unknown'],
  ['darwin', 'unknown'],
] as const)('a secret comes back as it was: %s, %s', async (platform, backend) => {
  const keychain = await findKeychain(storageWith(backend), platform);
  const wrapped = await keychain?.wrap(SECRET);
  expect(wrapped).toBeDefined();
  expect(await keychain?.unwrap(wrapped ?? new Uint8Array())).toEqual(SECRET);
});

test.each(['basic_text', 'unknown'] as const)('a keychain that only pretends is none: %s', async (backend) => {
  expect(await findKeychain(storageWith(backend), 'linux')).toBeNull();
});

test('a keychain that is not available is none', async () => {
  for (const platform of ['linux', 'win32', 'darwin'] as const) {
    expect(await findKeychain(storageWith('gnome_libsecret', { available: false }), platform)).toBeNull();
  }
});

test('what Linux only obscured is not handed out', async () => {
  const keychain = await findKeychain(storageWith('gnome_libsecret', { mark: 'v10' }), 'linux');
  await expect(keychain?.wrap(SECRET)).rejects.toThrow('does not protect');
});

test('the same mark stands for a real key on Windows', async () => {
  const keychain = await findKeychain(storageWith('unknown', { mark: 'v10' }), 'win32');
  await expect(keychain?.wrap(SECRET)).resolves.toBeDefined();
});

test('a secret that came back readable is not handed out', async () => {
  const keychain = await findKeychain(storageWith('unknown', { plain: true }), 'win32');
  await expect(keychain?.wrap(SECRET)).rejects.toThrow('does not protect');
});
