import type { EmployerKind } from '../../../shared/access/access.contract.ts';
import { knownOffices, LegalRegime } from '../../../shared/catalogue/catalogue.ts';
import type { Letterhead, OfficeSetUp } from '../../../shared/office/office.contract.ts';
import { newSecret } from '../web/one-time-token.ts';

/** Somebody of the demonstration's invented staff. */
export interface DemoPerson {
  displayName: string;
  signInName: string;
  employer: EmployerKind;
  roles: OfficeSetUp['staff'][number]['roles'];
  languages: string[];
  passphrase: string;
}

/** Two counsellors, one of each employer, and an administrator; fresh passphrases that are kept nowhere. */
export function demoStaff(): [city: DemoPerson, partner: DemoPerson, administrator: DemoPerson] {
  return [
    {
      displayName: 'Ilse Vorbild',
      signInName: 'Ilse',
      employer: 'city',
      roles: ['counsellor', 'lead'],
      languages: ['de', 'en', 'fa', 'prs', 'uk'],
      passphrase: newSecret(),
    },
    {
      displayName: 'Cem Muster',
      signInName: 'Cem',
      employer: 'partner',
      roles: ['counsellor'],
      languages: ['de', 'ar', 'kmr', 'ckb', 'tr'],
      passphrase: newSecret(),
    },
    {
      displayName: 'Emma Vorlage',
      signInName: 'Emma',
      employer: 'city',
      roles: ['administrator'],
      languages: ['de'],
      passphrase: newSecret(),
    },
  ];
}

/** Answers to the set-up assistant: one of the network's offices, its letterheads invented. */
export function demoSetUp(options: {
  staff: readonly DemoPerson[];
  recipient: string;
  receiptKeyPem: string;
  recoveryKind: 'hybrid' | 'x25519';
  outbox: string;
  nightlyAt: string;
}): OfficeSetUp {
  const office = knownOffices.find(({ id }) => id === 'mengede-huckarde');
  if (!office) throw new Error('The list of offices has the one of the demonstration');
  return {
    office: {
      id: office.id,
      name: office.name,
      districts: office.districts,
      address: 'Beispielstraße 54, 44357 Dortmund',
      openingHours: 'Mo 9–12, Di 13–16, Do 14–17, Fr 9–12',
      languages: ['de', 'ar', 'en', 'fa', 'kmr', 'ckb', 'tr', 'uk'],
      desks: 2,
      ticketLetter: 'A',
    },
    employers: {
      city: {
        legalRegime: 'DSGVO_NRW',
        letterhead: letterhead('Stadt Beispielhausen', 'empfang@example.org', '0221 4710-148'),
      },
      partner: {
        legalRegime: LegalRegime.parse(office.legalRegime),
        letterhead: letterhead('Wohlfahrtsverband Beispiel e. V.', 'beratung@example.org', '0221 4710-149'),
      },
    },
    staff: [...options.staff],
    city: { recipients: [options.recipient], receiptKeyPem: options.receiptKeyPem },
    export: { folder: options.outbox, nightlyAt: options.nightlyAt },
    recoveryKind: options.recoveryKind,
  };
}

function letterhead(name: string, email: string, phone: string): Letterhead {
  return {
    name,
    unit: 'lokal willkommen',
    street: 'Beispielstraße 54',
    postalCodeAndTown: '44357 Dortmund',
    phone,
    email,
    website: 'www.example.org',
  };
}
