import { v7 as uuidv7 } from 'uuid';
import type { StaffView } from '../../../shared/access/access.contract.ts';
import { type Role, readsNotes } from '../../../shared/access/rights.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { type Db, run, type Tx } from '../database/handles.ts';
import { insertStaff } from '../office/create-office.ts';
import { getEmployer } from '../office/settings.ts';
import { conflict, notFound, rule, unavailable } from '../rpc/faults.ts';
import { answeredOnce, answerTo, askedBy, recordAnswer } from '../rpc/requests.ts';
import { grantVault, newStaffEntry } from './grants.ts';
import { oneAtATimeFor } from './key-work.ts';
import { type Keyring, type KeyringStaff, readKeyring, writeKeyring } from './keyring.ts';
import { followStaff, takeFromDeputies } from './live-sessions.ts';
import type { Who } from './session.ts';
import type { Reader, ReaderKey } from './session-keys.ts';
import { signedInStaff } from './sign-in.ts';
import { countActive, findStaff, getStaff, listStaff } from './staff.ts';

/** The keyring of an office that is open. */
export function officeKeyring(core: Core): Keyring {
  const keyring = readKeyring(core.ports.dataFolder);
  if (!keyring) throw new Error('An open office has a keyring');
  return keyring;
}

/** Somebody's entry. Throws NOT_FOUND. */
export function keyringEntry(keyring: Keyring, staffId: string): KeyringStaff {
  const entry = keyring.staff.find((staff) => staff.staffId === staffId);
  if (!entry) throw notFound();
  return entry;
}

/** Everybody on the staff, also those who left, with what the keyring says of them. */
export function staffViews(core: Core): StaffView[] {
  const keyring = officeKeyring(core);
  const signedIn = signedInStaff(core);
  return listStaff(openDatabaseOf(core)).map((staff) => {
    const entry = keyring.staff.find((candidate) => candidate.staffId === staff.id);
    const deputy = keyring.staff.find((candidate) =>
      candidate.deputyFor.some((grant) => grant.of.startsWith(`person:${staff.id}:`)),
    );
    return {
      id: staff.id,
      revision: staff.revision,
      displayName: staff.display_name,
      signInName: entry?.signInName ?? '',
      employerId: staff.employer_id,
      employerKind: staff.employer_kind,
      roles: staff.roles,
      languages: staff.languages,
      basicLanguages: staff.basic_languages,
      readsLanguages: staff.reads_languages,
      gender: staff.gender,
      deputyId: deputy?.staffId ?? null,
      waitsForVault: staff.active && readsNotes(staff.roles) && (entry?.vaults.length ?? 0) === 0,
      active: staff.active,
      signedIn: signedIn.has(staff.id),
    };
  });
}

/** The vaults that the session holds of an employer, oldest generation first. */
export function heldVaults(who: Who, employerId: string): ({ reader: Reader } & ReaderKey)[] {
  return [...who.keys.readers]
    .filter(([reader]) => reader.startsWith(`vault:${employerId}:`))
    .map(([reader, keys]) => ({ reader, ...keys }));
}

interface NewColleague {
  requestId: string;
  displayName: string;
  signInName: string;
  employerId: string;
  roles: Role[];
  languages: string[];
  basicLanguages: string[];
  readsLanguages: string[];
  passphrase: string;
}

/**
 * Adds a colleague. They get the database's key; their employer's vault only if the caller holds it, else a colleague
 * of the same employer lets them in later.
 */
