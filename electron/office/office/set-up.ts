import { accessSync, constants, mkdirSync } from 'node:fs';
import { v7 as uuidv7 } from 'uuid';
import { readsNotes } from '../../../shared/access/rights.ts';
import type { OfficeSetUp, RecoverySheet } from '../../../shared/office/office.contract.ts';
import { ageKindOf, generateAgeIdentity } from '../../../shared/node/crypto/age.ts';
import { fingerprintOf, generateSigningKey, randomKey, signingKeyBytes } from '../../../shared/node/crypto.ts';
import { newStaffEntry, newVault, sealRecovery, type Vault } from '../access/grants.ts';
import { encode, type Keyring, type KeyringStaff, readKeyring, writeKeyring } from '../access/keyring.ts';
import type { Core } from '../core.ts';
import { createDatabase, databaseSalt } from '../database/open-database.ts';
import { migrate } from '../database/migrate.ts';
import { officeDatabase } from '../database/write.ts';
import type { Tx } from '../database/handles.ts';
import { seedTemplates } from '../letters/seed-templates.ts';
import { rule } from '../rpc/faults.ts';
import { databasePath, inspectFiles } from './open-office.ts';

/** A set-up between its two steps: in memory only, nothing of it is on the disk. */
export interface PendingSetUp {
  id: string;
  answers: OfficeSetUp;
  sheets: Record<'city' | 'partner', { identity: string; recipient: string; askedGroups: number[] }>;
}

/** Groups of five characters, as the sheet prints them and the person types them. */
export function groupsOf(identity: string): string[] {
  return identity.match(/.{1,5}/g) ?? [];
}

/** Checks the answers and makes both recovery sheets. Writes nothing. */
export async function beginSetUp(core: Core, answers: OfficeSetUp) {
  refuseIfNotEmpty(core);
  checkAnswers(answers);
  const [city, partner] = await Promise.all([newSheet(answers.recoveryKind), newSheet(answers.recoveryKind)]);
  const pending: PendingSetUp = { id: uuidv7(), answers, sheets: { city, partner } };
  core.pendingSetUp = pending;
  return {
    setUpId: pending.id,
    sheets: (['city', 'partner'] as const).map((employer): RecoverySheet => {
      const { identity, recipient, askedGroups } = employer === 'city' ? city : partner;
      return { employer, employerName: answers.employers[employer].letterhead.name, identity, fingerprint: fingerprintOf(recipient), askedGroups };
    }),
    cityRecipientFingerprints: answers.city.recipients.map(fingerprintOf),
    receiptKeyFingerprint: fingerprintOf(answers.city.receiptKeyPem),
  };
}

async function newSheet(kind: 'hybrid' | 'x25519') {
  const { identity, recipient } = await generateAgeIdentity(kind);
  const count = groupsOf(identity).length;
  // Two groups from the random part; the first ones only spell what kind of key it is.
  const random = randomKey();
  const first = 5 + ((random[0] ?? 0) % (count - 8));
  const second = 5 + ((first - 5 + 1 + ((random[1] ?? 0) % (count - 9))) % (count - 8));
  return { identity, recipient, askedGroups: [first, second].sort((a, b) => a - b) };
}

/** Makes the office, if the groups typed from both sheets are right. */
export async function completeSetUp(core: Core, input: { setUpId: string; typed: { city: string[]; partner: string[] } }): Promise<void> {
  refuseIfNotEmpty(core);
  const pending = core.pendingSetUp;
  if (!pending || pending.id !== input.setUpId) throw rule('set-up-expired');
  for (const employer of ['city', 'partner'] as const) {
    const sheet = pending.sheets[employer];
    const groups = groupsOf(sheet.identity);
    const typed = input.typed[employer].map((group) => group.trim().toUpperCase());
    if (typed.length !== sheet.askedGroups.length || sheet.askedGroups.some((group, index) => groups[group - 1]?.toUpperCase() !== typed[index])) throw rule('sheet-mismatch');
  }
  const { answers, sheets } = pending;
  core.pendingSetUp = null;
  await createOfficeFiles(core, answers, { city: sheets.city.recipient, partner: sheets.partner.recipient }, { training: false });
}

export function refuseIfNotEmpty(core: Core): void {
  let keyring: Keyring | null = null;
  try {
    keyring = readKeyring(core.ports.dataFolder);
  } catch {
    throw rule('not-empty');
  }
  if (inspectFiles(core, keyring) !== 'empty') throw rule('not-empty');
}

function checkAnswers(answers: OfficeSetUp): void {
  const names = answers.staff.map((person) => person.signInName.toLowerCase());
  if (new Set(names).size !== names.length) throw rule('sign-in-name-taken');
  if (!answers.staff.some((person) => person.roles.includes('administrator'))) throw rule('no-administrator');
  for (const employer of ['city', 'partner'] as const) {
    if (!answers.staff.some((person) => person.employer === employer && readsNotes(person.roles))) throw rule('employer-without-staff');
  }
  checkCityKeys(answers.city.recipients, answers.city.receiptKeyPem);
  checkFolder(answers.export.folder);
}

