import type { OfficeStatus } from '../../../shared/office/office.contract.ts';
import { type Keyring, readKeyring } from '../access/keyring.ts';
import type { Core } from '../core.ts';
import { DatabaseBlocked } from '../database/open-database.ts';
import { inspectFiles } from './open-office.ts';
import { TRAINING_PASSPHRASE } from './training.ts';

/** What the first screen shows before anybody has signed in. */
export function officeStatus(core: Core): OfficeStatus {
  const { keyring, blockedBy, empty } = look(core);
  return {
    phase: blockedBy ? 'blocked' : empty ? 'empty' : core.database ? 'locked' : 'closed',
    blockedBy,
    officeName: keyring?.officeName ?? null,
    training: keyring?.training ?? false,
    trainingPassphrase: keyring?.training ? TRAINING_PASSPHRASE : null,
    signInNames: keyring ? keyring.staff.filter((staff) => staff.active).map((staff) => staff.signInName) : [],
    desks: keyring?.desks ?? 1,
    pausedForSeconds: core.pause.remainingSeconds(),
    programVersion: core.ports.programVersion,
  };
}

function look(core: Core): { keyring: Keyring | null; blockedBy: OfficeStatus['blockedBy']; empty: boolean } {
  let keyring: Keyring | null;
  try {
    keyring = readKeyring(core.ports.dataFolder);
  } catch (error) {
    if (!(error instanceof DatabaseBlocked)) throw error;
    return { keyring: null, blockedBy: error.reason, empty: false };
  }
  if (core.database) return { keyring, blockedBy: null, empty: false };
  const found = inspectFiles(core, keyring);
  if (found === 'empty') return { keyring, blockedBy: null, empty: true };
  return { keyring, blockedBy: found ?? core.blocked?.reason ?? null, empty: false };
}
