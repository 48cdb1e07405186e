import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listNotes } from '../consultations/notes/list-notes.ts';
import { writeNote } from '../consultations/notes/write-note.ts';
import { openDatabaseOf } from '../core.ts';
import { openDatabase } from '../database/open-database.ts';
import { closeOffice, databasePath } from '../office/open-office.ts';
import { listSnapshots, snapshotOf, snapshotPath } from '../office/snapshots.ts';
import { Fault } from '../rpc/faults.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import { talk } from '../testing/test-talk.ts';
import { readKeyring } from './keyring.ts';
import { addStaff, changeStaff, letIntoVault, nameDeputy, officeKeyring, staffViews } from './manage-staff.ts';
import { changePassphrase, resetPassphrase } from './passphrases.ts';
import { deactivateStaff } from './renew-keys.ts';
import type { Connection, Session } from './session.ts';
import { endSession, signIn } from './sign-in.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

async function reasonOf(act: () => unknown): Promise<unknown> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof Fault) return error.detail?.reason ?? error.code;
    throw error;
  }
}

async function enter(name: string, passphrase = testPassphrase(name)): Promise<Session> {
  const connection: Connection = { kind: 'desk', session: null };
  office.core.connections.add(connection);
  await signIn(office.core, connection, { name, passphrase, desk: 1 });
  if (!connection.session) throw new Error('Signed in');
  return connection.session;
}

const colleague = (more: object) => ({
  requestId: randomUUID(),
  displayName: 'Fatma Neu',
  signInName: 'fatma',
  roles: ['counsellor' as const],
  languages: ['ar'],
  basicLanguages: [],
  readsLanguages: [],
  passphrase: 'a long new passphrase',
  employerId: office.who.city.employerId,
  ...more,
});

it('lets a new colleague into the vault at once when the caller holds it', async () => {
  await addStaff(office.core, office.who.lead, colleague({}));
  expect((await enter('fatma', 'a long new passphrase')).keys.vault).toBe(office.who.city.keys.vault);
});

it('makes a new colleague of the other employer wait for one of theirs', async () => {
  const { id } = await addStaff(office.core, office.who.lead, colleague({ employerId: office.who.partner.employerId }));
  expect((await enter('fatma', 'a long new passphrase')).keys.vault).toBeNull();
  expect(staffViews(office.core).find((staff) => staff.id === id)?.waitsForVault).toBe(true);
  expect(await reasonOf(() => letIntoVault(office.core, office.who.city, { requestId: randomUUID(), id }))).toBe(
    'other-employer',
  );
  await letIntoVault(office.core, office.who.partner, { requestId: randomUUID(), id });
  expect((await enter('fatma', 'a long new passphrase')).keys.vault).toBe(office.who.partner.keys.vault);
});

it('gives a retry the same answer and no second colleague', async () => {
  const input = colleague({});
  const first = await addStaff(office.core, office.who.lead, input);
  expect(await addStaff(office.core, office.who.lead, input)).toEqual(first);
  expect(await reasonOf(() => addStaff(office.core, office.who.lead, colleague({ signInName: 'FATMA' })))).toBe(
    'sign-in-name-taken',
  );
});

it('keeps an administrator', async () => {
  const admin = staffViews(office.core).find((staff) => staff.id === office.who.admin.staffId);
  if (!admin) throw new Error('There is one');
  expect(
    await reasonOf(() =>
      changeStaff(office.core, office.who.lead, { ...admin, requestId: randomUUID(), roles: ['counsellor'] }),
    ),
  ).toBe('last-administrator');
  expect(
    await reasonOf(() =>
      deactivateStaff(office.core, office.who.lead, {
        requestId: randomUUID(),
        id: admin.id,
        revision: admin.revision,
      }),
    ),
  ).toBe('last-administrator');
  expect(staffViews(office.core).find((staff) => staff.id === admin.id)?.active).toBe(true);
  expect(readKeyring(office.ports.dataFolder)?.staff.some((entry) => entry.staffId === admin.id)).toBe(true);
});

