import { mkdirSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { EMPLOYER_KINDS, type EmployerKind } from '../../../shared/access/access.contract.ts';
import { readsNotes } from '../../../shared/access/rights.ts';
import { generateSigningKey, randomKey } from '../../../shared/node/crypto.ts';
import type { OfficeSetUp } from '../../../shared/office/office.contract.ts';
import { newStaffEntry, newVault, sealRecovery, type Vault } from '../access/grants.ts';
import { encode, Keyring, type KeyringStaff, readKeyring, replaceFile } from '../access/keyring.ts';
import type { Core } from '../core.ts';
import type { Tx } from '../database/handles.ts';
import { migrate } from '../database/migrate.ts';
import { createDatabase, databaseSalt } from '../database/open-database.ts';
import { officeDatabase } from '../database/write.ts';
import { seedTemplates } from '../letters/seed-templates.ts';
import { rule } from '../rpc/faults.ts';
import { makeFolder } from './export-folder.ts';
import { inspectFiles } from './open-office.ts';
import { stagedFiles } from './staged-office.ts';

/** What a test looks at between two steps of a set-up. */
export type SetUpMoment = 'database-made' | 'keyring-made' | 'database-named' | 'office-made';
export type WatchSetUp = (moment: SetUpMoment) => void;

/** Offices that are being made now: two set-ups at once would each find an empty folder. */
const making = new WeakSet<Core>();

/** Throws RULE not-empty where an office, or anything that looks like one, lies. */
export function refuseIfNotEmpty(core: Core): void {
  if (making.has(core)) throw rule('not-empty');
  let keyring: Keyring | null = null;
  try {
    keyring = readKeyring(core.ports.dataFolder);
  } catch {
    throw rule('not-empty');
  }
  if (inspectFiles(core, keyring) !== 'empty') throw rule('not-empty');
}

/**
 * Makes a new office. Database and keyring are made under other names and get their own when both are complete: until
 * then there is no office, and set-up can begin again; in between, the next start completes it (staged-office.ts).
 */
export async function createOfficeFiles(
  core: Core,
  answers: OfficeSetUp,
  recipients: Recipients,
  options: { training: boolean; watch?: WatchSetUp | undefined },
): Promise<void> {
  refuseIfNotEmpty(core);
  making.add(core);
  try {
    await makeOffice(core, answers, recipients, options);
  } finally {
    making.delete(core);
  }
}

type Recipients = Record<EmployerKind, string>;

async function makeOffice(
  core: Core,
  answers: OfficeSetUp,
  recipients: Recipients,
  { training, watch = () => {} }: { training: boolean; watch?: WatchSetUp | undefined },
): Promise<void> {
  const { dataFolder } = core.ports;
  const dataKey = randomKey();
  const employerIds = { city: uuidv7(), partner: uuidv7() };
  const vaults = { city: await newVault(employerIds.city, 1), partner: await newVault(employerIds.partner, 1) };
  const staff = await staffOf(core, answers, { dataKey, employerIds, vaults });
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const staged = stagedFiles(dataFolder);
  staged.remove();
  try {
    makeDatabase(core, staged.database, dataKey, (tx) => {
      insertOffice(tx, answers, recipients, training);
      for (const kind of EMPLOYER_KINDS) insertEmployer(tx, employerIds[kind], kind, answers);
      for (const { entry, person } of staff)
        insertStaff(tx, { id: entry.staffId, employerId: entry.employerId, ...person });
      seedTemplates(tx);
    });
    watch('database-made');
    const keyring = Keyring.parse({
      format: 'tandem-keyring/1',
      officeId: answers.office.id,
      officeName: answers.office.name,
      training,
      desks: answers.office.desks,
      screenPort: null,
      databaseSalt: databaseSalt(staged.database),
      staff: staff.map(({ entry }) => entry),
      employers: await Promise.all(
        EMPLOYER_KINDS.map(async (kind) => ({
          employerId: employerIds[kind],
          kind,
          vaultGeneration: 1,
          vaultPublicKey: encode(vaults[kind].publicKey),
          recovery: await sealRecovery(recipients[kind], dataKey, [vaults[kind]]),
        })),
      ),
      epoch: 1,
      unattended: null,
    });
    replaceFile(staged.keyring, `${JSON.stringify(keyring, null, 1)}\n`);
    makeFolder(answers.export.folder);
  } catch (error) {
    staged.remove();
    throw error;
  }
  watch('keyring-made');
  staged.nameDatabase();
  watch('database-named');
  staged.nameKeyring();
  watch('office-made');
}

async function staffOf(
  core: Core,
  answers: OfficeSetUp,
  {
    dataKey,
    employerIds,
    vaults,
  }: {
    dataKey: Uint8Array;
    employerIds: Record<EmployerKind, string>;
    vaults: Record<EmployerKind, Vault>;
  },
): Promise<{ entry: KeyringStaff; person: OfficeSetUp['staff'][number] }[]> {
  const staff = [];
  for (const person of answers.staff) {
    const { entry } = await newStaffEntry(
      { staffId: uuidv7(), employerId: employerIds[person.employer], signInName: person.signInName, generation: 1 },
      person.passphrase,
      core.ports.passphraseCost,
      dataKey,
      readsNotes(person.roles) ? [vaults[person.employer]] : [],
    );
    staff.push({ entry, person });
  }
  return staff;
}

function makeDatabase(core: Core, path: string, dataKey: Uint8Array, fill: (tx: Tx) => void): void {
  const { clock } = core.ports;
  const raw = createDatabase(path, dataKey);
  try {
    migrate(raw, clock.now());
    officeDatabase(raw).write({ at: clock.now(), staffId: null, procedure: 'office.completeSetUp' }, fill);
    // One file, so that one renaming names it.
    raw.pragma('journal_mode = DELETE');
  } finally {
    raw.close();
  }
}

function insertOffice(
  tx: Tx,
  answers: OfficeSetUp,
  recipients: { city: string; partner: string },
  training: boolean,
): void {
  const { office, city, export: nightly } = answers;
  const signing = generateSigningKey();
  tx.statement(
    `INSERT INTO office (singleton, id, name, districts, address, opening_hours, languages, desks, ticket_letter, training, export_folder, nightly_at,
      city_recipients, receipt_key_pem, recovery_recipients, signing_public_pem, signing_private_pem, token_key, created_at)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    office.id,
    office.name,
    JSON.stringify(office.districts),
    office.address,
    office.openingHours,
    JSON.stringify(office.languages),
    office.desks,
    office.ticketLetter,
    training ? 1 : 0,
    nightly.folder,
    nightly.nightlyAt,
    JSON.stringify(city.recipients),
    city.receiptKeyPem,
    JSON.stringify([recipients.city, recipients.partner]),
    signing.publicKeyPem,
    signing.privateKeyPem,
    randomKey(),
    tx.at,
  );
  tx.touch({ entity: 'office', id: office.id, op: 'put', revision: 1 });
}

function insertEmployer(tx: Tx, id: string, kind: EmployerKind, answers: OfficeSetUp): void {
  const { legalRegime, letterhead } = answers.employers[kind];
  tx.statement('INSERT INTO employer (id, kind, legal_regime, letterhead) VALUES (?, ?, ?, ?)').run(
    id,
    kind,
    legalRegime,
    JSON.stringify(letterhead),
  );
  tx.touch({ entity: 'employer', id, op: 'put', revision: 1 });
}

/** Adds a member of staff to the database; their keys stand in the keyring. */
export function insertStaff(
  tx: Tx,
  person: {
    id: string;
    employerId: string;
    displayName: string;
    roles: readonly string[];
    languages: readonly string[];
  },
): void {
  tx.statement(
    'INSERT INTO staff (id, employer_id, display_name, roles, languages, created_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(
    person.id,
    person.employerId,
    person.displayName,
    JSON.stringify(person.roles),
    JSON.stringify(person.languages),
    tx.at,
  );
  tx.touch({ entity: 'staff', id: person.id, op: 'put', revision: 1 });
}
