import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changeNote } from '../consultations/notes/change-note.ts';
import { listNotes } from '../consultations/notes/list-notes.ts';
import { writeNote } from '../consultations/notes/write-note.ts';
import { type Core, createCore, openDatabaseOf, writeAndPublish } from '../core.ts';
import { openDatabase } from '../database/open-database.ts';
import { closeOffice } from '../office/open-office.ts';
import { restoreSnapshot } from '../office/restore.ts';
import { listSnapshots, snapshotOf, snapshotPath } from '../office/snapshots.ts';
import { Fault } from '../rpc/faults.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import { talk } from '../testing/test-talk.ts';
import { readKeyring } from './keyring.ts';
import { addStaff } from './manage-staff.ts';
import { resetPassphrase } from './passphrases.ts';
import type { LeavingMoment } from './rekey-files.ts';
import { deactivateStaff } from './renew-keys.ts';
import type { Connection, Session } from './session.ts';
import { endSession, signIn } from './sign-in.ts';
import { getStaff } from './staff.ts';

/** An office out of which `cityColleague` was being taken when the power went, once for each moment. */
let office: TestOffice;
let contactId: string;
let presentKey: Uint8Array;
const images = new Map<LeavingMoment, string>();
const folders = new Set<string>();

function copyOf(dataFolder: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-image-'));
  folders.add(folder);
  cpSync(dataFolder, folder, { recursive: true });
  return folder;
}

async function openOfficeWithNotes(): Promise<void> {
  office = await createTestOffice();
  const { city } = office.who;
  contactId = talk(office, city).contactId;
  for (const level of ['V2', 'V3'] as const) {
    office.write(city, 'consultations.writeNote', (tx) =>
      writeNote(tx, { contactId, level, text: `at ${level}` }, city),
    );
  }
  presentKey = office.core.dataKey?.slice() ?? new Uint8Array();
  snapshotOf(office.core, openDatabaseOf(office.core).raw);
}

function removeAll(): void {
  office.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

function leave() {
  const { lead, cityColleague } = office.who;
  return deactivateStaff(
    office.core,
    lead,
    { requestId: randomUUID(), id: cityColleague.staffId, revision: 1 },
    (moment) => {
      // What lies on the disk when the power goes: the write-ahead log is not emptied.
      images.set(moment, copyOf(office.ports.dataFolder));
    },
  );
}

function started(moment: LeavingMoment): Core {
  const folder = images.get(moment);
  if (!folder) throw new Error('The leaving came so far');
  return createCore({ ...office.ports, dataFolder: copyOf(folder) });
}

async function enter(core: Core, name: string, passphrase = testPassphrase(name)): Promise<Session> {
  const connection: Connection = { kind: 'desk', session: null };
  core.connections.add(connection);
  await signIn(core, connection, { name, passphrase, desk: 1 });
  if (!connection.session) throw new Error('Signed in');
  return connection.session;
}

const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => (error instanceof Fault ? (error.detail?.reason ?? error.code) : error),
  );
const textsOf = (core: Core, who: Session) =>
  listNotes(openDatabaseOf(core), who, { contactId }).map(({ text }) => text);

function close(core: Core): void {
  for (const connection of core.connections) endSession(core, connection);
  core.connections.clear();
  closeOffice(core);
}

