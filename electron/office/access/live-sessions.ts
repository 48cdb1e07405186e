import { readsNotes, rightsOf } from '../../../shared/access/rights.ts';
import type { Core } from '../core.ts';
import type { Session } from './session.ts';
import { forgetReaders, type Reader, type ReaderKey } from './session-keys.ts';
import { endSession } from './sign-in.ts';
import type { Staff } from './staff.ts';

/** The sessions that a person has open now. */
function sessionsOf(core: Core, staffId: string): Session[] {
  return [...core.connections].flatMap(({ session }) => (session?.staffId === staffId ? session : []));
}

/** Lets a person's open sessions follow the staff table: a right that was taken is gone at once, and the keys with it. */
export function followStaff(core: Core, staff: Staff): void {
  for (const session of sessionsOf(core, staff.id)) {
    session.displayName = staff.display_name;
    session.languages = staff.languages;
    session.gender = staff.gender;
    session.roles = staff.roles;
    session.rights = rightsOf(staff.roles);
    if (!readsNotes(staff.roles)) forgetWhatOthersGave(session);
  }
}

/** Leaves a session nothing but its person's own keys. */
export function forgetWhatOthersGave(session: Pick<Session, 'keys'>): void {
  forgetReaders(session.keys, (reader) => reader !== session.keys.personal);
  session.keys.vault = null;
}

/** Takes a person's own keys from all who have them as a deputy, but `deputyId`. */
export function takeFromDeputies(core: Core, staffId: string, deputyId: string | null): void {
  for (const { session } of core.connections) {
    if (!session || session.staffId === staffId || session.staffId === deputyId) continue;
    forgetReaders(session.keys, (reader) => reader.startsWith(`person:${staffId}:`));
  }
}

/** Gives those who hold the employer's vault the renewed one, so that they go on without signing in again. */
export function handOverVault(core: Core, employerId: string, vault: { reader: Reader } & ReaderKey): void {
  for (const { session } of core.connections) {
    if (!session || session.employerId !== employerId || session.keys.vault === null) continue;
    session.keys.readers.set(vault.reader, { key: vault.key.slice(), privateKey: vault.privateKey.slice() });
    session.keys.vault = vault.reader;
  }
}

/** Ends all sessions of a person. */
export function endSessionsOf(core: Core, staffId: string): void {
  for (const connection of core.connections) if (connection.session?.staffId === staffId) endSession(core, connection);
}
