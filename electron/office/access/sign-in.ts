import { rightsOf } from '../../../shared/access/rights.ts';
import type { SessionView } from '../../../shared/access/access.contract.ts';
import { SealBroken } from '../../../shared/node/crypto.ts';
import { type Core, openDatabaseOf } from '../core.ts';
import { findOffice } from '../office/office-row.ts';
import { openOffice } from '../office/open-office.ts';
import { rule } from '../rpc/faults.ts';
import { openDataKey, openGrant, openPersonal, personReader } from './grants.ts';
import { type Keyring, type KeyringStaff, readKeyring, sealedNowhere } from './keyring.ts';
import type { Connection, Session } from './session.ts';
import { forgetKeys, type Reader, type ReaderKey, type SessionKeys } from './session-keys.ts';
import { getStaff } from './staff.ts';

/** Runs an attempt after all earlier ones, so that each meets the pause that the one before has earned. */
export function oneAttemptAtATime<T>(core: Core, attempt: () => Promise<T>): Promise<T> {
  const next = core.attempts.then(attempt, attempt);
  core.attempts = next.catch(() => undefined);
  return next;
}

/**
 * Proves a passphrase against the keyring. Throws RULE paused, or RULE sign-in-failed whatever was wrong: an unknown
 * name costs the same derivation and reads the same.
 */
export async function provePassphrase(core: Core, name: string, passphrase: string): Promise<{ keyring: Keyring; entry: KeyringStaff; personal: ReaderKey }> {
  return oneAttemptAtATime(core, async () => {
    refuseWhilePaused(core);
    const keyring = readKeyring(core.ports.dataFolder);
    const entry = keyring?.staff.find((staff) => staff.active && staff.signInName.toLowerCase() === name.trim().normalize('NFC').toLowerCase());
    try {
      const personal = await openPersonal(entry ?? sealedNowhere(keyring, core.ports.passphraseCost), passphrase);
      if (!keyring || !entry) throw new SealBroken();
      core.pause.succeeded();
      return { keyring, entry, personal };
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      core.pause.failed();
      throw rule('sign-in-failed', { retryAfterSeconds: core.pause.remainingSeconds() });
    }
  });
}

export function refuseWhilePaused(core: Core): void {
  const seconds = core.pause.remainingSeconds();
  if (seconds > 0) throw rule('paused', { retryAfterSeconds: seconds });
}

/** Signs a person in on a connection, opening the office if it is closed. A session that was there ends. */
export async function signIn(core: Core, connection: Connection, input: { name: string; passphrase: string; desk: number }): Promise<SessionView> {
  const { keyring, entry, personal } = await provePassphrase(core, input.name, input.passphrase);
  if (!core.database) openOffice(core, keyring, await openDataKey(entry.dataKey, entry.staffId, personal), await nextKey(entry, personal));
  const keys = await sessionKeys(entry, personal);
  endSession(core, connection);
  const staff = getStaff(openDatabaseOf(core), entry.staffId);
  connection.session = {
    staffId: staff.id,
    displayName: staff.display_name,
    signInName: entry.signInName,
    employerId: staff.employer_id,
    employerKind: staff.employer_kind,
    roles: staff.roles,
    rights: rightsOf(staff.roles),
    languages: staff.languages,
    desk: input.desk,
    keys,
    ended: new AbortController(),
  };
  core.changes.publish('change', { entity: 'staff', id: staff.id, revision: null });
  return sessionView(core, connection.session);
}

async function nextKey(entry: KeyringStaff, personal: ReaderKey): Promise<Uint8Array | null> {
  return entry.nextDataKey === null ? null : openDataKey(entry.nextDataKey, entry.staffId, personal);
}

/** Opens everything that was granted to the person. */
async function sessionKeys(entry: KeyringStaff, personal: ReaderKey): Promise<SessionKeys> {
  const own = personReader(entry.staffId, entry.generation);
  const readers = new Map<Reader, ReaderKey>([[own, personal]]);
  for (const grant of [...entry.vaults, ...entry.deputyFor]) {
    // grantVault wrote a Reader there.
    readers.set(grant.of as Reader, await openGrant(grant, entry.staffId, personal));
  }
  // Generations are granted in order; the newest is what new notes are sealed for.
  return { personal: own, vault: (entry.vaults.at(-1)?.of as Reader | undefined) ?? null, readers };
}

/** Ends a connection's session, if there is one, and overwrites its keys. */
export function endSession(core: Core, connection: Connection): void {
  const { session } = connection;
  if (!session) return;
  connection.session = null;
  session.ended.abort();
  forgetKeys(session.keys);
  core.changes.publish('change', { entity: 'staff', id: session.staffId, revision: null });
}

/** What a screen is told about its session. */
export function sessionView(core: Core, session: Session): SessionView {
  const db = openDatabaseOf(core);
  const office = findOffice(db);
  const staff = getStaff(db, session.staffId);
  return {
    staffId: session.staffId,
    displayName: staff.display_name,
    signInName: session.signInName,
    employerId: session.employerId,
    employerKind: session.employerKind,
    employerName: staff.employer_name,
    roles: [...session.roles],
    rights: [...session.rights],
    languages: staff.languages,
    holdsVault: session.keys.vault !== null,
    idleLockMinutes: office.idle_lock_minutes,
    training: office.training,
  };
}

/** Who is signed in now, each person once. */
export function signedInStaff(core: Core): Set<string> {
  return new Set([...core.connections].flatMap((connection) => (connection.session ? [connection.session.staffId] : [])));
}

