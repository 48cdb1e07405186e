import { expect, test } from 'vitest';
import { OfficeSetUp } from '../../../shared/office/office.contract.ts';
import type { Fault } from '../../rpc/fault.ts';
import { setUpErrors, stepOfFault } from './set-up-steps.ts';
import { answersOf, firstValues, officeIdOf, type SetUpValues, withKnownOffice } from './set-up-values.ts';

// The key of the text is enough here: each wrong field must have a text, and the right one.
const t = ((key: string) => key) as unknown as Parameters<typeof setUpErrors>[0];

const RECIPIENT = `age1${'q'.repeat(58)}`;
const PEM =
  '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA0000000000000000000000000000000000000000000=\n-----END PUBLIC KEY-----';

function filled(): SetUpValues {
  const values = withKnownOffice(firstValues(), 'mengede-huckarde');
  const passphrase = 'Lampe Fjord Kamel Besen';
  const [first, second] = values.staff;
  if (!first || !second) throw new Error('The assistant begins with two people');
  return {
    ...values,
    staff: [
      { ...first, displayName: 'Jana Beispiel', signInName: 'jana', passphrase, passphraseAgain: passphrase },
      { ...second, displayName: 'Ahmad Muster', signInName: 'ahmad', passphrase, passphraseAgain: passphrase },
    ],
    city: { recipients: `# key\n${RECIPIENT}\n`, receiptKey: PEM, comparedByFirst: true, comparedBySecond: true },
  };
}

test('a filled assistant is what the contract takes, and nothing is marked', () => {
  expect(OfficeSetUp.safeParse(answersOf(filled())).success).toBe(true);
  expect(setUpErrors(t, filled())).toEqual({});
});

test('choosing a known office fills in the office and both letterheads, and keeps what else was typed', () => {
  const values = withKnownOffice(
    { ...firstValues(), export: { folder: '/export', nightlyAt: '21:30' } },
    'brackel-aplerbeck',
  );
  expect(values.office).toMatchObject({ id: 'brackel-aplerbeck', districts: ['Brackel', 'Aplerbeck'] });
  expect(values.employers.partner).toMatchObject({
    legalRegime: 'KDG',
    letterhead: { name: 'Caritasverband Dortmund', street: 'Brackeler Hellweg', postalCodeAndTown: 'Dortmund' },
  });
  expect(values.export.folder).toBe('/export');
});

test('each mistake stands at its own field and only at its own step', () => {
  const values = filled();
  const [first, second] = values.staff;
  if (!first || !second) throw new Error('Two people');
  const wrong: SetUpValues = {
    ...values,
    office: { ...values.office, id: 'Ä' },
    staff: [
      { ...first, passphraseAgain: 'anders' },
      { ...second, signInName: 'JANA', passphrase: 'kurz', passphraseAgain: 'kurz' },
    ],
    city: { ...values.city, recipients: 'age2nothing' },
  };
  expect(Object.keys(setUpErrors(t, wrong)).sort()).toEqual([
    'city.recipients',
    'office.id',
    'staff.0.passphraseAgain',
    'staff.1.passphrase',
    'staff.1.signInName',
  ]);
  expect(Object.keys(setUpErrors(t, wrong, 'office'))).toEqual(['office.id']);
  expect(Object.keys(setUpErrors(t, wrong, 'export'))).toEqual([]);
});

test('the office needs an administrator and somebody of each employer who counsels', () => {
  const values = filled();
  const staff = values.staff.map((person) => ({ ...person, roles: ['counsellor' as const] }));
  expect(setUpErrors(t, { ...values, staff })['staff.all']).toBe('setUp.error.noAdministrator');
  expect(setUpErrors(t, { ...values, staff: values.staff.slice(0, 1) })['staff.all']).toBe(
    'setUp.error.employerWithoutStaff',
  );
});

test('keys that nobody compared keep the assistant from going on', () => {
  const values = filled();
  expect(setUpErrors(t, { ...values, city: { ...values.city, comparedBySecond: false } })).toEqual({
    'city.compared': 'setUp.error.compare',
  });
});

test.each([
  ['Büro Straße 7', 'buero-strasse-7'],
  ['7 Brüder', 'brueder'],
  ['  ', ''],
])('the office %s is called %s in file names', (name, id) => {
  expect(officeIdOf(name)).toBe(id);
});

test('a refusal leads to the step where it can be mended', () => {
  const fault: Fault = { code: 'RULE', reason: 'bad-recipient', retryAfterSeconds: null, fields: [], incident: null };
  expect(stepOfFault(fault)).toBe('city');
  expect(stepOfFault({ ...fault, code: 'INVALID_INPUT', reason: null, fields: ['staff'] })).toBe('staff');
  expect(stepOfFault({ ...fault, reason: 'set-up-expired' })).toBeNull();
});
