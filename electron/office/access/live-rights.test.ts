import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Role } from '../../../shared/access/rights.ts';
import { writeNote } from '../consultations/notes/write-note.ts';
import { callsOn, deskOf, faultOf, newDesk } from '../testing/test-desk.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import { talk } from '../testing/test-talk.ts';
import { readKeyring } from './keyring.ts';
import type { Session } from './session.ts';

let office: TestOffice;
let contactId: string;
beforeEach(async () => {
  office = await createTestOffice();
  const { city } = office.who;
  contactId = talk(office, city).contactId;
  for (const level of ['V1', 'V2', 'V3'] as const) {
    office.write(city, 'consultations.writeNote', (tx) =>
      writeNote(tx, { contactId, level, text: `at ${level}` }, city),
    );
  }
});
afterEach(() => office.close());

async function giveRoles(to: Session, roles: Role[]): Promise<void> {
  const calls = deskOf(office, office.who.lead);
  const { staff } = await calls.access.listStaff({});
  const one = staff.find(({ id }) => id === to.staffId);
  if (!one) throw new Error('On the staff');
  const { id, revision, displayName, languages } = one;
  await calls.access.changeStaff({ requestId: randomUUID(), id, revision, displayName, languages, roles });
}

const textsSeenBy = async (calls: ReturnType<typeof deskOf>) =>
  (await calls.consultations.get({ contactId })).notes.map(({ text }) => text);
const entryOf = (staffId: string) =>
  readKeyring(office.ports.dataFolder)?.staff.find((entry) => entry.staffId === staffId);

it('takes notes and people from a session at once when its roles no longer allow them', async () => {
  const { cityColleague } = office.who;
  const calls = deskOf(office, cityColleague);
  expect(await textsSeenBy(calls)).toEqual(['at V1', 'at V2']);
  const vault = cityColleague.keys.readers.get(cityColleague.keys.vault ?? 'vault::0');
  await giveRoles(cityColleague, ['administrator']);
  expect(await faultOf(calls.consultations.get({ contactId }))).toBe('FORBIDDEN');
  expect(await faultOf(calls.people.recent({}))).toBe('FORBIDDEN');
  expect(await faultOf(calls.office.settings({}))).toBeNull();
  expect((await calls.access.whoAmI({})).roles).toEqual(['administrator']);
  expect([...cityColleague.keys.readers.keys()]).toEqual([cityColleague.keys.personal]);
  expect(cityColleague.keys.vault).toBeNull();
  expect(vault?.key.every((byte) => byte === 0) && vault.privateKey.every((byte) => byte === 0)).toBe(true);
});

it('takes the vault and the deputy’s keys out of the keyring of who no longer reads notes', async () => {
  const { city, cityColleague } = office.who;
  await deskOf(office, city).access.nameDeputy({ requestId: randomUUID(), deputyId: cityColleague.staffId });
  await giveRoles(cityColleague, ['administrator']);
  expect(entryOf(cityColleague.staffId)).toMatchObject({ vaults: [], deputyFor: [] });
  const { connection, calls } = newDesk(office);
  const view = await calls.access.signIn({
    name: 'cityColleague',
    passphrase: testPassphrase('cityColleague'),
    desk: 1,
  });
  expect(view.holdsVault).toBe(false);
  expect(connection.session?.keys.readers.size).toBe(1);
});

it('waits to be let in again when somebody reads notes once more', async () => {
  const { city, cityColleague } = office.who;
  await giveRoles(cityColleague, ['administrator']);
  await giveRoles(cityColleague, ['counsellor']);
  expect(await textsSeenBy(deskOf(office, cityColleague))).toEqual(['at V1']);
  await deskOf(office, city).access.letIntoVault({ requestId: randomUUID(), id: cityColleague.staffId });
  const { calls } = newDesk(office);
  await calls.access.signIn({ name: 'cityColleague', passphrase: testPassphrase('cityColleague'), desk: 1 });
  expect(await textsSeenBy(calls)).toEqual(['at V1', 'at V2']);
});

