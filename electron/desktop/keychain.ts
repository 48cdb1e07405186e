import type { SafeStorage } from 'electron';
import type { Keychain } from '../office/ports.ts';

export type KeychainStorage = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** On Linux, Chromium marks so what it only obscured with a password that stands in its own source. */
const OBSCURED_ONLY = 'v10';

/**
 * The operating system's keychain as the office's port. Null where it does not protect: an unattended start would then
 * leave the database's key on the disk for anybody to read.
 */
export async function findKeychain(storage: KeychainStorage, platform: NodeJS.Platform): Promise<Keychain | null> {
  if (!(await storage.isAsyncEncryptionAvailable())) return null;
  if (platform === 'linux' && ['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend())) return null;
  return {
    async wrap(secret) {
      const text = Buffer.from(secret).toString('base64');
      const wrapped = await storage.encryptStringAsync(text);
      // Security: the backend may have gone between the question above and now, and then nothing says so but the mark.
      const isObscured = platform === 'linux' && wrapped.subarray(0, 3).toString('latin1') === OBSCURED_ONLY;
      if (isObscured || wrapped.includes(text)) throw new Error('The keychain does not protect');
      return wrapped;
    },
    async unwrap(wrapped) {
      const { result } = await storage.decryptStringAsync(Buffer.from(wrapped));
      return new Uint8Array(Buffer.from(result, 'base64'));
    },
  };
}
