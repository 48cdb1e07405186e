import { v7 as uuidv7 } from 'uuid';
import { type Role, readsNotes } from '../../../shared/access/rights.ts';
import type { StaffView } from '../../../shared/access/access.contract.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { type Db, run, type Tx } from '../database/handles.ts';
import { insertStaff } from '../office/set-up.ts';
import { getEmployer } from '../office/settings.ts';
import { answerTo, recordAnswer } from '../rpc/requests.ts';
import { conflict, notFound, rule } from '../rpc/faults.ts';
import { grantVault, newStaffEntry } from './grants.ts';
import { type Keyring, type KeyringStaff, readKeyring, writeKeyring } from './keyring.ts';
import type { Who } from './session.ts';
import type { ReaderKey, Reader } from './session-keys.ts';
import { signedInStaff } from './sign-in.ts';
import { countActive, getStaff, listStaff } from './staff.ts';

/** The keyring of an office that is open. */
export function officeKeyring(core: Core): Keyring {
  const keyring = readKeyring(core.ports.dataFolder);
  if (!keyring) throw new Error('An open office has a keyring');
  return keyring;
}

export function keyringEntry(keyring: Keyring, staffId: string): KeyringStaff {
  const entry = keyring.staff.find((staff) => staff.staffId === staffId);
  if (!entry) throw notFound();
  return entry;
}

export function staffViews(core: Core): StaffView[] {
  const keyring = officeKeyring(core);
  const signedIn = signedInStaff(core);
  return listStaff(openDatabaseOf(core)).map((staff) => {
    const entry = keyring.staff.find((candidate) => candidate.staffId === staff.id);
    const deputy = keyring.staff.find((candidate) => candidate.deputyFor.some((grant) => grant.of.startsWith(`person:${staff.id}:`)));
    return {
      id: staff.id,
      revision: staff.revision,
      displayName: staff.display_name,
      signInName: entry?.signInName ?? '',
      employerId: staff.employer_id,
      employerKind: staff.employer_kind,
      roles: staff.roles,
      languages: staff.languages,
      deputyId: deputy?.staffId ?? null,
      waitsForVault: staff.active && readsNotes(staff.roles) && (entry?.vaults.length ?? 0) === 0,
      active: staff.active,
      signedIn: signedIn.has(staff.id),
    };
  });
}

/** The vaults that the session holds of an employer, oldest generation first. */
export function heldVaults(who: Who, employerId: string): ({ reader: Reader } & ReaderKey)[] {
  return [...who.keys.readers].filter(([reader]) => reader.startsWith(`vault:${employerId}:`)).map(([reader, keys]) => ({ reader, ...keys }));
}

/**
 * Adds a colleague. They get the database's key; their employer's vault only if the caller holds it, else a colleague
 * of the same employer lets them in later.
 */
export async function addStaff(
  core: Core,
  who: Who,
  input: { requestId: string; displayName: string; signInName: string; employerId: string; roles: Role[]; languages: string[]; passphrase: string },
): Promise<{ id: string }> {
  const before = answerTo(openDatabaseOf(core), who.staffId, input.requestId, 'access.addStaff');
  // Recorded below as { id }.
  if (before) return before.answer as { id: string };
  getEmployer(openDatabaseOf(core), input.employerId);
  const { dataKey } = core;
  if (!dataKey) throw new Error('An open office has its key');
  const id = uuidv7();
  const { entry } = await newStaffEntry({ staffId: id, employerId: input.employerId, signInName: input.signInName, generation: 1 }, input.passphrase, core.ports.passphraseCost, dataKey, []);
  if (readsNotes(input.roles)) for (const vault of heldVaults(who, input.employerId)) entry.vaults.push(await grantVault(entry, vault));
  // Read after the last pause of this function, so that two additions at once don't lose one another.
  const keyring = officeKeyring(core);
  if (keyring.staff.some((staff) => staff.active && staff.signInName.toLowerCase() === input.signInName.toLowerCase())) throw rule('sign-in-name-taken');
  writeKeyring(core.ports.dataFolder, { ...keyring, staff: [...keyring.staff, entry] });
  return writeAndPublish(core, { staffId: who.staffId, procedure: 'access.addStaff' }, (tx) => {
    insertStaff(tx, { id, ...input });
    recordAnswer(tx, who.staffId, input.requestId, 'access.addStaff', { id });
    return { id };
  });
}

