import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeNote } from '../consultations/notes/write-note.ts';
import { openDatabaseOf } from '../core.ts';
import { findBrokenLink } from '../database/journal.ts';
import { closeOffice } from '../office/open-office.ts';
import { snapshotOf } from '../office/snapshots.ts';
import { officeOf } from '../office.ts';
import { callsOn, type DeskCalls, deskOf, faultOf, newDesk } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import { talk } from '../testing/test-talk.ts';
import { readKeyring } from './keyring.ts';
import type { Session } from './session.ts';
import { endSession } from './sign-in.ts';

let office: TestOffice;
let contactId: string;
beforeEach(async () => {
  office = await createTestOffice();
  const { city } = office.who;
  contactId = talk(office, city).contactId;
  office.write(city, 'consultations.writeNote', (tx) => writeNote(tx, { contactId, level: 'V2', text: 'at V2' }, city));
});
afterEach(() => {
  if (office.core.database && findBrokenLink(openDatabaseOf(office.core).raw) !== null)
    throw new Error('The journal is one chain');
  office.close();
});

const enter = (calls: DeskCalls, name: string, passphrase = testPassphrase(name)) =>
  calls.access.signIn({ name, passphrase, desk: 1 });
const leave = (by: Session, who: Session, requestId: string = randomUUID()) =>
  deskOf(office, by).access.deactivateStaff({ requestId, id: who.staffId, revision: 1 });
const colleague = (signInName: string) => ({
  requestId: randomUUID(),
  displayName: 'Fatma Neu',
  signInName,
  employerId: office.who.city.employerId,
  roles: ['counsellor' as const],
  languages: ['ar'],
  passphrase: 'a long new passphrase',
});
const textsSeenBy = async (calls: DeskCalls) =>
  (await calls.consultations.get({ contactId })).notes.map(({ text }) => text);

function closeAll(): void {
  for (const connection of office.core.connections) endSession(office.core, connection);
  closeOffice(office.core);
}

it('opens a closed office once, however many sign in at the same time', async () => {
  closeAll();
  let opened = 0;
  office.core.opened.push(() => {
    opened += 1;
  });
  const desks = ['city', 'partner', 'lead', 'admin'].map((name) => ({ ...newDesk(office), name }));
  await Promise.all(desks.map(({ calls, name }) => enter(calls, name)));
  expect(opened).toBe(1);
});

it('loses no colleague who is added while another leaves', async () => {
  const { lead, admin, cityColleague } = office.who;
  await Promise.all([
    leave(lead, cityColleague),
    deskOf(office, admin).access.addStaff(colleague('fatma')),
    deskOf(office, lead).access.addStaff(colleague('gamze')),
    deskOf(office, admin).access.addStaff(colleague('hatice')),
  ]);
  const names = readKeyring(office.ports.dataFolder)?.staff.map(({ signInName }) => signInName);
  expect(names).toEqual(expect.arrayContaining(['fatma', 'gamze', 'hatice']));
  expect(names).not.toContain('cityColleague');
  closeAll();
  for (const name of ['fatma', 'gamze', 'hatice'])
    expect(await faultOf(enter(newDesk(office).calls, name, 'a long new passphrase'))).toBeNull();
});

it('lets two leave at once, and each only once', async () => {
  const { lead, city, cityColleague } = office.who;
  const calls = deskOf(office, lead);
  const requestId = randomUUID();
  const [first, again, twice, other] = await Promise.all([
    faultOf(leave(lead, cityColleague, requestId)),
    faultOf(leave(lead, cityColleague, requestId)),
    faultOf(leave(lead, cityColleague)),
    faultOf(leave(lead, city)),
  ]);
  expect([first, again, twice, other]).toEqual([null, null, 'CONFLICT', null]);
  expect(await textsSeenBy(calls)).toEqual(['at V2']);
  expect(readKeyring(office.ports.dataFolder)?.staff.map(({ signInName }) => signInName)).toEqual([
    'partner',
    'lead',
    'admin',
  ]);
  closeAll();
  const { calls: again2 } = newDesk(office);
  await enter(again2, 'lead');
  expect(await textsSeenBy(again2)).toEqual(['at V2']);
});

it('adds one colleague for one request that comes twice at once', async () => {
  const calls = deskOf(office, office.who.lead);
  const input = colleague('fatma');
  const [first, second] = await Promise.all([calls.access.addStaff(input), calls.access.addStaff(input)]);
  expect(second).toEqual(first);
  expect((await calls.access.listStaff({})).staff.filter(({ signInName }) => signInName === 'fatma')).toHaveLength(1);
});

it('changes a passphrase once, for a request that comes again', async () => {
  const calls = deskOf(office, office.who.city);
  const input = { requestId: randomUUID(), current: testPassphrase('city'), next: 'quite another passphrase' };
  expect(await Promise.all([calls.access.changePassphrase(input), calls.access.changePassphrase(input)])).toEqual([
    {},
    {},
  ]);
  expect(await faultOf(enter(newDesk(office).calls, 'city', 'quite another passphrase'))).toBeNull();
});