it('renews the vault for a leaver who held it before the roles changed', async () => {
  const { city, cityColleague, lead, admin } = office.who;
  const held = city.keys.vault;
  await giveRoles(cityColleague, ['administrator']);
  const leave = (by: Session) =>
    deskOf(office, by).access.deactivateStaff({ requestId: randomUUID(), id: cityColleague.staffId, revision: 2 });
  expect(await faultOf(leave(admin))).toBe('RULE colleague-must-do-it');
  await leave(lead);
  expect(city.keys.vault).not.toBe(held);
  expect(await textsSeenBy(deskOf(office, city))).toEqual(['at V1', 'at V2', 'at V3']);
});

it('gives new rights and a new name to a session that goes on', async () => {
  const { city } = office.who;
  const calls = deskOf(office, city);
  expect(await faultOf(calls.office.takeSnapshot({ requestId: randomUUID() }))).toBe('FORBIDDEN');
  await giveRoles(city, ['counsellor', 'lead']);
  expect(await faultOf(calls.office.takeSnapshot({ requestId: randomUUID() }))).toBeNull();
  const one = (await calls.access.listStaff({})).staff.find(({ id }) => id === city.staffId);
  await calls.access.changeStaff({
    requestId: randomUUID(),
    id: city.staffId,
    revision: one?.revision ?? 0,
    displayName: 'Anna Neu',
    roles: ['counsellor'],
    languages: ['de'],
  });
  expect(city.displayName).toBe('Anna Neu');
  expect(await faultOf(calls.office.takeSnapshot({ requestId: randomUUID() }))).toBe('FORBIDDEN');
});

it('takes entrusted notes from a deputy who is signed in when the deputy is withdrawn', async () => {
  const { city, cityColleague } = office.who;
  const own = deskOf(office, city);
  await own.access.nameDeputy({ requestId: randomUUID(), deputyId: cityColleague.staffId });
  const { connection, calls } = newDesk(office);
  await calls.access.signIn({ name: 'cityColleague', passphrase: testPassphrase('cityColleague'), desk: 1 });
  expect(await textsSeenBy(calls)).toEqual(['at V1', 'at V2', 'at V3']);
  const keys = connection.session?.keys.readers.get(city.keys.personal);
  await own.access.nameDeputy({ requestId: randomUUID(), deputyId: null });
  expect(await textsSeenBy(calls)).toEqual(['at V1', 'at V2']);
  expect(keys?.key.every((byte) => byte === 0)).toBe(true);
  // The person's own session is not touched by that.
  expect(await textsSeenBy(own)).toEqual(['at V1', 'at V2', 'at V3']);
});

it('names nobody as deputy who reads no notes', async () => {
  const { city, admin } = office.who;
  expect(
    await faultOf(deskOf(office, city).access.nameDeputy({ requestId: randomUUID(), deputyId: admin.staffId })),
  ).toBe('NOT_FOUND');
});

it('ends the sessions of somebody whose passphrase was reset with a recovery sheet', async () => {
  const { city } = office.who;
  const connection = [...office.core.connections].find(({ session }) => session === city);
  if (!connection) throw new Error('Signed in');
  const { calls } = newDesk(office);
  await calls.access.resetPassphrase({
    recoverySheet: office.sheets.city,
    name: 'city',
    passphrase: 'after the recovery',
  });
  expect(connection.session).toBeNull();
  expect(
    office.db
      .statement(
        "SELECT id, fields FROM journal JOIN journal_entry USING (sequence) WHERE procedure = 'access.resetPassphrase'",
      )
      .all(),
  ).toEqual([{ id: city.staffId, fields: '["passphrase"]' }]);
  expect(await faultOf(callsOn(office, connection).consultations.get({ contactId }))).toBe('UNAUTHENTICATED');
});
