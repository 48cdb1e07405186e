import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NoteLevel } from '../../../shared/consultations/consultations.contract.ts';
import { deactivateStaff } from '../access/renew-keys.ts';
import type { Connection, Session } from '../access/session.ts';
import { signIn } from '../access/sign-in.ts';
import { changeContact } from '../consultations/change-contact.ts';
import { getContact } from '../consultations/contact-row.ts';
import { changeNote } from '../consultations/notes/change-note.ts';
import { listNotes, noteVersions } from '../consultations/notes/list-notes.ts';
import { fileOwnNotes } from '../consultations/notes/note-about.ts';
import { writeNote } from '../consultations/notes/write-note.ts';
import { restoreSnapshot } from '../office/restore.ts';
import { listSnapshots, snapshotOf } from '../office/snapshots.ts';
import { timelineOf } from '../people/timeline.ts';
import { createTestOffice, type TestOffice, testPassphrase } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { RELEASE_TERMS, release, withdraw } from '../testing/test-releases.ts';
import { talk } from '../testing/test-talk.ts';
import { endExpiredReleases } from './end-release.ts';
import { giveRelease } from './give-release.ts';
import { confirmTalks } from './held-talks.ts';
import { listReleases } from './release-row.ts';

let office: TestOffice;
let personId: string;
let contactId: string;
beforeEach(async () => {
  office = await createTestOffice();
  personId = newPerson(office);
  ({ contactId } = talk(office, office.who.city, { personId }));
});
afterEach(() => office.close());

const write = (who: Session, level: NoteLevel, text: string, on = contactId) =>
  office.write(who, 'consultations.writeNote', (tx) => writeNote(tx, { contactId: on, level, text }, who));
const change = (who: Session, id: string, revision: number, level: NoteLevel, text: string) =>
  office.write(who, 'consultations.changeNote', (tx) => changeNote(tx, { id, revision, level, text }, who));
const seenBy = (who: Session) => listNotes(office.db, who, { personId }).map((note) => note.text);
const rowsUnderReleases = () =>
  office.db.statement("SELECT count(*) FROM note_key WHERE reader GLOB 'release:*'").pluck().get();
const heldReleases = (who: Session) => [...who.keys.readers.keys()].filter((reader) => reader.startsWith('release:'));
const rule = (reason: string) => expect.objectContaining({ code: 'RULE', detail: { reason } });

async function enter(name: keyof TestOffice['who']): Promise<Session> {
  const connection: Connection = { kind: 'desk', session: null };
  office.core.connections.add(connection);
  await signIn(office.core, connection, { name, passphrase: testPassphrase(name), desk: 6 });
  if (!connection.session) throw new Error('Signed in');
  return connection.session;
}

