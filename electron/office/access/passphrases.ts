import { AgeBroken, recipientOf } from '../../../shared/node/crypto/age.ts';
import { type Core, writeAndPublish } from '../core.ts';
import { rule } from '../rpc/faults.ts';
import { answeredOnce } from '../rpc/requests.ts';
import { grantDataKey, grantVault, newStaffEntry, openRecovery, sealPersonal } from './grants.ts';
import { oneAtATime, oneAtATimeFor } from './key-work.ts';
import { type KeyringEmployer, type KeyringStaff, readKeyring, writeKeyring } from './keyring.ts';
import { endSessionsOf } from './live-sessions.ts';
import { changeEntry, touchStaff } from './manage-staff.ts';
import type { Who } from './session.ts';
import { provePassphrase, refuseWhilePaused } from './sign-in.ts';

/** Seals the person's keys under a new passphrase; the keys stay, so that no note is lost. */
export function changePassphrase(
  core: Core,
  who: Who,
  input: { requestId: string; current: string; next: string },
): Promise<Record<string, never>> {
  return oneAtATimeFor(core, who, 'signed-in', () =>
    answeredOnce(core, who, { procedure: 'access.changePassphrase', input }, async () => {
      const { personal } = await provePassphrase(core, who.signInName, input.current);
      if (input.next.normalize('NFC') === input.current.normalize('NFC')) throw rule('passphrase-used-before');
      const sealed = await sealPersonal(personal, who.staffId, input.next, core.ports.passphraseCost);
      changeEntry(core, who.staffId, (now) => ({ ...now, ...sealed }));
      touchStaff(core, who, 'access.changePassphrase', who.staffId, ['passphrase']);
      return {};
    }),
  );
}

/**
 * A new passphrase with an employer's recovery sheet, for somebody of that employer. They get fresh personal keys: their
 * entrusted (V3) notes stay closed, unless a deputy holds the old ones. Sessions that they have open end: the old
 * passphrase is no longer trusted. Whatever is wrong reads the same.
 */
export function resetPassphrase(
  core: Core,
  input: { recoverySheet: string; name: string; passphrase: string },
): Promise<void> {
  return oneAtATime(core, async () => {
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
    const fresh = await freshEntry(core, entry, input.passphrase, opened);
    const now = readKeyring(core.ports.dataFolder) ?? keyring;
    writeKeyring(core.ports.dataFolder, {
      ...now,
      staff: now.staff.map((staff) => (staff.staffId === entry.staffId ? fresh : staff)),
    });
    endSessionsOf(core, entry.staffId);
    if (core.database) {
      writeAndPublish(core, { staffId: null, procedure: 'access.resetPassphrase' }, (tx) =>
        tx.touch({ entity: 'staff', id: entry.staffId, op: 'put', fields: ['passphrase'] }),
      );
    }
    core.pause.succeeded();
    core.ports.log.write({ level: 'warning', code: 'passphrase-reset-by-recovery-sheet' });
  });
}

type Opened = Awaited<ReturnType<typeof openRecovery>>;

async function freshEntry(
  core: Core,
  entry: KeyringStaff,
  passphrase: string,
  { now, next }: { now: Opened; next: Opened | null },
): Promise<KeyringStaff> {
  const { staffId, employerId, signInName } = entry;
  // Who waited to be let in still waits: a sheet gives back what was there, not more.
  const vaults = entry.vaults.length > 0 ? now.vaults : [];
  const { entry: fresh } = await newStaffEntry(
    { staffId, employerId, signInName, generation: entry.generation + 1 },
    passphrase,
    core.ports.passphraseCost,
    now.dataKey,
    vaults,
  );
  const nextVault = entry.nextVault ? next?.vaults.at(-1) : undefined;
  return {
    ...fresh,
    heldVault: entry.heldVault,
    nextDataKey: next && entry.nextDataKey ? await grantDataKey(fresh, next.dataKey) : null,
    nextVault: nextVault ? await grantVault(fresh, nextVault) : null,
  };
}

async function openWithSheet(
  employer: KeyringEmployer,
  sheet: string,
): Promise<{ now: Opened; next: Opened | null } | null> {
  const identity = sheet.replace(/\s+/g, '').toUpperCase();
  // A slip of the pen in the sheet's text makes it no identity at all.
  if (!(await isIdentity(identity))) return null;
  try {
    return {
      now: await openRecovery(employer, identity),
      next: employer.next && (await openRecovery(employer.next, identity)),
    };
  } catch (error) {
    if (error instanceof AgeBroken) return null;
    throw error;
  }
}

async function isIdentity(text: string): Promise<boolean> {
  return recipientOf(text).then(
    () => true,
    () => false,
  );
}