/** All recipients of one sort and readable, and a receipt key that is one. */
export function checkCityKeys(recipients: readonly string[], receiptKeyPem: string): void {
  const kinds = recipients.map(ageKindOf);
  if (kinds.includes(null)) throw rule('bad-recipient');
  if (new Set(kinds).size !== 1) throw rule('mixed-recipients');
  try {
    signingKeyBytes(receiptKeyPem);
  } catch {
    throw rule('bad-receipt-key');
  }
}

/** The export folder must take a file; empty: the office's own outbox. */
export function checkFolder(folder: string): void {
  if (folder === '') return;
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw rule('folder-not-writable');
  }
}

/**
 * Writes keyring and database of a new office. The keyring comes last: until it is there, a half-made office is no
 * office, and set-up can begin again.
 */
export async function createOfficeFiles(core: Core, answers: OfficeSetUp, recipients: { city: string; partner: string }, { training }: { training: boolean }): Promise<void> {
  const { clock, dataFolder, passphraseCost } = core.ports;
  const dataKey = randomKey();
  const employerIds = { city: uuidv7(), partner: uuidv7() };
  const vaults: Record<'city' | 'partner', Vault> = { city: await newVault(employerIds.city, 1), partner: await newVault(employerIds.partner, 1) };
  const staff: { entry: KeyringStaff; person: OfficeSetUp['staff'][number] }[] = [];
  for (const person of answers.staff) {
    const entry = await newStaffEntry(
      { staffId: uuidv7(), employerId: employerIds[person.employer], signInName: person.signInName, generation: 1 },
      person.passphrase,
      passphraseCost,
      dataKey,
      readsNotes(person.roles) ? [vaults[person.employer]] : [],
    );
    staff.push({ entry: entry.entry, person });
  }
  const path = databasePath(core);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const raw = createDatabase(path, dataKey);
  try {
    migrate(raw, clock.now());
    officeDatabase(raw).write({ at: clock.now(), staffId: null, procedure: 'office.completeSetUp' }, (tx) => {
      insertOffice(tx, answers, recipients, training);
      for (const kind of ['city', 'partner'] as const) insertEmployer(tx, employerIds[kind], kind, answers);
      for (const { entry, person } of staff) insertStaff(tx, { id: entry.staffId, employerId: entry.employerId, ...person });
      seedTemplates(tx);
    });
  } finally {
    raw.close();
  }
  writeKeyring(dataFolder, {
    format: 'tandem-keyring/1',
    officeId: answers.office.id,
    officeName: answers.office.name,
    training,
    desks: answers.office.desks,
    databaseSalt: databaseSalt(path),
    staff: staff.map(({ entry }) => entry),
    employers: await Promise.all(
      (['city', 'partner'] as const).map(async (kind) => ({
        employerId: employerIds[kind],
        kind,
        vaultGeneration: 1,
        vaultPublicKey: encode(vaults[kind].publicKey),
        recovery: await sealRecovery(recipients[kind], dataKey, [vaults[kind]]),
        next: null,
      })),
    ),
    leaving: null,
    epoch: 1,
    unattended: null,
  });
}

function insertOffice(tx: Tx, answers: OfficeSetUp, recipients: { city: string; partner: string }, training: boolean): void {
  const { office, city, export: nightly } = answers;
  const signing = generateSigningKey();
  tx.statement(
    `INSERT INTO office (singleton, id, name, districts, address, opening_hours, languages, desks, ticket_letter, training, export_folder, nightly_at,
      city_recipients, receipt_key_pem, recovery_recipients, signing_public_pem, signing_private_pem, token_key, created_at)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    office.id, office.name, JSON.stringify(office.districts), office.address, office.openingHours, JSON.stringify(office.languages), office.desks, office.ticketLetter,
    training ? 1 : 0, nightly.folder, nightly.nightlyAt, JSON.stringify(city.recipients), city.receiptKeyPem, JSON.stringify([recipients.city, recipients.partner]),
    signing.publicKeyPem, signing.privateKeyPem, randomKey(), tx.at,
  );
  tx.touch({ entity: 'office', id: office.id, op: 'put', revision: 1 });
}

function insertEmployer(tx: Tx, id: string, kind: 'city' | 'partner', answers: OfficeSetUp): void {
  const { legalRegime, letterhead } = answers.employers[kind];
  tx.statement('INSERT INTO employer (id, kind, legal_regime, letterhead) VALUES (?, ?, ?, ?)').run(id, kind, legalRegime, JSON.stringify(letterhead));
  tx.touch({ entity: 'employer', id, op: 'put', revision: 1 });
}

/** Adds a member of staff to the database; their keys stand in the keyring. */
export function insertStaff(tx: Tx, person: { id: string; employerId: string; displayName: string; roles: readonly string[]; languages: readonly string[] }): void {
  tx.statement('INSERT INTO staff (id, employer_id, display_name, roles, languages, created_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    person.id, person.employerId, person.displayName, JSON.stringify(person.roles), JSON.stringify(person.languages), tx.at,
  );
  tx.touch({ entity: 'staff', id: person.id, op: 'put', revision: 1 });
}