export function addStaff(core: Core, who: Who, input: NewColleague): Promise<{ id: string }> {
  const procedure = 'access.addStaff';
  return oneAtATimeFor(core, who, 'staff.manage', async () => {
    const asked = askedBy(who, procedure, input);
    const before = answerTo(openDatabaseOf(core), asked);
    // Recorded below as { id }.
    if (before) return before.answer as { id: string };
    getEmployer(openDatabaseOf(core), input.employerId);
    const { dataKey } = core;
    // Half of the keys would be missing from an entry that is made while others are replaced.
    if (!dataKey || officeKeyring(core).leaving !== null) throw unavailable('leaving-under-way');
    const id = uuidv7();
    const vaults = readsNotes(input.roles) ? heldVaults(who, input.employerId) : [];
    const { entry } = await newStaffEntry(
      { staffId: id, employerId: input.employerId, signInName: input.signInName, generation: 1 },
      input.passphrase,
      core.ports.passphraseCost,
      dataKey,
      vaults,
    );
    const database = openDatabaseOf(core);
    const keyring = officeKeyring(core);
    const namesakes = keyring.staff.filter(
      (staff) => staff.active && staff.signInName.toLowerCase() === input.signInName.toLowerCase(),
    );
    // An entry whose person is not in the database was interrupted between keyring and database, or came after a copy that was restored.
    if (namesakes.some(({ staffId }) => findStaff(database, staffId))) throw rule('sign-in-name-taken');
    writeKeyring(core.ports.dataFolder, {
      ...keyring,
      staff: [...keyring.staff.filter((staff) => !namesakes.includes(staff)), entry],
    });
    return writeAndPublish(core, { staffId: who.staffId, procedure }, (tx) => {
      insertStaff(tx, { id, ...input });
      writeOtherLanguages(tx, id, input);
      recordAnswer(tx, asked, { id });
      return { id };
    });
  });
}

interface OtherLanguages {
  basicLanguages?: string[] | undefined;
  readsLanguages?: string[] | undefined;
}

interface ChangedColleague extends OtherLanguages {
  id: string;
  revision: number;
  displayName: string;
  roles: Role[];
  languages: string[];
}

/**
 * Changes name, roles and languages; open sessions follow at once. Roles that read no notes take the vault and all
 * deputyships away; who gets such a role back has to be let in again.
 */
export function changeStaff(
  core: Core,
  who: Who,
  input: ChangedColleague & { requestId: string },
): Promise<{ revision: number }> {
  return oneAtATimeFor(core, who, 'staff.manage', () =>
    answeredOnce(core, who, { procedure: 'access.changeStaff', input }, () => {
      const revision = writeAndPublish(core, { staffId: who.staffId, procedure: 'access.changeStaff' }, (tx) => {
        const changed = updateStaff(tx, input);
        // Before the commit: what is interrupted here leaves somebody who waits to be let in, never one who keeps the vault.
        if (!readsNotes(input.roles)) takeVaultAway(core, input.id);
        return changed;
      });
      followStaff(core, getStaff(openDatabaseOf(core), input.id));
      return { revision };
    }),
  );
}

/** Keeps in what somebody manages a few sentences and in what they read letters; what is left out stays. */
function writeOtherLanguages(tx: Tx, id: string, { basicLanguages, readsLanguages }: OtherLanguages): void {
  if (basicLanguages) run(tx, 'UPDATE staff SET basic_languages = ? WHERE id = ?', JSON.stringify(basicLanguages), id);
  if (readsLanguages) run(tx, 'UPDATE staff SET reads_languages = ? WHERE id = ?', JSON.stringify(readsLanguages), id);
}

function updateStaff(tx: Tx, input: ChangedColleague): number {
  const staff = getStaff(tx, input.id);
  if (staff.revision !== input.revision) throw conflict(staff.revision);
  refuseWithoutAdministrator(tx, staff.id, input.roles);
  run(
    tx,
    'UPDATE staff SET display_name = ?, roles = ?, languages = ?, revision = revision + 1 WHERE id = ?',
    input.displayName,
    JSON.stringify(input.roles),
    JSON.stringify(input.languages),
    staff.id,
  );
  writeOtherLanguages(tx, staff.id, input);
  tx.touch({
    entity: 'staff',
    id: staff.id,
    op: 'put',
    fields: ['display_name', 'roles', 'languages', 'basic_languages', 'reads_languages'],
    revision: staff.revision + 1,
  });
  return staff.revision + 1;
}

function takeVaultAway(core: Core, staffId: string): void {
  changeEntry(core, staffId, (entry) => ({
    ...entry,
    heldVault: entry.heldVault || entry.vaults.length > 0,
    vaults: [],
    nextVault: null,
    deputyFor: [],
  }));
}

