import { randomKey } from '../../../shared/node/crypto.ts';
import { rewrapForRenewedVault } from '../consultations/notes/note-keys.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { settleLeaving } from '../office/settle-leaving.ts';
import { keepUnattended } from '../office/unattended.ts';
import { forgetEndedReleases } from '../releases/live-releases.ts';
import {
  handOverRenewed,
  nextReleaseKeys,
  type RenewedRelease,
  takeNextReleaseKeys,
} from '../releases/renew-release-keys.ts';
import { conflict, rule } from '../rpc/faults.ts';
import { answeredOnce } from '../rpc/requests.ts';
import { newVault, openDataKey } from './grants.ts';
import { oneAtATimeFor } from './key-work.ts';
import { type Keyring, writeKeyring } from './keyring.ts';
import { endSessionsOf, handOverVault } from './live-sessions.ts';
import { heldVaults, keyringEntry, officeKeyring, refuseWithoutAdministrator } from './manage-staff.ts';
import { type NextKeys, withNextKeys, withoutNextKeys } from './next-keys.ts';
import { takeNextKeys, type WatchLeaving } from './rekey-files.ts';
import type { Who } from './session.ts';
import { getStaff, markAsLeft } from './staff.ts';

/**
 * Somebody leaves: they are taken out of the keyring, their employer's vault is renewed, and the database and the local
 * copies get a new key, so that nothing they may have kept opens what is written from now on.
 * Only a colleague who holds the vault can renew it. An interruption at any point leaves an office that opens: the
 * keyring holds old and new keys until the last step, and the next opening goes on with the leaving or takes it back.
 */
export async function deactivateStaff(
  core: Core,
  who: Who,
  input: { requestId: string; id: string; revision: number },
  watch: WatchLeaving = () => {},
): Promise<Record<string, never>> {
  let unattended: string | null = null;
  await oneAtATimeFor(core, who, 'staff.manage', () =>
    answeredOnce(core, who, { procedure: 'access.deactivateStaff', input }, async () => {
      await goOnWithLeaving(core, who);
      const leaver = getStaff(openDatabaseOf(core), input.id);
      if (leaver.revision !== input.revision) throw conflict(leaver.revision);
      if (leaver.id === who.staffId) throw rule('oneself');
      refuseWithoutAdministrator(openDatabaseOf(core), leaver.id, []);
      ({ unattended } = officeKeyring(core));
      const next = await nextKeys(officeKeyring(core), leaver, who);
      const releases = next.vault
        ? await nextReleaseKeys(core, officeKeyring(core), leaver.employer_id, next.vault)
        : [];
      const beside = await withNextKeys(officeKeyring(core), next);
      // The office may have been closed meanwhile; nothing is written then.
      openDatabaseOf(core);
      writeKeyring(core.ports.dataFolder, { ...officeKeyring(core), ...beside });
      watch('keyring-holds-both');
      takeOut(core, who, leaver, next, releases);
      watch('left');
      endSessionsOf(core, leaver.id);
      if (next.vault) handOverVault(core, leaver.employer_id, next.vault.renewed);
      handOverRenewed(core, releases);
      forgetEndedReleases(core);
      useNextKey(core, next.dataKey, watch);
      return {};
    }),
  );
  if (unattended !== null)
    await keepUnattended(core).catch(() => core.ports.log.write({ level: 'warning', code: 'unattended-start-ended' }));
  return {};
}

async function nextKeys(keyring: Keyring, leaver: { id: string; employer_id: string }, who: Who): Promise<NextKeys> {
  const entry = keyring.staff.find(({ staffId }) => staffId === leaver.id);
  const hadVault = entry !== undefined && (entry.vaults.length > 0 || entry.heldVault);
  // Copies: a lock in the middle overwrites what the session holds.
  const held = heldVaults(who, leaver.employer_id).map(({ reader, key, privateKey }) => ({
    reader,
    key: key.slice(),
    privateKey: privateKey.slice(),
  }));
  if (hadVault && held.length === 0) throw rule('colleague-must-do-it');
  const employer = keyring.employers.find((candidate) => candidate.employerId === leaver.employer_id);
  if (!employer) throw new Error('Every employer stands in the keyring');
  const vault = hadVault && {
    renewed: await newVault(employer.employerId, employer.vaultGeneration + 1),
    earlier: held,
    employerId: employer.employerId,
  };
  return { leaverId: leaver.id, dataKey: randomKey(), vault: vault || null };
}

/** The leaving itself, in one transaction. What fails takes the next keys out of the keyring again. */
function takeOut(
  core: Core,
  who: Who,
  leaver: { id: string },
  { vault }: NextKeys,
  releases: readonly RenewedRelease[],
): void {
  try {
    writeAndPublish(core, { staffId: who.staffId, procedure: 'access.deactivateStaff' }, (tx) => {
      markAsLeft(tx, leaver.id);
      if (vault) rewrapForRenewedVault(tx, vault.earlier, vault.renewed);
      takeNextReleaseKeys(tx, releases);
    });
  } catch (error) {
    writeKeyring(core.ports.dataFolder, withoutNextKeys(officeKeyring(core)));
    throw error;
  }
}

function useNextKey(core: Core, next: Uint8Array, watch: WatchLeaving): void {
  const { dataKey: present } = core;
  if (!present) throw new Error('An open office has its key');
  takeNextKeys(core, openDatabaseOf(core).raw, { present, next, databaseDone: false }, watch);
  present.fill(0);
  core.dataKey = next;
}

/** Goes on with a leaving that a full disk interrupted, before the next one begins. */
async function goOnWithLeaving(core: Core, who: Who): Promise<void> {
  const keyring = officeKeyring(core);
  const personal = who.keys.readers.get(who.keys.personal);
  const { nextDataKey } = keyringEntry(keyring, who.staffId);
  if (keyring.leaving === null || nextDataKey === null || !personal) return;
  const next = await openDataKey(nextDataKey, who.staffId, personal);
  if (core.dataKey)
    core.dataKey = settleLeaving(core, keyring, openDatabaseOf(core).raw, {
      present: core.dataKey,
      next,
      opensWith: core.dataKey,
    });
}
