import { v7 as uuidv7 } from 'uuid';
import { EMPLOYER_KINDS, type EmployerKind } from '../../../shared/access/access.contract.ts';
import { readsNotes } from '../../../shared/access/rights.ts';
import { ageKindOf, generateAgeIdentity } from '../../../shared/node/crypto/age.ts';
import { fingerprintOf, randomKey, signingKeyBytes } from '../../../shared/node/crypto.ts';
import type { OfficeSetUp, RecoverySheet } from '../../../shared/office/office.contract.ts';
import type { Core } from '../core.ts';
import { rule } from '../rpc/faults.ts';
import { createOfficeFiles, refuseIfNotEmpty, type WatchSetUp } from './create-office.ts';
import { checkFolder } from './export-folder.ts';

/** A set-up between its two steps: in memory only, nothing of it is on the disk. */
export interface PendingSetUp {
  id: string;
  answers: OfficeSetUp;
  sheets: Record<EmployerKind, { identity: string; recipient: string; askedGroups: number[] }>;
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
    sheets: EMPLOYER_KINDS.map((employer): RecoverySheet => {
      const { identity, recipient, askedGroups } = employer === 'city' ? city : partner;
      return {
        employer,
        employerName: answers.employers[employer].letterhead.name,
        identity,
        fingerprint: fingerprintOf(recipient),
        askedGroups,
      };
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
export async function completeSetUp(
  core: Core,
  input: { setUpId: string; typed: { city: string[]; partner: string[] } },
  watch?: WatchSetUp,
): Promise<void> {
  refuseIfNotEmpty(core);
  const pending = core.pendingSetUp;
  if (!pending || pending.id !== input.setUpId) throw rule('set-up-expired');
  for (const employer of EMPLOYER_KINDS) {
    const sheet = pending.sheets[employer];
    const groups = groupsOf(sheet.identity);
    const typed = input.typed[employer].map((group) => group.trim().toUpperCase());
    if (
      typed.length !== sheet.askedGroups.length ||
      sheet.askedGroups.some((group, index) => groups[group - 1]?.toUpperCase() !== typed[index])
    )
      throw rule('sheet-mismatch');
  }
  const { answers, sheets } = pending;
  core.pendingSetUp = null;
  try {
    await createOfficeFiles(
      core,
      answers,
      { city: sheets.city.recipient, partner: sheets.partner.recipient },
      { training: false, watch },
    );
  } catch (error) {
    // The disk did not take it: with the same sheets it can be tried again.
    core.pendingSetUp ??= pending;
    throw error;
  }
}

function checkAnswers(answers: OfficeSetUp): void {
  const names = answers.staff.map((person) => person.signInName.toLowerCase());
  if (new Set(names).size !== names.length) throw rule('sign-in-name-taken');
  if (!answers.staff.some((person) => person.roles.includes('administrator'))) throw rule('no-administrator');
  for (const employer of EMPLOYER_KINDS) {
    if (!answers.staff.some((person) => person.employer === employer && readsNotes(person.roles)))
      throw rule('employer-without-staff');
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
