import type { DeskConnection } from '../../electron/hosts/desk-client.ts';
import { setUpOffice } from '../../electron/hosts/set-up-office.ts';
import type { Role } from '../../shared/access/rights.ts';
import { generateAgeIdentity } from '../../shared/node/crypto/age.ts';
import { generateSigningKey } from '../../shared/node/crypto.ts';
import type { OfficeSetUp, RecoverySheet } from '../../shared/office/office.contract.ts';
import type { TestHost } from './test-host.ts';

/** The invented staff: each combination of role and employer that the rights tell apart. */
export const SMALL_STAFF = {
  city: { displayName: 'Anna Rot', signInName: 'anna', employer: 'city', roles: ['counsellor', 'lead'] },
  cityColleague: { displayName: 'Bela Rot', signInName: 'bela', employer: 'city', roles: ['counsellor'] },
  partner: { displayName: 'Cem Blau', signInName: 'cem', employer: 'partner', roles: ['counsellor'] },
  partnerLead: { displayName: 'Dilek Blau', signInName: 'dilek', employer: 'partner', roles: ['counsellor', 'lead'] },
  administrator: { displayName: 'Emil Grau', signInName: 'emil', employer: 'city', roles: ['administrator'] },
  partnerAdministrator: {
    displayName: 'Fatma Grau',
    signInName: 'fatma',
    employer: 'partner',
    roles: ['administrator'],
  },
} as const satisfies Record<
  string,
  { displayName: string; signInName: string; employer: 'city' | 'partner'; roles: readonly Role[] }
>;
export type SmallStaff = keyof typeof SMALL_STAFF;

export function passphraseOf(who: SmallStaff): string {
  return `correct horse battery ${who}`;
}

export interface SmallOffice {
  sheets: Record<'city' | 'partner', RecoverySheet>;
  city: { identity: string; receiptPrivatePem: string };
}

const letterhead = (name: string) => ({
  name,
  unit: 'Beratung',
  street: 'Beispielstraße 1',
  postalCodeAndTown: '44135 Dortmund',
  phone: '0221 4710-100',
  email: 'post@example.org',
  website: 'www.example.org',
});

/** Answers to the set-up assistant for a small office. */
export function smallOfficeAnswers(city: { recipient: string; receiptKeyPem: string }, outbox: string): OfficeSetUp {
  return {
    office: {
      id: 'small-office',
      name: 'lokal willkommen Beispiel',
      districts: ['Mengede'],
      address: 'Beispielstraße 1, 44135 Dortmund',
      openingHours: 'Mo 9–12',
      languages: ['de', 'ar', 'en', 'fa', 'kmr', 'ckb'],
      desks: 6,
      ticketLetter: 'A',
    },
    employers: {
      city: { legalRegime: 'DSGVO_NRW', letterhead: letterhead('Stadt Beispielhausen') },
      partner: { legalRegime: 'DSG_EKD', letterhead: letterhead('Wohlfahrtsverband Beispiel e. V.') },
    },
    // The names of this file are the keys of its list, so that nothing but the passphrase is to be added.
    staff: (Object.keys(SMALL_STAFF) as SmallStaff[]).map((who) => ({
      ...SMALL_STAFF[who],
      roles: [...SMALL_STAFF[who].roles],
      languages: ['de', 'ar'],
      passphrase: passphraseOf(who),
    })),
    city: { recipients: [city.recipient], receiptKeyPem: city.receiptKeyPem },
    export: { folder: outbox, nightlyAt: '21:00' },
    recoveryKind: 'x25519',
  };
}

/** Sets the small office up on a fresh host. */
export async function setUpSmallOffice(host: TestHost): Promise<SmallOffice> {
  const { identity, recipient } = await generateAgeIdentity('x25519');
  const receipt = generateSigningKey();
  const { client, close } = await host.connect();
  const sheets = await setUpOffice(
    client,
    smallOfficeAnswers({ recipient, receiptKeyPem: receipt.publicKeyPem }, host.outbox),
  );
  await close();
  return { sheets, city: { identity, receiptPrivatePem: receipt.privateKeyPem } };
}

/** A connection on which somebody of the small office is signed in. */
export async function signInAs(
  host: TestHost,
  who: SmallStaff,
  options: { keepReceived?: boolean; desk?: number } = {},
): Promise<DeskConnection> {
  const connection = await host.connect(options);
  await connection.client.access.signIn({
    name: SMALL_STAFF[who].signInName,
    passphrase: passphraseOf(who),
    desk: options.desk ?? 1,
  });
  return connection;
}