/** Changes name, roles and languages. Roles that no longer read notes are cut off from the vault by `deactivateStaff` only. */
export function changeStaff(tx: Tx, input: { id: string; revision: number; displayName: string; roles: Role[]; languages: string[] }): number {
  const staff = getStaff(tx, input.id);
  if (staff.revision !== input.revision) throw conflict(staff.revision);
  refuseWithoutAdministrator(tx, staff.id, input.roles);
  run(tx, 'UPDATE staff SET display_name = ?, roles = ?, languages = ?, revision = revision + 1 WHERE id = ?', input.displayName, JSON.stringify(input.roles), JSON.stringify(input.languages), staff.id);
  tx.touch({ entity: 'staff', id: staff.id, op: 'put', fields: ['display_name', 'roles', 'languages'], revision: staff.revision + 1 });
  return staff.revision + 1;
}

/** An office always keeps somebody who can configure it. */
export function refuseWithoutAdministrator(db: Db, staffId: string, rolesAfter: readonly Role[]): void {
  const staff = getStaff(db, staffId);
  if (staff.active && staff.roles.includes('administrator') && !rolesAfter.includes('administrator') && countActive(db, 'administrator') === 1) throw rule('last-administrator');
}

/** Lets a colleague of the same employer into its vault. */
export async function letIntoVault(core: Core, who: Who, id: string): Promise<void> {
  const colleague = getStaff(openDatabaseOf(core), id);
  if (colleague.employer_id !== who.employerId) throw rule('other-employer');
  const vaults = heldVaults(who, who.employerId);
  if (vaults.length === 0 || !colleague.active || !readsNotes(colleague.roles)) throw rule('no-vault');
  const grants = await Promise.all(vaults.map((vault) => grantVault(keyringEntry(officeKeyring(core), id), vault)));
  changeEntry(core, id, (entry) => ({ ...entry, vaults: grants }));
  touchStaff(core, who, 'access.letIntoVault', id, ['vaults']);
}

/** Gives a colleague of the same employer the person's own keys, or takes them from whoever has them. */
export async function nameDeputy(core: Core, who: Who, deputyId: string | null): Promise<void> {
  if (deputyId === who.staffId) throw rule('oneself');
  const own = `person:${who.staffId}:`;
  if (deputyId !== null) {
    const deputy = getStaff(openDatabaseOf(core), deputyId);
    if (!deputy.active || deputy.employer_id !== who.employerId) throw notFound();
  }
  const keyring = officeKeyring(core);
  const grants = deputyId === null ? [] : await Promise.all(
    [...who.keys.readers].filter(([reader]) => reader.startsWith(own)).map(([reader, keys]) => grantVault(keyringEntry(keyring, deputyId), { reader, ...keys })),
  );
  const now = officeKeyring(core);
  writeKeyring(core.ports.dataFolder, {
    ...now,
    staff: now.staff.map((entry) => ({
      ...entry,
      deputyFor: [...entry.deputyFor.filter((grant) => !grant.of.startsWith(own)), ...(entry.staffId === deputyId ? grants : [])],
    })),
  });
  touchStaff(core, who, 'access.nameDeputy', who.staffId, ['deputy']);
}

/** Replaces one entry of the keyring in one step. */
export function changeEntry(core: Core, staffId: string, change: (entry: KeyringStaff) => KeyringStaff): void {
  const keyring = officeKeyring(core);
  writeKeyring(core.ports.dataFolder, { ...keyring, staff: keyring.staff.map((entry) => (entry.staffId === staffId ? change(entry) : entry)) });
}

/** Journals a change that stands in the keyring, not in a table. */
export function touchStaff(core: Core, who: Who, procedure: string, id: string, fields: readonly string[]): void {
  writeAndPublish(core, { staffId: who.staffId, procedure }, (tx) => tx.touch({ entity: 'staff', id, op: 'put', fields }));
}