describe('an active release', () => {
  it('opens what was written before and after it to the other employer, at V2 only, and in one direction', async () => {
    write(office.who.city, 'V2', 'vorher');
    write(office.who.city, 'V3', 'anvertraut');
    write(office.who.partner, 'V2', 'Verband');
    expect(seenBy(office.who.partner)).toEqual(['Verband']);
    await release(office, office.who.city, personId);
    write(office.who.cityColleague, 'V2', 'nachher');
    expect(seenBy(office.who.partner)).toEqual(['vorher', 'Verband', 'nachher']);
    expect(seenBy(office.who.city)).toEqual(['vorher', 'anvertraut', 'nachher']);
    expect(seenBy(office.who.lead)).toEqual(['vorher', 'nachher']);
    expect(seenBy(office.who.admin)).toEqual([]);
  });

  it('opens it for who signs in later, and a second time without the slow key', async () => {
    write(office.who.city, 'V2', 'vorher');
    await release(office, office.who.city, personId);
    const first = await enter('partner');
    expect(seenBy(first)).toEqual(['vorher']);
    const kinds = office.db.statement('SELECT DISTINCT hex(substr(wrapped, 1, 1)) FROM release_key').pluck().all();
    expect(kinds).toEqual(['01']);
    expect(seenBy(await enter('partner'))).toEqual(['vorher']);
    expect(heldReleases(await enter('admin'))).toEqual([]);
  });

  it('covers nobody else', async () => {
    const other = newPerson(office, { givenName: 'Berat' });
    const { contactId: theirs } = talk(office, office.who.city, { personId: other });
    write(office.who.city, 'V2', 'fremd', theirs);
    await release(office, office.who.city, personId);
    write(office.who.city, 'V2', 'fremd danach', theirs);
    expect(listNotes(office.db, office.who.partner, { personId: other })).toEqual([]);
    expect(rowsUnderReleases()).toBe(0);
  });

  it('follows a note that is raised to the author alone, and one that is lowered again', async () => {
    const note = write(office.who.city, 'V2', 'eins');
    await release(office, office.who.city, personId);
    change(office.who.city, note.id, 1, 'V3', 'zwei');
    expect(seenBy(office.who.partner)).toEqual([]);
    expect(rowsUnderReleases()).toBe(0);
    change(office.who.city, note.id, 2, 'V2', 'drei');
    expect(seenBy(office.who.partner)).toEqual(['drei']);
    expect(noteVersions(office.db, office.who.partner, note.id)).toMatchObject([{ version: 1, text: 'drei' }]);
  });

  it('for some topics keeps a talk closed that is about something else as well', async () => {
    await release(office, office.who.city, personId, { scope: 'topics', topics: ['kita'] });
    write(office.who.city, 'V2', 'Kita');
    const topics = (...ids: string[]) =>
      office.write(office.who.city, 'consultations.change', (tx) => {
        const { revision } = getContact(tx, contactId);
        const of = ids.map((topic) => ({ topic, result: null }));
        changeContact(tx, { contactId, revision, topics: of });
        fileOwnNotes(tx, contactId, office.who.city);
      });
    topics('kita');
    expect(seenBy(office.who.partner)).toEqual(['Kita']);
    topics('kita', 'school');
    expect(seenBy(office.who.partner)).toEqual([]);
    expect(rowsUnderReleases()).toBe(0);
    topics('kita');
    expect(seenBy(office.who.partner)).toEqual(['Kita']);
    topics();
    expect(seenBy(office.who.partner)).toEqual([]);
  });

  it('does not follow a talk to another person', async () => {
    await release(office, office.who.city, personId);
    write(office.who.city, 'V2', 'verwechselt');
    const other = newPerson(office, { givenName: 'Berat' });
    office.write(office.who.partner, 'consultations.change', (tx) =>
      changeContact(tx, { contactId, revision: getContact(tx, contactId).revision, personId: other }),
    );
    expect(listNotes(office.db, office.who.partner, { contactId })).toEqual([]);
    expect(rowsUnderReleases()).toBe(0);
    office.write(office.who.partner, 'consultations.change', (tx) =>
      changeContact(tx, { contactId, revision: getContact(tx, contactId).revision, personId }),
    );
    // Brought back by the other employer: it stays closed until one of us says that it belongs there.
    await enter('cityColleague');
    expect(seenBy(office.who.partner)).toEqual([]);
    office.write(office.who.cityColleague, 'releases.confirm', (tx) =>
      confirmTalks(tx, { personId, contactIds: [contactId] }, office.who.cityColleague),
    );
    expect(seenBy(office.who.partner)).toEqual(['verwechselt']);
  });

  it('is decided by the rule and by the keys, each alone', async () => {
    write(office.who.city, 'V2', 'nur Stadt');
    const id = await release(office, office.who.city, personId);
    const { partner } = office.who;
    const without = new Map([...partner.keys.readers].filter(([reader]) => !reader.startsWith('release:')));
    expect(seenBy({ ...partner, keys: { ...partner.keys, readers: without } })).toEqual([]);
    // The keys are there, the rule is not: as if a withdrawal had left them.
    office.core.database?.raw
      .prepare('UPDATE release SET withdrawn_at = ? WHERE id = ?')
      .run('2026-11-23T09:00:00.000Z', id);
    expect(rowsUnderReleases()).toBe(1);
    expect(seenBy(partner)).toEqual([]);
    expect(seenBy(office.who.city)).toEqual(['nur Stadt']);
  });
});