it('keeps a passphrase that is changed while a colleague leaves', async () => {
  const { lead, city, cityColleague } = office.who;
  const change = deskOf(office, city).access.changePassphrase({
    requestId: randomUUID(),
    current: testPassphrase('city'),
    next: 'quite another passphrase',
  });
  await Promise.all([leave(lead, cityColleague), change]);
  closeAll();
  expect(await faultOf(enter(newDesk(office).calls, 'city', 'quite another passphrase'))).toBeNull();
});

it('has no session for who signs in while leaving, whichever comes first', async () => {
  for (const early of [true, false]) {
    const { calls, connection } = newDesk(office);
    const signing = () => faultOf(enter(calls, 'cityColleague'));
    const leaving = () => leave(office.who.lead, office.who.cityColleague);
    await Promise.all(early ? [signing(), leaving()] : [leaving(), signing()]);
    expect(connection.session).toBeNull();
    office.close();
    office = await createTestOffice();
  }
  contactId = talk(office, office.who.city).contactId;
});

it('seals new notes for the renewed vault, also of who signed in during the renewal', async () => {
  const { calls, connection } = newDesk(office);
  await Promise.all([leave(office.who.lead, office.who.cityColleague), enter(calls, 'city')]);
  await calls.consultations.writeNote({ requestId: randomUUID(), contactId, level: 'V2', text: 'after the renewal' });
  expect(connection.session?.keys.vault).toBe(office.who.lead.keys.vault);
  expect(await textsSeenBy(deskOf(office, office.who.lead))).toEqual(['at V2', 'after the renewal']);
});

it('loses no note when who takes somebody out locks the screen meanwhile', async () => {
  const { lead, cityColleague, city } = office.who;
  const leaving = faultOf(leave(lead, cityColleague));
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
  await deskOf(office, lead).access.lock({});
  expect([null, 'UNAUTHENTICATED']).toContain(await leaving);
  expect(await textsSeenBy(deskOf(office, city))).toEqual(['at V2']);
  const { calls } = newDesk(office);
  await enter(calls, 'lead');
  expect(await textsSeenBy(calls)).toEqual(['at V2']);
  expect(readKeyring(office.ports.dataFolder)?.leaving).toBeNull();
});

it('keeps no keys of a screen that has gone while somebody signed in on it', async () => {
  const { calls, connection } = newDesk(office);
  const signing = faultOf(enter(calls, 'city'));
  officeOf(office.core).disconnect(connection);
  expect(await signing).toBe('UNAUTHENTICATED');
  expect(connection.session).toBeNull();
});

it('asks for the right of who is signed in when the call is carried out, not when it came', async () => {
  const { lead, city } = office.who;
  const connection = [...office.core.connections].find(({ session }) => session === lead);
  if (!connection) throw new Error('Signed in');
  const calls = callsOn(office, connection);
  for (let turns = 0; turns < 30; turns += 1) {
    connection.session = lead;
    const [template] = (await calls.letters.templates({})).templates;
    if (!template) throw new Error('The office has templates');
    const { id, revision, subject, body } = template;
    const changing = faultOf(calls.letters.changeTemplate({ requestId: randomUUID(), id, revision, subject, body }));
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    connection.session = city;
    await changing;
  }
  connection.session = lead;
  const did = office.db
    .statement("SELECT DISTINCT staff_id FROM journal WHERE procedure = 'letters.changeTemplate'")
    .pluck()
    .all();
  expect(did).toEqual([lead.staffId]);
});

it('says UNAUTHENTICATED, not INTERNAL, when a session ends between check and work', async () => {
  const said = new Set<string | null>();
  for (let turns = 0; turns < 30; turns += 1) {
    const { connection, calls } = newDesk(office);
    await enter(calls, 'lead');
    const asking = [
      faultOf(calls.access.whoAmI({})),
      faultOf(calls.queue.today({})),
      faultOf(calls.access.nameDeputy({ requestId: randomUUID(), deputyId: null })),
    ];
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    endSession(office.core, connection);
    for (const fault of await Promise.all(asking)) said.add(fault);
  }
  expect(said).toEqual(new Set([null, 'UNAUTHENTICATED']));
});

it('restores while nobody else can come in', async () => {
  const taken = snapshotOf(office.core, openDatabaseOf(office.core).raw);
  closeAll();
  const [restoring, other] = [newDesk(office), newDesk(office)];
  await Promise.all([
    restoring.calls.office.restoreSnapshot({ snapshot: taken.name, name: 'city', passphrase: testPassphrase('city') }),
    enter(other.calls, 'partner'),
  ]);
  // Whoever came second works with the restored office, and it with them.
  expect(await faultOf(other.calls.queue.today({}))).toBeNull();
  expect(office.core.database).not.toBeNull();
});

it('ends the sessions of who restores', async () => {
  const taken = snapshotOf(office.core, openDatabaseOf(office.core).raw);
  for (const connection of office.core.connections)
    if (connection.session !== office.who.city) endSession(office.core, connection);
  const calls = deskOf(office, office.who.city);
  await calls.office.restoreSnapshot({ snapshot: taken.name, name: 'city', passphrase: testPassphrase('city') });
  expect(await faultOf(calls.queue.today({}))).toBe('UNAUTHENTICATED');
});
