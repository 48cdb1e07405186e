import { AgeBroken } from '../../../shared/node/crypto/age.ts';
import type { Core } from '../core.ts';
import { rule } from '../rpc/faults.ts';
import { grantDataKey, grantVault, newStaffEntry, openRecovery, sealPersonal } from './grants.ts';
import { type KeyringEmployer, readKeyring, writeKeyring } from './keyring.ts';
import { changeEntry, touchStaff } from './manage-staff.ts';
import type { Who } from './session.ts';
import { oneAttemptAtATime, provePassphrase, refuseWhilePaused } from './sign-in.ts';

/** Seals the person's keys under a new passphrase; the keys stay, so that no note is lost. */
export async function changePassphrase(core: Core, who: Who, input: { current: string; next: string }): Promise<void> {
  const { personal } = await provePassphrase(core, who.signInName, input.current);
  if (input.next.normalize('NFC') === input.current.normalize('NFC')) throw rule('passphrase-used-before');
  const sealed = await sealPersonal(personal, who.staffId, input.next, core.ports.passphraseCost);
  changeEntry(core, who.staffId, (now) => ({ ...now, ...sealed }));
  touchStaff(core, who, 'access.changePassphrase', who.staffId, ['passphrase']);
}

/**
 * A new passphrase with an employer's recovery sheet, for somebody of that employer. They get fresh personal keys: their
 * entrusted (V3) notes stay closed, unless a deputy holds the old ones. Whatever is wrong reads the same.
 */
export async function resetPassphrase(core: Core, input: { recoverySheet: string; name: string; passphrase: string }): Promise<void> {
  await oneAttemptAtATime(core, async () => {
    refuseWhilePaused(core);
    const keyring = readKeyring(core.ports.dataFolder);
    const name = input.name.trim().normalize('NFC').toLowerCase();
    const entry = keyring?.staff.find((staff) => staff.active && staff.signInName.toLowerCase() === name);
    const employer = entry && keyring?.employers.find((candidate) => candidate.employerId === entry.employerId);
    const opened = employer && (await openWithSheet(employer, input.recoverySheet));
    if (!keyring || !entry || !opened) {
      core.pause.failed();
      throw rule('recovery-failed', { retryAfterSeconds: core.pause.remainingSeconds() });
    }
    const { staffId, employerId, signInName } = entry;
    const fresh = await newStaffEntry({ staffId, employerId, signInName, generation: entry.generation + 1 }, input.passphrase, core.ports.passphraseCost, opened.dataKey, []);
    fresh.entry.dataKey = await grantDataKey(fresh.entry, opened.dataKey);
    // Who waited to be let in still waits: a sheet gives back what was there, not more.
    if (entry.vaults.length > 0) fresh.entry.vaults.push(await grantVault(fresh.entry, opened.vault));
    const now = readKeyring(core.ports.dataFolder) ?? keyring;
    writeKeyring(core.ports.dataFolder, { ...now, staff: now.staff.map((staff) => (staff.staffId === staffId ? fresh.entry : staff)) });
    core.pause.succeeded();
    core.ports.log.write({ level: 'warning', code: 'passphrase-reset-by-recovery-sheet' });
  });
}

async function openWithSheet(employer: KeyringEmployer, sheet: string) {
  try {
    return await openRecovery(employer, sheet.replace(/\s+/g, '').toUpperCase());
  } catch (error) {
    if (error instanceof AgeBroken) return null;
    throw error;
  }
}
