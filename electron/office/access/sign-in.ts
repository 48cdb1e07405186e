import type { SessionView } from '../../../shared/access/access.contract.ts';
import { readsNotes, rightsOf } from '../../../shared/access/rights.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { SealBroken } from '../../../shared/node/crypto.ts';
import { type Core, openDatabaseOf } from '../core.ts';
import { findOffice } from '../office/office-row.ts';
import { openOffice } from '../office/open-office.ts';
import { catchUpReleases } from '../releases/catch-up-releases.ts';
import { openReleaseKeys } from '../releases/release-keys.ts';
import { Fault, rule } from '../rpc/faults.ts';
import { openDataKey, openGrant, openPersonal, personReader } from './grants.ts';
import { oneAtATime } from './key-work.ts';
import { type Keyring, type KeyringStaff, readKeyring, sealedNowhere } from './keyring.ts';
import { createReadings } from './readings.ts';
import type { Connection, Session } from './session.ts';
import { forgetKeys, type Reader, type ReaderKey, type SessionKeys } from './session-keys.ts';
import { findStaff, getStaff, type Staff } from './staff.ts';

/**
 * Proves a passphrase against the keyring, in work with keys (key-work.ts). Throws RULE paused, or RULE sign-in-failed
 * whatever was wrong: an unknown name costs the same derivation and reads the same.
 */
export async function provePassphrase(
  core: Core,
  name: string,
  passphrase: string,
): Promise<{ keyring: Keyring; entry: KeyringStaff; personal: ReaderKey }> {
  refuseWhilePaused(core);
  const keyring = readKeyring(core.ports.dataFolder);
  const entry = keyring?.staff.find(
    (staff) => staff.active && staff.signInName.toLowerCase() === name.trim().normalize('NFC').toLowerCase(),
  );
  try {
    const personal = await openPersonal(entry ?? sealedNowhere(keyring, core.ports.passphraseCost), passphrase);
    if (!keyring || !entry) throw new SealBroken();
    core.pause.succeeded();
    return { keyring, entry, personal };
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw signInFailed(core);
  }
}

function signInFailed(core: Core): Fault {
  core.pause.failed();
  return rule('sign-in-failed', { retryAfterSeconds: core.pause.remainingSeconds() });
}

/** Throws RULE paused, with the seconds to wait, as long as wrong attempts pause the office. */
export function refuseWhilePaused(core: Core): void {
  const seconds = core.pause.remainingSeconds();
  if (seconds > 0) throw rule('paused', { retryAfterSeconds: seconds });
}

/** Signs a person in on a connection, opening the office if it is closed. A session that was there ends. */
export function signIn(
  core: Core,
  connection: Connection,
  input: { name: string; passphrase: string; desk: number },
): Promise<SessionView> {
  return oneAtATime(core, async () => {
    const { keyring, entry: proven, personal } = await provePassphrase(core, input.name, input.passphrase);
    if (!core.database) {
      const dataKey = await openDataKey(proven.dataKey, proven.staffId, personal);
      openOffice(
        core,
        keyring,
        dataKey,
        proven.nextDataKey === null ? null : await openDataKey(proven.nextDataKey, proven.staffId, personal),
      );
    }
    // The opening may have gone on with somebody's leaving, also with this person's own.
    const entry = readKeyring(core.ports.dataFolder)?.staff.find(({ staffId }) => staffId === proven.staffId);
    const staff = findStaff(openDatabaseOf(core), proven.staffId);
    if (!entry || !staff?.active) throw signInFailed(core);
    if (input.desk > findOffice(openDatabaseOf(core)).desks) throw rule('no-such-desk');
    const keys = await sessionKeys(core, entry, staff, personal);
    if (connection.closed) {
      forgetKeys(keys);
      throw new Fault('UNAUTHENTICATED');
    }
    endSession(core, connection);
    connection.session = sessionOf(core, staff, { signInName: entry.signInName, desk: input.desk, keys });
    catchUpReleases(core, connection.session);
    core.changes.publish('change', { entity: 'staff', id: staff.id, revision: null });
    for (const listener of core.signedIn) listener(connection.session);
    return sessionView(core, connection.session);
  });
}

function sessionOf(
  { ports: { clock } }: Core,
  staff: Staff,
  { signInName, desk, keys }: Pick<Session, 'signInName' | 'desk' | 'keys'>,
): Session {
  return {
    staffId: staff.id,
    displayName: staff.display_name,
    signInName,
    employerId: staff.employer_id,
    employerKind: staff.employer_kind,
    roles: staff.roles,
    rights: rightsOf(staff.roles),
    languages: staff.languages,
    gender: staff.gender,
    desk,
    keys,
    today: () => localDateOf(clock.now()),
    readings: createReadings(() => Date.parse(clock.now())),
    ended: new AbortController(),
  };
}

/** Opens everything that was granted to the person and that their roles allow. */
async function sessionKeys(core: Core, entry: KeyringStaff, staff: Staff, personal: ReaderKey): Promise<SessionKeys> {
  const own = personReader(entry.staffId, entry.generation);
  const readers = new Map<Reader, ReaderKey>([[own, personal]]);
  // Security: the keyring says what was granted, the roles what may be opened; both must agree.
  if (!readsNotes(staff.roles)) return { personal: own, vault: null, readers };
  const vaults = [...entry.vaults, ...(entry.nextVault && leaverIsGone(core) ? [entry.nextVault] : [])];
  for (const grant of [...vaults, ...entry.deputyFor]) {
    // grantVault wrote a Reader there.
    readers.set(grant.of as Reader, await openGrant(grant, entry.staffId, personal));
  }
  for (const [reader, key] of await openReleaseKeys(core, readers)) readers.set(reader, key);
  // Generations are granted in order; the newest is what new notes are sealed for.
  return { personal: own, vault: (vaults.at(-1)?.of as Reader | undefined) ?? null, readers };
}

/** Whether notes stand under the next vault already, though the leaving is not through. */
function leaverIsGone(core: Core): boolean {
  const leaving = readKeyring(core.ports.dataFolder)?.leaving ?? null;
  return leaving !== null && findStaff(openDatabaseOf(core), leaving)?.active === false;
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
  return new Set(
    [...core.connections].flatMap((connection) => (connection.session ? [connection.session.staffId] : [])),
  );
}
