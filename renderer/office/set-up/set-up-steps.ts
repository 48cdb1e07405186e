import type { TFunction } from 'i18next';
import { readsNotes } from '../../../shared/access/rights.ts';
import { OfficeSetUp } from '../../../shared/office/office.contract.ts';
import type { Fault } from '../../rpc/fault.ts';
import { type FieldErrors, fieldErrors } from '../../ui/form/field-errors.ts';
import { answersOf, type SetUpValues } from './set-up-values.ts';

/** The steps in which something is entered, in their order. */
export const ENTRY_STEPS = ['office', 'employers', 'staff', 'city', 'export'] as const;
export type EntryStep = (typeof ENTRY_STEPS)[number];
export const STEPS = [...ENTRY_STEPS, 'summary', 'sheets', 'done'] as const;
export type Step = (typeof STEPS)[number];

/** Fields of the form that stand for fields of the contract. */
const FORM_FIELD: Readonly<Record<string, string>> = { 'city.receiptKeyPem': 'city.receiptKey' };

function formField(path: string): string {
  if (path.startsWith('city.recipients')) return 'city.recipients';
  return FORM_FIELD[path] ?? path;
}

/** Everything that keeps the assistant from going on from a step (or from any, without one), by field of the form. */
export function setUpErrors(t: TFunction<'office'>, values: SetUpValues, step?: EntryStep): FieldErrors {
  const special = {
    'office.id': t('setUp.error.officeId'),
    'office.ticketLetter': t('setUp.error.ticketLetter'),
    'city.recipients.*': t('setUp.error.recipient'),
    'city.receiptKeyPem': t('setUp.error.receiptKey'),
    'export.nightlyAt': t('setUp.error.nightlyAt'),
  };
  const errors: FieldErrors = {};
  for (const [path, text] of Object.entries(fieldErrors(t, OfficeSetUp, answersOf(values), special)))
    errors[formField(path)] ??= text;
  if (values.known === '') errors.known = t('setUp.error.chooseOffice');
  addStaffErrors(t, values, errors);
  if (
    !errors['city.recipients'] &&
    !errors['city.receiptKey'] &&
    !(values.city.comparedByFirst && values.city.comparedBySecond)
  ) {
    errors['city.compared'] = t('setUp.error.compare');
  }
  if (!step) return errors;
  const belongs = (path: string) => path.split('.')[0] === step || (step === 'office' && path === 'known');
  return Object.fromEntries(Object.entries(errors).filter(([path]) => belongs(path)));
}

function addStaffErrors(t: TFunction<'office'>, { staff }: SetUpValues, errors: FieldErrors): void {
  const taken = new Set<string>();
  for (const [index, person] of staff.entries()) {
    const name = person.signInName.trim().toLowerCase();
    if (name !== '' && taken.has(name)) errors[`staff.${index}.signInName`] ??= t('setUp.error.signInNameTaken');
    taken.add(name);
    if (person.passphraseAgain !== person.passphrase)
      errors[`staff.${index}.passphraseAgain`] = t('setUp.error.passphraseAgain');
  }
  if (!staff.some((person) => person.roles.includes('administrator')))
    errors['staff.all'] = t('setUp.error.noAdministrator');
  for (const employer of ['city', 'partner'] as const) {
    if (!staff.some((person) => person.employer === employer && readsNotes(person.roles)))
      errors['staff.all'] ??= t('setUp.error.employerWithoutStaff');
  }
}

const STEP_OF_REASON: Readonly<Record<string, EntryStep>> = {
  'sign-in-name-taken': 'staff',
  'no-administrator': 'staff',
  'employer-without-staff': 'staff',
  'mixed-recipients': 'city',
  'bad-recipient': 'city',
  'bad-receipt-key': 'city',
  'folder-not-writable': 'export',
};

/** The step at which a refusal of the office can be mended; null when at none of them. */
export function stepOfFault(fault: Fault): EntryStep | null {
  if (fault.code === 'RULE' && fault.reason) return STEP_OF_REASON[fault.reason] ?? null;
  if (fault.code !== 'INVALID_INPUT') return null;
  return ENTRY_STEPS.find((step) => fault.fields.includes(step)) ?? null;
}
