import { grantDataKey, grantVault, sealRecovery, sealRecoveryDataKey, type Vault } from './grants.ts';
import { type EmployerKeys, encode, type Keyring, type KeyringEmployer } from './keyring.ts';
import type { Reader, ReaderKey } from './session-keys.ts';

/** The keys that hold once somebody has left. */
export interface NextKeys {
  leaverId: string;
  dataKey: Uint8Array;
  /** The renewed vault with all earlier ones, the oldest first; null when the leaver never held any. */
  vault: { renewed: Vault; earlier: readonly ({ reader: Reader } & ReaderKey)[]; employerId: string } | null;
}

/**
 * Puts the next keys beside the present ones, for everybody but the leaver. Whatever happens from now on, one of the two
 * sets opens the database: `withOnlyNextKeys` goes on with the leaving, `withoutNextKeys` takes it back.
 */
export async function withNextKeys(
  keyring: Keyring,
  next: NextKeys,
): Promise<Pick<Keyring, 'staff' | 'employers' | 'leaving' | 'unattended'>> {
  const { leaverId, dataKey, vault } = next;
  const staff = await Promise.all(
    keyring.staff.map(async (entry) => {
      if (entry.staffId === leaverId) return entry;
      const holdsVault = vault !== null && entry.employerId === vault.employerId && entry.vaults.length > 0;
      return {
        ...entry,
        nextDataKey: await grantDataKey(entry, dataKey),
        nextVault: holdsVault ? await grantVault(entry, vault.renewed) : null,
      };
    }),
  );
  const employers = await Promise.all(
    keyring.employers.map(async (employer) => ({ ...employer, next: await nextOf(employer, next) })),
  );
  // The operating system holds the present key only.
  return { staff, employers, leaving: leaverId, unattended: null };
}

async function nextOf(employer: KeyringEmployer, { dataKey, vault }: NextKeys): Promise<EmployerKeys> {
  const { recipient } = employer.recovery;
  if (vault?.employerId !== employer.employerId) {
    const { vaultGeneration, vaultPublicKey } = employer;
    return {
      vaultGeneration,
      vaultPublicKey,
      recovery: { ...employer.recovery, dataKey: await sealRecoveryDataKey(recipient, dataKey) },
    };
  }
  return {
    vaultGeneration: employer.vaultGeneration + 1,
    vaultPublicKey: encode(vault.renewed.publicKey),
    recovery: await sealRecovery(recipient, dataKey, [...vault.earlier, vault.renewed]),
  };
}

/** The keyring once every note and the database stand under the next keys: the leaver is not in it. */
export function withOnlyNextKeys(keyring: Keyring): Keyring {
  const renewed = new Set(
    keyring.employers
      .filter(({ vaultGeneration, next }) => next && next.vaultGeneration !== vaultGeneration)
      .map(({ employerId }) => employerId),
  );
  return {
    ...keyring,
    leaving: null,
    staff: keyring.staff
      .filter((entry) => entry.staffId !== keyring.leaving)
      .map((entry) => ({
        ...entry,
        dataKey: entry.nextDataKey ?? entry.dataKey,
        vaults: entry.nextVault ? [...entry.vaults, entry.nextVault] : entry.vaults,
        nextDataKey: null,
        nextVault: null,
        // What they held once is renewed now.
        heldVault: entry.heldVault && !renewed.has(entry.employerId),
      })),
    employers: keyring.employers.map(({ next, ...employer }) => ({ ...employer, ...next, next: null })),
  };
}

/** The keyring as it was before the leaving began. */
export function withoutNextKeys(keyring: Keyring): Keyring {
  return {
    ...keyring,
    leaving: null,
    staff: keyring.staff.map((entry) => ({ ...entry, nextDataKey: null, nextVault: null })),
    employers: keyring.employers.map((employer) => ({ ...employer, next: null })),
  };
}