it('renews vault and database key when somebody leaves; colleagues go on, the leaver does not', async () => {
  const { city, cityColleague, lead } = office.who;
  const oldVault = city.keys.vault;
  const { contactId } = talk(office, city);
  const note = office.write(city, 'consultations.writeNote', (tx) =>
    writeNote(tx, { contactId, level: 'V2', text: 'for our employer' }, city),
  );
  const oldDataKey = office.core.dataKey!.slice();
  snapshotOf(office.core, openDatabaseOf(office.core).raw);
  await deactivateStaff(office.core, lead, { requestId: randomUUID(), id: cityColleague.staffId, revision: 1 });

  expect(cityColleague.keys.readers.size).toBe(0);
  expect(await reasonOf(() => enter('cityColleague'))).toBe('sign-in-failed');
  expect(city.keys.vault).not.toBe(oldVault);
  expect(office.db.statement('SELECT reader FROM note_key WHERE note_id = ?').pluck().all(note.id)).toEqual([
    city.keys.vault,
  ]);
  expect(listNotes(office.db, city, { contactId }).map(({ text }) => text)).toEqual(['for our employer']);
  const keyring = officeKeyring(office.core);
  expect(keyring.staff.every((entry) => entry.nextDataKey === null && entry.nextVault === null)).toBe(true);

  const snapshot = snapshotPath(office.core, listSnapshots(office.core)[0]?.name ?? '')!;
  expect(openDatabase(snapshot, oldDataKey)).toBeNull();
  for (const connection of office.core.connections) endSession(office.core, connection);
  closeOffice(office.core);
  expect(openDatabase(databasePath(office.core), oldDataKey)).toBeNull();
  office.clock.advance(61_000);
  expect((await enter('city')).keys.vault).toBe(
    keyring.staff.find((entry) => entry.signInName === 'city')?.vaults.at(-1)?.of,
  );
});

it('asks for a colleague of the same employer to take somebody out of its vault', async () => {
  expect(
    await reasonOf(() =>
      deactivateStaff(office.core, office.who.admin, {
        requestId: randomUUID(),
        id: office.who.partner.staffId,
        revision: 1,
      }),
    ),
  ).toBe('colleague-must-do-it');
  expect(
    await reasonOf(() =>
      deactivateStaff(office.core, office.who.lead, {
        requestId: randomUUID(),
        id: office.who.lead.staffId,
        revision: 1,
      }),
    ),
  ).toBe('oneself');
});

it('gives a deputy the keys of entrusted notes, and takes them back', async () => {
  await nameDeputy(office.core, office.who.city, {
    requestId: randomUUID(),
    deputyId: office.who.cityColleague.staffId,
  });
  expect((await enter('cityColleague')).keys.readers.has(office.who.city.keys.personal)).toBe(true);
  expect(
    await reasonOf(() =>
      nameDeputy(office.core, office.who.city, { requestId: randomUUID(), deputyId: office.who.partner.staffId }),
    ),
  ).toBe('NOT_FOUND');
  await nameDeputy(office.core, office.who.city, { requestId: randomUUID(), deputyId: null });
  expect((await enter('cityColleague')).keys.readers.has(office.who.city.keys.personal)).toBe(false);
});

it('keeps every key over a change of passphrase', async () => {
  const personal = office.who.city.keys.personal;
  expect(
    await reasonOf(() =>
      changePassphrase(office.core, office.who.city, {
        requestId: randomUUID(),
        current: 'not this one',
        next: 'another passphrase',
      }),
    ),
  ).toBe('sign-in-failed');
  office.clock.advance(61_000);
  expect(
    await reasonOf(() =>
      changePassphrase(office.core, office.who.city, {
        requestId: randomUUID(),
        current: testPassphrase('city'),
        next: testPassphrase('city'),
      }),
    ),
  ).toBe('passphrase-used-before');
  await changePassphrase(office.core, office.who.city, {
    requestId: randomUUID(),
    current: testPassphrase('city'),
    next: 'another passphrase',
  });
  const session = await enter('city', 'another passphrase');
  expect([session.keys.personal, session.keys.vault]).toEqual([personal, office.who.city.keys.vault]);
});

it('opens with an employer’s own recovery sheet only, and gives back no entrusted notes', async () => {
  const { city } = office.who;
  const reset = (recoverySheet: string) =>
    resetPassphrase(office.core, { recoverySheet, name: 'city', passphrase: 'after the recovery' });
  expect(await reasonOf(() => reset(office.sheets.partner))).toBe('recovery-failed');
  office.clock.advance(61_000);
  await reset(office.sheets.city.toLowerCase().replace(/(.{5})/g, '$1 '));
  const session = await enter('city', 'after the recovery');
  expect(session.keys.vault).toBe(city.keys.vault);
  expect(session.keys.readers.has(city.keys.personal)).toBe(false);
});

it.each([
  ['a slip of the pen', (sheet: string) => `${sheet.slice(0, 40)}${sheet[40] === 'Q' ? 'P' : 'Q'}${sheet.slice(41)}`],
  ['nothing', () => ''],
  ['another text', () => 'AGE-SECRET-KEY-NONE'],
  ['a key of another sort', () => 'AGE-SECRET-KEY-PQ-1QQQQ'],
])('reads the same and pauses for a recovery sheet that is: %s', async (_, spoilt) => {
  const reset = resetPassphrase(office.core, {
    recoverySheet: spoilt(office.sheets.city),
    name: 'city',
    passphrase: 'after the recovery',
  });
  await expect(reset).rejects.toMatchObject({ detail: { reason: 'recovery-failed', retryAfterSeconds: 1 } });
});
