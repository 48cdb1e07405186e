import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../../shared/access/rights.ts';
import { generateAgeIdentity } from '../../../shared/node/crypto/age.ts';
import { generateSigningKey } from '../../../shared/node/crypto.ts';
import type { OfficeSetUp } from '../../../shared/office/office.contract.ts';
import type { Connection, Session } from '../access/session.ts';
import { endSession, signIn } from '../access/sign-in.ts';
import { type Core, createCore, openDatabaseOf, writeAndPublish } from '../core.ts';
import type { Db, Tx } from '../database/handles.ts';
import { closeOffice } from '../office/open-office.ts';
import { beginSetUp, completeSetUp, groupsOf } from '../office/set-up.ts';
import type { Ports } from '../ports.ts';
import { type DrivenClock, drivenClock } from './test-clock.ts';

/** An office on a temporary folder, really set up and really encrypted, with cheap key derivation and a clock that the test moves. */
export interface TestOffice {
  core: Core;
  db: Db;
  clock: DrivenClock;
  ports: Ports;
  /** Signed in: a counsellor of each employer, a second one of the city, a lead of the city, somebody who is administrator only. */
  who: Record<'city' | 'cityColleague' | 'partner' | 'lead' | 'admin', Session>;
  sheets: Record<'city' | 'partner', string>;
  passphraseOf(signInName: string): string;
  cityIdentity: string;
  receiptPrivatePem: string;
  write<T>(who: Session, procedure: string, change: (tx: Tx) => T): T;
  close(): void;
}

const STAFF: readonly {
  displayName: string;
  signInName: keyof TestOffice['who'];
  employer: 'city' | 'partner';
  roles: Role[];
  languages: string[];
}[] = [
  { displayName: 'Anna Rot', signInName: 'city', employer: 'city', roles: ['counsellor'], languages: ['de', 'en'] },
  {
    displayName: 'Bela Rot',
    signInName: 'cityColleague',
    employer: 'city',
    roles: ['counsellor'],
    languages: ['de', 'tr'],
  },
  {
    displayName: 'Cem Blau',
    signInName: 'partner',
    employer: 'partner',
    roles: ['counsellor'],
    languages: ['de', 'kmr', 'ar'],
  },
  { displayName: 'Dora Rot', signInName: 'lead', employer: 'city', roles: ['counsellor', 'lead'], languages: ['de'] },
  { displayName: 'Emil Grau', signInName: 'admin', employer: 'city', roles: ['administrator'], languages: ['de'] },
];

export function testPassphrase(signInName: string): string {
  return `correct horse ${signInName}`;
}

const letterhead = (name: string) => ({
  name,
  unit: 'Beratung',
  street: 'Beispielstraße 1',
  postalCodeAndTown: '44135 Dortmund',
  phone: '0231 000-0',
  email: 'post@example.org',
  website: 'www.example.org',
});

/** Answers to the set-up assistant for a small office. */
export function setUpAnswers(city: { recipients: string[]; receiptKeyPem: string }): OfficeSetUp {
  return {
    office: {
      id: 'test-office',
      name: 'lokal willkommen Test',
      districts: ['Mengede'],
      address: 'Beispielstraße 1, 44135 Dortmund',
      openingHours: '',
      languages: ['de', 'ar', 'en', 'fa', 'kmr'],
      desks: 8,
      ticketLetter: 'A',
    },
    employers: {
      city: { legalRegime: 'DSGVO_NRW', letterhead: letterhead('Stadt Test') },
      partner: { legalRegime: 'DSGVO_BDSG', letterhead: letterhead('Verband Test') },
    },
    staff: STAFF.map((person) => ({ ...person, passphrase: testPassphrase(person.signInName) })),
    city,
    export: { folder: '', nightlyAt: '21:00' },
    recoveryKind: 'x25519',
  };
}

/** Makes one; `close` it in afterEach. */
export async function createTestOffice(
  options: { now?: string; printer?: Ports['printer'] } = {},
): Promise<TestOffice> {
  const clock = drivenClock(options.now ?? '2026-11-23T08:00:00.000Z');
  const dataFolder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
  const ports: Ports = {
    clock,
    dataFolder,
    printer: options.printer ?? { printToPdf: (html) => Promise.resolve(Buffer.from(`%PDF-test ${html.length}`)) },
    keychain: null,
    log: { write: () => {} },
    passphraseCost: { memoryKiB: 64, passes: 1, lanes: 1 },
    fontFaceCss: '',
    programVersion: '1.0.0-test',
  };
  const core = createCore(ports);
  const city = await generateAgeIdentity('x25519');
  const receipt = generateSigningKey();
  const begun = await beginSetUp(
    core,
    setUpAnswers({ recipients: [city.recipient], receiptKeyPem: receipt.publicKeyPem }),
  );
  const typed = (index: number) =>
    begun.sheets[index]?.askedGroups.map((group) => groupsOf(begun.sheets[index]?.identity ?? '')[group - 1] ?? '') ??
    [];
  await completeSetUp(core, { setUpId: begun.setUpId, typed: { city: typed(0), partner: typed(1) } });
  const connections: Connection[] = [];
  const enter = async (name: keyof TestOffice['who']): Promise<Session> => {
    const connection: Connection = { kind: 'desk', session: null };
    connections.push(connection);
    core.connections.add(connection);
    await signIn(core, connection, { name, passphrase: testPassphrase(name), desk: connections.length });
    if (!connection.session) throw new Error('Signed in');
    return connection.session;
  };
  const who = {
    city: await enter('city'),
    cityColleague: await enter('cityColleague'),
    partner: await enter('partner'),
    lead: await enter('lead'),
    admin: await enter('admin'),
  };
  return {
    core,
    get db() {
      return openDatabaseOf(core);
    },
    clock,
    ports,
    who,
    sheets: { city: begun.sheets[0]?.identity ?? '', partner: begun.sheets[1]?.identity ?? '' },
    passphraseOf: testPassphrase,
    cityIdentity: city.identity,
    receiptPrivatePem: receipt.privateKeyPem,
    write: (caller, procedure, change) => writeAndPublish(core, { staffId: caller.staffId, procedure }, change),
    close() {
      for (const connection of connections) endSession(core, connection);
      closeOffice(core);
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
