import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PersonFields } from '../../../shared/people/people.contract.ts';
import { getPerson } from '../people/person-row.ts';
import { changePerson } from '../people/write-person.ts';
import { aLetter } from '../testing/test-letters.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { AMAL, newPartner, newPerson } from '../testing/test-people.ts';
import { makeVoid } from './change-letter.ts';
import { getLetter } from './letter-row.ts';
import { listOutdatedLetters, settleOldValues } from './old-values.ts';
import { writeLetter } from './write-letter.ts';

let office: TestOffice;
let personId: string;
const HERS: PersonFields = {
  ...AMAL,
  bornOn: '1990-04-03',
  birthPrecision: 'day',
  phone: '0221 4710-777',
  email: 'amal.h@example.org',
};
beforeEach(async () => {
  office = await createTestOffice();
  personId = newPerson(office, HERS);
});
afterEach(() => office.close());

async function letter(include: Partial<Parameters<typeof aLetter>[0]['include']> = {}, concern = 'Ein Kitaplatz.') {
  const partnerId = newPartner(office);
  const all = { birth: false, phone: false, email: false, district: false, ...include };
  const input = { requestId: crypto.randomUUID(), letter: aLetter({ personId, partnerId, include: all, concern }) };
  return (await writeLetter(office.core, input, office.who.city)).id;
}
function change(fields: Partial<PersonFields>) {
  const who = office.who.city;
  const { revision } = getPerson(office.db, personId);
  office.write(who, 'people.change', (tx) =>
    changePerson(tx, { id: personId, revision, person: { ...HERS, ...fields } }, who),
  );
}
const outdated = () => listOutdatedLetters(office.db, personId).map(({ id, fields }) => [id, fields]);

it('names the letters that carry the old value, and only those', async () => {
  const plain = await letter();
  const withAll = await letter({ birth: true, phone: true, email: true });
  change({ phone: '0221 4710-888', email: 'amal@example.org', bornOn: '1990-03-04' });
  expect(outdated()).toEqual([[withAll, ['bornOn', 'phone', 'email']]]);
  change({ phone: '0221 4710-888', email: 'amal@example.org', bornOn: '1990-03-04', familyName: 'Haddâd' });
  expect(outdated()).toEqual([
    [withAll, ['name', 'bornOn', 'phone', 'email']],
    [plain, ['name']],
  ]);
  expect(listOutdatedLetters(office.db, personId)[0]).toMatchObject({ partnerName: 'Kita Beispiel' });
  const rows = office.db.statement('SELECT * FROM letter_old_value').all();
  expect(JSON.stringify(rows)).not.toMatch(/4710|Haddad|example/);
});

it('finds a name in the middle of what was written, and a letter of somebody who never stood there not', async () => {
  const inText = await letter({}, 'Frau Haddad sucht einen Platz.');
  change({ documentName: 'NOUR AMAL' });
  expect(outdated()).toEqual([[inText, ['name']]]);
});

it('is quiet again once the value is put back, the letter void, or somebody has settled it', async () => {
  const id = await letter({ phone: true });
  const other = await letter({ phone: true });
  change({ phone: '0221 4710-888' });
  change({ phone: '0221 4710-999' });
  expect(outdated()).toHaveLength(2);
  change({});
  expect(outdated()).toEqual([]);
  change({ phone: '0221 4710-888' });
  office.write(office.who.city, 'letters.makeVoid', (tx) => makeVoid(tx, { id, revision: getLetter(tx, id).revision }));
  expect(outdated()).toEqual([[other, ['phone']]]);
  const settle = () => office.write(office.who.city, 'corrections.settle', (tx) => settleOldValues(tx, other));
  settle();
  expect(outdated()).toEqual([]);
  expect(settle).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
});