/** An office always keeps somebody who can configure it. */
export function refuseWithoutAdministrator(db: Db, staffId: string, rolesAfter: readonly Role[]): void {
  const staff = getStaff(db, staffId);
  if (
    staff.active &&
    staff.roles.includes('administrator') &&
    !rolesAfter.includes('administrator') &&
    countActive(db, 'administrator') === 1
  )
    throw rule('last-administrator');
}

/** Lets a colleague of the same employer into its vault. */
export function letIntoVault(
  core: Core,
  who: Who,
  input: { requestId: string; id: string },
): Promise<Record<string, never>> {
  return oneAtATimeFor(core, who, 'consultations.write', () =>
    answeredOnce(core, who, { procedure: 'access.letIntoVault', input }, async () => {
      const colleague = getStaff(openDatabaseOf(core), input.id);
      if (colleague.employer_id !== who.employerId) throw rule('other-employer');
      const vaults = heldVaults(who, who.employerId);
      if (vaults.length === 0 || !colleague.active || !readsNotes(colleague.roles)) throw rule('no-vault');
      const grants = await Promise.all(
        vaults.map((vault) => grantVault(keyringEntry(officeKeyring(core), input.id), vault)),
      );
      changeEntry(core, input.id, (entry) => ({
        ...entry,
        vaults: byGeneration([...entry.vaults.filter(({ of }) => !grants.some((grant) => grant.of === of)), ...grants]),
      }));
      touchStaff(core, who, 'access.letIntoVault', input.id, ['vaults']);
      return {};
    }),
  );
}

function byGeneration<G extends { of: string }>(grants: readonly G[]): G[] {
  const generation = ({ of }: G) => Number(of.split(':').at(-1));
  return [...grants].sort((a, b) => generation(a) - generation(b));
}

/**
 * Gives a colleague of the same employer the person's own keys, or takes them from whoever has them, at once also from
 * open sessions.
 */
export function nameDeputy(
  core: Core,
  who: Who,
  input: { requestId: string; deputyId: string | null },
): Promise<Record<string, never>> {
  const { deputyId } = input;
  return oneAtATimeFor(core, who, 'consultations.write', () =>
    answeredOnce(core, who, { procedure: 'access.nameDeputy', input }, async () => {
      if (deputyId === who.staffId) throw rule('oneself');
      const own = `person:${who.staffId}:`;
      const grants = deputyId === null ? [] : await grantsFor(core, who, deputyId);
      const now = officeKeyring(core);
      writeKeyring(core.ports.dataFolder, {
        ...now,
        staff: now.staff.map((entry) => ({
          ...entry,
          deputyFor: [
            ...entry.deputyFor.filter((grant) => !grant.of.startsWith(own)),
            ...(entry.staffId === deputyId ? grants : []),
          ],
        })),
      });
      takeFromDeputies(core, who.staffId, deputyId);
      touchStaff(core, who, 'access.nameDeputy', who.staffId, ['deputy']);
      return {};
    }),
  );
}

async function grantsFor(core: Core, who: Who, deputyId: string) {
  const deputy = getStaff(openDatabaseOf(core), deputyId);
  if (!deputy.active || deputy.employer_id !== who.employerId || !readsNotes(deputy.roles)) throw notFound();
  const entry = keyringEntry(officeKeyring(core), deputyId);
  const own = [...who.keys.readers].filter(([reader]) => reader.startsWith(`person:${who.staffId}:`));
  return Promise.all(own.map(([reader, keys]) => grantVault(entry, { reader, ...keys })));
}

/** Replaces one entry of the keyring in one step. */
export function changeEntry(core: Core, staffId: string, change: (entry: KeyringStaff) => KeyringStaff): void {
  const keyring = officeKeyring(core);
  writeKeyring(core.ports.dataFolder, {
    ...keyring,
    staff: keyring.staff.map((entry) => (entry.staffId === staffId ? change(entry) : entry)),
  });
}

/** Journals a change that stands in the keyring, not in a table. */
export function touchStaff(core: Core, who: Who, procedure: string, id: string, fields: readonly string[]): void {
  writeAndPublish(core, { staffId: who.staffId, procedure }, (tx) =>
    tx.touch({ entity: 'staff', id, op: 'put', fields }),
  );
}
