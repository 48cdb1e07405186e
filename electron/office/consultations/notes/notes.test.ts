import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NoteLevel } from '../../../../shared/consultations/consultations.contract.ts';
import { NOTE_LEVELS, NoteView } from '../../../../shared/consultations/consultations.contract.ts';
import { personReader } from '../../access/grants.ts';
import type { Session } from '../../access/session.ts';
import { type Reader, unwrapNoteKey, wrapNoteKey } from '../../access/session-keys.ts';
import { timelineOf } from '../../people/timeline.ts';
import { createTestOffice, type TestOffice } from '../../testing/test-office.ts';
import { newPerson } from '../../testing/test-people.ts';
import { talk } from '../../testing/test-talk.ts';
import { contactView } from '../contact-view.ts';
import { changeNote } from './change-note.ts';
import { listNotes, noteVersions } from './list-notes.ts';
import { writeNote } from './write-note.ts';

type Name = keyof TestOffice['who'];

let office: TestOffice;
let contactId: string;
let personId: string;
beforeEach(async () => {
  office = await createTestOffice();
  personId = newPerson(office);
  ({ contactId } = talk(office, office.who.city, { personId }));
});
afterEach(() => office.close());

const write = (who: Session, level: NoteLevel, text: string) =>
  office.write(who, 'consultations.writeNote', (tx) => writeNote(tx, { contactId, level, text }, who));
const change = (who: Session, id: string, revision: number, level: NoteLevel, text: string) =>
  office.write(who, 'consultations.changeNote', (tx) => changeNote(tx, { id, revision, level, text }, who));
const versions = (who: Session, id: string) => noteVersions(office.db, who, id).map((version) => version.text);
const rule = (reason: string) => expect.objectContaining({ code: 'RULE', detail: { reason } });
const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' });

/** The texts that somebody gets by every way there is; the ways must agree. */
function seenBy(who: Session): string[] {
  const byContact = listNotes(office.db, who, { contactId });
  for (const note of byContact) NoteView.parse(note);
  expect(listNotes(office.db, who, { personId })).toEqual(byContact);
  expect(contactView(office.db, contactId, who).notes).toEqual(byContact);
  const onTimeline = timelineOf(office.db, personId, who).filter((entry) => entry.kind === 'note');
  expect(onTimeline.map((entry) => entry.text).sort()).toEqual(byContact.map((note) => note.text).sort());
  return byContact.map((note) => note.text);
}