describe('the end of a release', () => {
  it.each(['city', 'partner', 'lead'] as const)('is at once, whoever records it: %s', async (name) => {
    const note = write(office.who.city, 'V2', 'vorher');
    const id = await release(office, office.who.city, personId);
    withdraw(office, office.who[name], id);
    expect(seenBy(office.who.partner)).toEqual([]);
    expect(() => noteVersions(office.db, office.who.partner, note.id)).toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
    expect(timelineOf(office.db, personId, office.who.partner).filter(({ kind }) => kind === 'note')).toEqual([]);
    expect(rowsUnderReleases()).toBe(0);
    expect(office.db.statement('SELECT count(*) FROM release_key').pluck().get()).toBe(0);
    for (const who of Object.values(office.who)) expect(heldReleases(who)).toEqual([]);
    write(office.who.city, 'V2', 'nachher');
    expect(seenBy(office.who.partner)).toEqual([]);
    expect(seenBy(await enter('partner'))).toEqual([]);
    expect(() => withdraw(office, office.who[name], id)).toThrow(rule('release-ended'));
  });

  it('leaves open what another release still opens', async () => {
    write(office.who.city, 'V2', 'vorher');
    const id = await release(office, office.who.city, personId);
    await release(office, office.who.city, personId);
    withdraw(office, office.who.city, id);
    expect(seenBy(office.who.partner)).toEqual(['vorher']);
  });

  it('comes with the last day, without anybody doing anything, and is cleared away', async () => {
    write(office.who.city, 'V2', 'vorher');
    await release(office, office.who.city, personId, { validUntil: '2026-11-24' });
    office.clock.moveTo('2026-11-24T22:59:59.000Z');
    expect(seenBy(office.who.partner)).toEqual(['vorher']);
    office.clock.moveTo('2026-11-24T23:00:00.000Z');
    expect(seenBy(office.who.partner)).toEqual([]);
    endExpiredReleases(office.core);
    expect(rowsUnderReleases()).toBe(0);
    expect(heldReleases(office.who.partner)).toEqual([]);
    expect(listReleases(office.db, personId, office.who.city.today())).toMatchObject([{ state: 'expired' }]);
  });

  it('is not undone by an older copy of the database', async () => {
    write(office.who.city, 'V2', 'vorher');
    const withdrawn = await release(office, office.who.city, personId);
    const other = newPerson(office, { givenName: 'Berat' });
    const { contactId: theirs } = talk(office, office.who.city, { personId: other });
    write(office.who.city, 'V2', 'gilt weiter', theirs);
    await release(office, office.who.city, other);
    if (office.core.database) snapshotOf(office.core, office.core.database.raw);
    withdraw(office, office.who.partner, withdrawn);
    const [snapshot] = listSnapshots(office.core);
    for (const connection of office.core.connections)
      if (connection.session && connection.session.signInName !== 'city') connection.session = null;
    await restoreSnapshot(office.core, {
      snapshot: snapshot?.name ?? '',
      name: 'city',
      passphrase: testPassphrase('city'),
    });
    const partner = await enter('partner');
    expect(seenBy(partner)).toEqual([]);
    expect(listReleases(office.db, personId, partner.today())).toMatchObject([
      { state: 'withdrawn', withdrawnBy: 'Cem Blau' },
    ]);
    expect(listNotes(office.db, partner, { personId: other }).map((note) => note.text)).toEqual(['gilt weiter']);
  });
});

describe('when somebody leaves', () => {
  it('releases in both directions go on under new keys, and what the leaver kept opens nothing', async () => {
    write(office.who.city, 'V2', 'vorher');
    await release(office, office.who.city, personId);
    write(office.who.partner, 'V2', 'Verband vorher');
    await release(office, office.who.partner, personId);
    const leaver = office.who.cityColleague;
    const kept = new Set<unknown>(leaver.keys.readers.keys());
    await deactivateStaff(office.core, office.who.lead, { requestId: randomUUID(), id: leaver.staffId, revision: 1 });
    write(office.who.city, 'V2', 'nachher');
    for (const who of [office.who.partner, await enter('partner'), office.who.city, await enter('city')])
      expect(seenBy(who)).toEqual(['vorher', 'Verband vorher', 'nachher']);
    const readers = office.db.statement('SELECT DISTINCT reader FROM note_key').pluck().all();
    expect(
      readers.filter((reader) => kept.has(reader) && !String(reader).includes(office.who.partner.employerId)),
    ).toEqual([]);
    expect(heldReleases(office.who.city)).toHaveLength(2);
    expect(heldReleases(office.who.partner).every((reader) => reader.endsWith(':2'))).toBe(true);
  });
});

describe('recording a release', () => {
  it('needs a purpose, topics where it is about topics, and an end that is neither over nor too far', async () => {
    const give = (terms: object) => release(office, office.who.city, personId, terms);
    await expect(give({ scope: 'topics' })).rejects.toEqual(rule('release-without-topic'));
    await expect(give({ validUntil: '2026-11-22' })).rejects.toEqual(rule('release-over'));
    await expect(give({ validUntil: '2028-11-23' })).rejects.toEqual(rule('release-too-long'));
    await expect(give({ givenOn: '2026-11-24' })).rejects.toEqual(rule('release-in-the-future'));
    // The table refuses what the contract would not let through.
    await expect(give({ purposes: [] })).rejects.toThrow('CHECK');
    expect(listReleases(office.db, personId, '2026-11-23')).toEqual([]);
  });

  it('is done once for one request, and not by somebody without the vault', async () => {
    const input = { ...RELEASE_TERMS, requestId: randomUUID(), personId };
    const first = await giveRelease(office.core, office.who.city, input);
    expect(await giveRelease(office.core, office.who.city, input)).toEqual(first);
    const outside: Session = { ...office.who.city, keys: { ...office.who.city.keys, vault: null } };
    await expect(release(office, outside, personId)).rejects.toEqual(rule('no-vault'));
    await expect(release(office, office.who.city, randomUUID())).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