describe('an interrupted leaving', () => {
  beforeAll(async () => {
    await openOfficeWithNotes();
    await leave();
  });
  afterAll(removeAll);

  describe.each(['keyring-holds-both', 'left', 'database-rekeyed', 'copies-rekeyed'] as const)(
    'after an end of the program at: %s',
    (moment) => {
      it('opens with every note, and the leaving is either through or has not begun', async () => {
        const core = started(moment);
        const city = await enter(core, 'city');
        expect(textsOf(core, city)).toEqual(['at V2', 'at V3']);
        const through = !getStaff(openDatabaseOf(core), office.who.cityColleague.staffId).active;
        expect(through).toBe(moment !== 'keyring-holds-both');
        const keyring = readKeyring(core.ports.dataFolder);
        expect(keyring?.leaving).toBeNull();
        expect(keyring?.staff.some(({ staffId }) => staffId === office.who.cityColleague.staffId)).toBe(!through);
        expect(keyring?.staff.every((entry) => entry.nextDataKey === null && entry.nextVault === null)).toBe(true);
        const generation = keyring?.employers.find(({ employerId }) => employerId === city.employerId)?.vaultGeneration;
        expect([generation, city.keys.vault]).toEqual([through ? 2 : 1, `vault:${city.employerId}:${through ? 2 : 1}`]);
        if (through) {
          close(core);
          expect(openDatabase(join(core.ports.dataFolder, 'office.db'), presentKey)).toBeNull();
          const copy = snapshotPath(core, listSnapshots(core)[0]?.name ?? '') ?? '';
          expect(openDatabase(copy, presentKey)).toBeNull();
          expect(await refused(enter(core, 'cityColleague'))).toBe('sign-in-failed');
        } else {
          expect(await refused(enter(core, 'cityColleague'))).toBeNull();
        }
        close(core);
      });

      it('lets the recovery sheet in, with all that it opened before', async () => {
        const core = started(moment);
        await resetPassphrase(core, {
          recoverySheet: office.sheets.city,
          name: 'city',
          passphrase: 'after the recovery',
        });
        const city = await enter(core, 'city', 'after the recovery');
        expect(textsOf(core, city)).toEqual(['at V2']);
        expect(textsOf(core, await enter(core, 'lead'))).toEqual(['at V2']);
        close(core);
        await resetPassphrase(core, {
          recoverySheet: office.sheets.partner,
          name: 'partner',
          passphrase: 'after the recovery',
        });
        expect((await enter(core, 'partner', 'after the recovery')).keys.vault).toBe(office.who.partner.keys.vault);
        close(core);
      });

      it('restores the copy that was taken before, with its notes', async () => {
        const core = started(moment);
        await restoreSnapshot(core, {
          snapshot: listSnapshots(core)[0]?.name ?? '',
          name: 'city',
          passphrase: testPassphrase('city'),
        });
        const city = await enter(core, 'city');
        expect(textsOf(core, city)).toEqual(['at V2', 'at V3']);
        close(core);
      });

      it('lets the next one leave', async () => {
        const core = started(moment);
        const lead = await enter(core, 'lead');
        const city = await enter(core, 'city');
        const next = moment === 'keyring-holds-both' ? office.who.cityColleague : office.who.admin;
        if (next === office.who.admin) {
          // Another administrator, so that this one may go.
          writeAndPublish(core, { staffId: null, procedure: 'test' }, (tx) =>
            tx
              .statement(`UPDATE staff SET roles = '["counsellor","lead","administrator"]' WHERE id = ?`)
              .run(lead.staffId),
          );
        }
        await deactivateStaff(core, lead, { requestId: randomUUID(), id: next.staffId, revision: 1 });
        expect(textsOf(core, city)).toEqual(['at V2', 'at V3']);
        close(core);
        expect(textsOf(core, await enter(core, 'city'))).toEqual(['at V2', 'at V3']);
        close(core);
      });
    },
  );
});

describe('a leaving', () => {
  beforeEach(openOfficeWithNotes);
  afterEach(removeAll);

  it('keeps somebody in when the database refuses the leaving, with the keyring as it was', async () => {
    const before = readKeyring(office.ports.dataFolder);
    office.core.database?.raw.exec(
      "CREATE TEMP TRIGGER refuse BEFORE UPDATE OF active ON staff BEGIN SELECT RAISE(ABORT, 'disk'); END",
    );
    await expect(leave()).rejects.toThrow('disk');
    expect(readKeyring(office.ports.dataFolder)).toEqual(before);
    office.core.database?.raw.exec('DROP TRIGGER refuse');
    await leave();
    expect(getStaff(office.db, office.who.cityColleague.staffId).active).toBe(false);
  });

  it('lets somebody leave though a local copy is damaged', async () => {
    const folder = join(office.ports.dataFolder, 'snapshots');
    const path = join(folder, readdirSync(folder)[0] ?? '');
    const damaged = readFileSync(path);
    damaged[9000] = (damaged[9000] ?? 0) ^ 1;
    writeFileSync(path, damaged);
    await leave();
    expect(readKeyring(office.ports.dataFolder)?.leaving).toBeNull();
    close(office.core);
    expect(textsOf(office.core, await enter(office.core, 'city'))).toEqual(['at V2', 'at V3']);
  });

  it('keeps the notes of a restored copy through the next renewal', async () => {
    const taken = listSnapshots(office.core)[0]?.name ?? '';
    await leave();
    close(office.core);
    await restoreSnapshot(office.core, { snapshot: taken, name: 'city', passphrase: testPassphrase('city') });
    const city = await enter(office.core, 'city');
    const lead = await enter(office.core, 'lead');
    expect(textsOf(office.core, city)).toEqual(['at V2', 'at V3']);
    const [note] = listNotes(office.db, city, { contactId });
    office.write(city, 'consultations.changeNote', (tx) =>
      changeNote(tx, { id: note?.id ?? '', revision: 1, level: 'V2', text: 'again at V2' }, city),
    );
    // Who left after the copy was made does not come back with it.
    expect(getStaff(office.db, office.who.cityColleague.staffId).active).toBe(false);
    await addStaff(office.core, lead, {
      requestId: randomUUID(),
      displayName: 'Gül Neu',
      signInName: 'guel',
      employerId: lead.employerId,
      roles: ['counsellor'],
      languages: [],
      basicLanguages: [],
      readsLanguages: [],
      passphrase: 'a long new passphrase',
    });
    const guel = await enter(office.core, 'guel', 'a long new passphrase');
    expect(textsOf(office.core, guel)).toEqual(['again at V2']);
    await deactivateStaff(office.core, lead, { requestId: randomUUID(), id: guel.staffId, revision: 1 });
    expect(textsOf(office.core, lead)).toEqual(['again at V2']);
    expect(textsOf(office.core, city)).toEqual(['again at V2', 'at V3']);
  });
});
