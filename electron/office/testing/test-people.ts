import type { PartnerFields } from '../../../shared/partners/partners.contract.ts';
import type { PersonFields } from '../../../shared/people/people.contract.ts';
import { UNKNOWN_PERSON } from '../../../shared/people/person.rules.ts';
import { createPartner } from '../partners/write-partner.ts';
import { createPerson } from '../people/write-person.ts';
import type { TestOffice } from './test-office.ts';

/** An invented person of whom only the name is known. */
export const AMAL: PersonFields = {
  ...UNKNOWN_PERSON,
  givenName: 'Amal',
  familyName: 'Haddad',
  spoken: 'ar',
};

/** An invented childcare centre: no authority, so that a letter to it carries the notice. */
export const KITA: PartnerFields = {
  name: 'Kita Beispiel',
  kind: 'childcare',
  authority: false,
  contactName: 'Frau Muster',
  street: 'Musterweg 2',
  postalCodeAndTown: '44135 Dortmund',
  phone: '0221 4710-200',
  email: 'kita@example.org',
  topics: ['kita'],
  hours: 'Mo bis Fr 8-12',
  way: '',
};

/** Stores a person; returns their id. */
export function newPerson(office: TestOffice, fields: Partial<PersonFields> = {}): string {
  const who = office.who.city;
  return office.write(who, 'people.create', (tx) => createPerson(tx, { ...AMAL, ...fields }, who)).id;
}

/** Stores a partner; returns its id. */
export function newPartner(office: TestOffice, fields: Partial<PartnerFields> = {}): string {
  return office.write(office.who.city, 'partners.create', (tx) => createPartner(tx, { ...KITA, ...fields })).id;
}
