import { ROLES, type Role } from '../../../shared/access/rights.ts';
import { catalogue, knownOffices, LEGAL_REGIMES } from '../../../shared/catalogue/catalogue.ts';
import type { Letterhead, OfficeSetUp } from '../../../shared/office/office.contract.ts';
import { pemOf, recipientsOf } from '../keys/city-keys.ts';

export type EmployerSide = 'city' | 'partner';
export type LegalRegime = (typeof LEGAL_REGIMES)[number];

export interface StaffValues {
  /** Keeps the card of one person its own while others are added and taken away. */
  key: string;
  displayName: string;
  signInName: string;
  employer: EmployerSide;
  roles: Role[];
  languages: string[];
  passphrase: string;
  passphraseAgain: string;
}

/** What the assistant holds while somebody types; `answersOf` makes of it what the office takes. */
export interface SetUpValues {
  /** One of the known offices, or `own`. */
  known: string;
  office: OfficeSetUp['office'];
  employers: Record<EmployerSide, { legalRegime: LegalRegime; letterhead: Letterhead }>;
  staff: StaffValues[];
  city: { recipients: string; receiptKey: string; comparedByFirst: boolean; comparedBySecond: boolean };
  export: OfficeSetUp['export'];
}

const CITY = 'Stadt Dortmund';

function blankLetterhead(name: string): Letterhead {
  return { name, unit: '', street: '', postalCodeAndTown: '', phone: '', email: '', website: '' };
}

/** Empty fields for one more member of staff. */
export function newStaff(employer: EmployerSide, roles: Role[]): StaffValues {
  return {
    key: crypto.randomUUID(),
    displayName: '',
    signInName: '',
    employer,
    roles,
    languages: ['de'],
    passphrase: '',
    passphraseAgain: '',
  };
}

/** Where the assistant begins: nothing chosen, a person of each employer. */
export function firstValues(): SetUpValues {
  return {
    known: '',
    office: {
      id: '',
      name: '',
      districts: [],
      address: '',
      openingHours: '',
      languages: catalogue.languages.filter((language) => language.core).map((language) => language.id),
      desks: 2,
      ticketLetter: '',
    },
    employers: {
      city: { legalRegime: 'DSGVO_NRW', letterhead: blankLetterhead(CITY) },
      partner: { legalRegime: 'DSGVO_BDSG', letterhead: blankLetterhead('') },
    },
    staff: [newStaff('city', [...ROLES]), newStaff('partner', ['counsellor'])],
    city: { recipients: '', receiptKey: '', comparedByFirst: false, comparedBySecond: false },
    export: { folder: '', nightlyAt: '20:00' },
  };
}

/** An office id as bundles are named by: lower case letters, digits and hyphens. */
export function officeIdOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+/, '')
    .slice(0, 40)
    .replace(/-+$/, '');
}

/** Street and town of an address on one line, as the letterhead has them on two. */
function streetAndTown(address: string): { street: string; postalCodeAndTown: string } {
  const [street = '', town = ''] = address.split(/,\s*/);
  return { street, postalCodeAndTown: town };
}

/** Fills in what is publicly known of an office and its partner; what was typed elsewhere stays. */
export function withKnownOffice(values: SetUpValues, known: string): SetUpValues {
  const office = knownOffices.find((candidate) => candidate.id === known);
  if (!office)
    return {
      ...values,
      known,
      office: { ...values.office, id: '', name: '', districts: [], address: '', openingHours: '' },
    };
  const regime = LEGAL_REGIMES.find((candidate) => candidate === office.legalRegime) ?? 'DSGVO_BDSG';
  const { city, partner } = values.employers;
  const address = office.address ?? '';
  return {
    ...values,
    known,
    office: {
      ...values.office,
      id: office.id,
      name: office.name,
      districts: [...office.districts],
      address,
      openingHours: office.hours ?? '',
    },
    employers: {
      city: { ...city, letterhead: { ...city.letterhead, unit: office.name, ...streetAndTown(address) } },
      partner: {
        legalRegime: regime,
        letterhead: { ...partner.letterhead, name: office.partner, unit: office.name, ...streetAndTown(address) },
      },
    },
  };
}

/** What the office is asked to make; the contract checks it. */
export function answersOf(values: SetUpValues): OfficeSetUp {
  return {
    office: values.office,
    employers: values.employers,
    staff: values.staff.map(({ key: _key, passphraseAgain: _again, ...person }) => person),
    city: { recipients: recipientsOf(values.city.recipients), receiptKeyPem: pemOf(values.city.receiptKey) },
    export: values.export,
    recoveryKind: 'hybrid',
  };
}