describe('who may read a note', () => {
  const READERS: Readonly<Record<NoteLevel, readonly Name[]>> = {
    V1: ['city', 'cityColleague', 'partner', 'lead'],
    V2: ['city', 'cityColleague', 'lead'],
    V3: ['city'],
  };

  for (const level of NOTE_LEVELS) {
    it(`${level}: ${READERS[level].join(', ')}; for nobody else is it there`, () => {
      const { id } = write(office.who.city, level, `Text ${level}`);
      for (const name of Object.keys(office.who) as Name[]) {
        const who = office.who[name];
        if (READERS[level].includes(name)) {
          expect([name, ...seenBy(who)]).toEqual([name, `Text ${level}`]);
          expect([name, ...versions(who, id)]).toEqual([name, `Text ${level}`]);
        } else {
          expect([name, ...seenBy(who)]).toEqual([name]);
          expect(() => versions(who, id)).toThrow(NOT_FOUND);
          // Not even the difference between "not yours" and "not there".
          expect(() => change(who, id, 1, 'V1', 'fremd')).toThrow(NOT_FOUND);
        }
      }
    });
  }

  it('is decided by the keys too: the rule of the query alone opens nothing', () => {
    write(office.who.partner, 'V2', 'nur Verband');
    // Somebody who passes for the other employer's, without its vault.
    const disguised: Session = { ...office.who.city, employerId: office.who.partner.employerId };
    expect(listNotes(office.db, disguised, { contactId })).toEqual([]);
    // The administrator alone, with the right and the employer, but never let into the vault.
    const promoted: Session = {
      ...office.who.admin,
      rights: office.who.city.rights,
      employerId: office.who.partner.employerId,
    };
    expect(listNotes(office.db, promoted, { contactId })).toEqual([]);
  });

  it('is decided by the rule too: a key alone opens nothing', () => {
    write(office.who.partner, 'V2', 'nur Verband');
    const vault = [...office.who.partner.keys.readers].filter(([reader]) => reader.startsWith('vault:'));
    const keys = { ...office.who.city.keys, readers: new Map([...office.who.city.keys.readers, ...vault]) };
    expect(listNotes(office.db, { ...office.who.city, keys }, { contactId })).toEqual([]);
    const rights = new Set([...office.who.partner.rights].filter((right) => right !== 'consultations.write'));
    expect(listNotes(office.db, { ...office.who.partner, rights }, { contactId })).toEqual([]);
  });

  it('keeps a V3 note from the vault, even if its key were wrapped for it by mistake', () => {
    const { id } = write(office.who.city, 'V3', 'anvertraut');
    const { keys } = office.who.city;
    const row = office.db.statement('SELECT reader, wrapped FROM note_key WHERE note_id = ?').get(id);
    const noteKey = unwrapNoteKey(id, [row as { reader: string; wrapped: Uint8Array }], keys);
    if (!noteKey || !keys.vault) throw new Error('The author opens their own note');
    const wrapped = wrapNoteKey(noteKey, id, keys.vault, keys);
    office.core.database?.raw
      .prepare('INSERT INTO note_key (note_id, reader, wrapped) VALUES (?, ?, ?)')
      .run(id, keys.vault, wrapped);
    expect(seenBy(office.who.cityColleague)).toEqual([]);
    expect(seenBy(office.who.city)).toEqual(['anvertraut']);
  });

  it('opens for a deputy who holds the personal key of the author', () => {
    write(office.who.city, 'V3', 'anvertraut');
    const deputised = office.who.city.keys.readers.get(office.who.city.keys.personal);
    if (!deputised) throw new Error('A session holds its own key');
    const readers = new Map([
      ...office.who.cityColleague.keys.readers,
      [personReader(office.who.city.staffId, 1), deputised] as [Reader, typeof deputised],
    ]);
    const deputy: Session = { ...office.who.cityColleague, keys: { ...office.who.cityColleague.keys, readers } };
    expect(seenBy(deputy)).toEqual(['anvertraut']);
    // A deputy reads; the author writes.
    const [note] = listNotes(office.db, deputy, { contactId });
    expect(() => change(deputy, note?.id ?? '', 1, 'V3', 'fremd')).toThrow(rule('not-the-author'));
  });

  it('keeps notes of different levels on one contact apart', () => {
    write(office.who.city, 'V1', 'beide');
    write(office.who.city, 'V2', 'Stadt');
    write(office.who.city, 'V3', 'Anna');
    write(office.who.partner, 'V2', 'Verband');
    write(office.who.partner, 'V3', 'Cem');
    expect(seenBy(office.who.city)).toEqual(['beide', 'Stadt', 'Anna']);
    expect(seenBy(office.who.cityColleague)).toEqual(['beide', 'Stadt']);
    expect(seenBy(office.who.partner)).toEqual(['beide', 'Verband', 'Cem']);
    expect(seenBy(office.who.admin)).toEqual([]);
  });
});

it('refuses V2 of somebody whom nobody has let into the vault yet, and stores nothing', () => {
  const outside: Session = { ...office.who.city, keys: { ...office.who.city.keys, vault: null } };
  expect(() => write(outside, 'V2', 'nur Stadt')).toThrow(rule('no-vault'));
  expect(office.db.statement('SELECT count(*) FROM note').pluck(true).get()).toBe(0);
  const { id } = write(outside, 'V1', 'beide');
  expect(() => change(outside, id, 1, 'V2', 'nur Stadt')).toThrow(rule('no-vault'));
  expect(seenBy(office.who.partner)).toEqual(['beide']);
});

it('keeps texts out of the journal', () => {
  const { id } = write(office.who.city, 'V1', 'KANARIE');
  change(office.who.city, id, 1, 'V3', 'KANARIE zwei');
  const journal = office.db.statement('SELECT * FROM journal JOIN journal_entry USING (sequence)').all();
  expect(journal.length).toBeGreaterThan(3);
  expect(JSON.stringify(journal)).not.toContain('KANARIE');
});

it('does not open what somebody moved to another note or version', () => {
  const first = write(office.who.city, 'V2', 'eins');
  write(office.who.city, 'V2', 'zwei');
  change(office.who.city, first.id, 1, 'V2', 'eins neu');
  const { raw } = office.core.database ?? {};
  raw?.exec('DROP TRIGGER note_version_only_rises');
  raw
    ?.prepare(
      'UPDATE note_version SET sealed = (SELECT sealed FROM note_version WHERE note_id = ? AND version = 1) WHERE note_id = ? AND version = 2',
    )
    .run(first.id, first.id);
  expect(seenBy(office.who.city)).toEqual(['zwei']);
});
