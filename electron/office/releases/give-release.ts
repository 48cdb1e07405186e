import { v7 as uuidv7 } from 'uuid';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { randomKey } from '../../../shared/node/crypto.ts';
import { RELEASE_TEXT_VERSION, releaseProblem } from '../../../shared/releases/release.rules.ts';
import type { releasesContract } from '../../../shared/releases/releases.contract.ts';
import { oneAtATimeFor } from '../access/key-work.ts';
import { officeKeyring } from '../access/manage-staff.ts';
import type { Who } from '../access/session.ts';
import type { Reader } from '../access/session-keys.ts';
import { requireKnown } from '../catalogues/require-offered.ts';
import { settleReleasedKeys } from '../consultations/notes/released-keys.ts';
import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { run, type Tx } from '../database/handles.ts';
import { listEmployers } from '../office/settings.ts';
import { requireStanding } from '../people/duplicates/merges.ts';
import { rule, unavailable } from '../rpc/faults.ts';
import type { InputOf } from '../rpc/handlers.ts';
import { answeredOnce } from '../rpc/requests.ts';
import { handOverRelease } from './live-releases.ts';
import { publicVault, releaseReader, wrapForOtherVault, wrapForOwnVault } from './release-keys.ts';

type GiveInput = InputOf<typeof releasesContract.give>;

/**
 * Records that the client has released the caller's employer from its secrecy towards the other one, and opens the notes:
 * a key of its own is made, wrapped for both vaults, and the keys of all V2 notes that the release covers are wrapped
 * under it. Only this employer's session can do that, whoever asks: it holds the notes' keys. Open sessions of both
 * employers can use it at once. Throws NOT_FOUND, RULE no-vault, not-offered or what `releaseProblem` finds.
 */
export function giveRelease(core: Core, who: Who, input: GiveInput): Promise<{ id: string; revision: number }> {
  return oneAtATimeFor(core, who, 'consultations.write', () =>
    answeredOnce(core, who, { procedure: 'releases.give', input }, async () => {
      const problem = releaseProblem(input, localDateOf(core.ports.clock.now()));
      if (problem) throw rule(problem);
      requireStanding(openDatabaseOf(core), input.personId);
      const id = uuidv7();
      const reader = releaseReader(id, 1);
      const key = randomKey();
      const { otherId, wrapped } = await wrapForBoth(core, who, { key, reader });
      writeAndPublish(core, { staffId: who.staffId, procedure: 'releases.give' }, (tx) => {
        requireStanding(tx, input.personId);
        requireKnown(tx, 'topic', input.topics);
        insertRelease(tx, { id, otherId, input }, who);
        for (const { vault, bytes } of wrapped)
          run(tx, 'INSERT INTO release_key (release_id, vault, wrapped) VALUES (?, ?, ?)', id, vault, bytes);
        // This session wraps the notes' keys; it needs the release's before.
        who.keys.readers.set(reader, { key: key.slice(), privateKey: new Uint8Array() });
        settleReleasedKeys(tx, who, { releaseId: id });
        tx.touch({ entity: 'release', id, op: 'put', revision: 1 });
      });
      handOverRelease(core, reader, key);
      key.fill(0);
      return { id, revision: 1 };
    }),
  );
}

async function wrapForBoth(
  core: Core,
  who: Who,
  { key, reader }: { key: Uint8Array; reader: Reader },
): Promise<{ otherId: string; wrapped: { vault: Reader; bytes: Uint8Array }[] }> {
  const keyring = officeKeyring(core);
  // One vault of the keyring is about to be another one.
  if (keyring.leaving !== null) throw unavailable('leaving-under-way');
  const ownReader = who.keys.vault;
  const own = ownReader && who.keys.readers.get(ownReader);
  if (!ownReader || !own) throw rule('no-vault');
  const other = listEmployers(openDatabaseOf(core)).find(({ id }) => id !== who.employerId);
  if (!other) throw new Error('A tandem has two employers');
  const otherVault = publicVault(keyring, other.id);
  return {
    otherId: other.id,
    wrapped: [
      { vault: ownReader, bytes: wrapForOwnVault(key, reader, { reader: ownReader, ...own }) },
      { vault: otherVault.reader, bytes: await wrapForOtherVault(key, reader, otherVault) },
    ],
  };
}

function insertRelease(tx: Tx, { id, otherId, input }: { id: string; otherId: string; input: GiveInput }, who: Who) {
  run(
    tx,
    `INSERT INTO release (id, person_id, from_employer_id, to_employer_id, purposes, scope, given_on, valid_until,
      text_version, language, interpreter_name, manner, both_ways, taken_by, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    input.personId,
    who.employerId,
    otherId,
    JSON.stringify([...new Set(input.purposes)]),
    input.scope,
    input.givenOn,
    input.validUntil,
    RELEASE_TEXT_VERSION,
    input.language,
    input.interpreterName,
    input.manner,
    input.bothWays ? 1 : 0,
    who.staffId,
    tx.at,
  );
  if (input.scope === 'case') return;
  for (const topic of new Set(input.topics))
    run(tx, 'INSERT INTO release_topic (release_id, topic) VALUES (?, ?)', id, topic);
}
