import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTE_LEVELS, type NoteLevel } from '../../../../shared/consultations/consultations.contract.ts';
import { followStaff } from '../../access/live-sessions.ts';
import type { Session } from '../../access/session.ts';
import { endSession } from '../../access/sign-in.ts';
import { getStaff } from '../../access/staff.ts';
import { openDatabaseOf } from '../../core.ts';
import { noteHits } from '../../search/note-hits.ts';
import { createTestOffice, type TestOffice } from '../../testing/test-office.ts';
import { newPerson } from '../../testing/test-people.ts';
import { release, withdraw } from '../../testing/test-releases.ts';
import { talk } from '../../testing/test-talk.ts';
import { changeNote } from './change-note.ts';
import { findNotes, type NoteQuestion } from './find-notes.ts';
import { addMissingNoteWords } from './note-words.ts';
import { sessionIndex } from './session-index.ts';
import { writeNote } from './write-note.ts';

type Name = keyof TestOffice['who'];

let office: TestOffice;
let contactId: string;
beforeEach(async () => {
  office = await createTestOffice();
  ({ contactId } = talk(office, office.who.city, {}));
});
afterEach(() => office.close());

const write = (who: Session, level: NoteLevel, text: string, on = contactId) =>
  office.write(who, 'consultations.writeNote', (tx) => writeNote(tx, { contactId: on, level, text }, who));
const change = (who: Session, note: { id: string; revision: number }, level: NoteLevel, text: string) =>
  office.write(who, 'consultations.changeNote', (tx) => changeNote(tx, { ...note, level, text }, who));
const search = (who: Session, words: string, more: Partial<NoteQuestion> = {}) =>
  findNotes(office.db, who, sessionIndex(office.core, who)?.index ?? null, {
    words,
    topic: null,
    from: null,
    to: null,
    employer: null,
    level: null,
    ...more,
  });
const found = (who: Session, words: string, more: Partial<NoteQuestion> = {}) =>
  search(who, words, more).found.map(({ note }) => note.newest.text);
const whoFinds = (words: string) =>
  (Object.keys(office.who) as Name[]).filter((name) => found(office.who[name], words).length > 0);
/** Begins everybody's index, as their sign-in does, and waits until it is built. */
async function built(): Promise<void> {
  const reaches = () => Object.values(office.who).map((who) => sessionIndex(office.core, who)?.reach ?? 'all');
  while (reaches().some((reach) => reach !== 'all')) await new Promise((done) => setTimeout(done, 5));
}
const raw = () => openDatabaseOf(office.core).raw;

describe('who finds a note', () => {
  const READERS: Readonly<Record<NoteLevel, readonly Name[]>> = {
    V1: ['city', 'cityColleague', 'partner', 'lead'],
    V2: ['city', 'cityColleague', 'lead'],
    V3: ['city'],
  };

  for (const level of NOTE_LEVELS) {
    it(`${level}: ${READERS[level].join(', ')}, whether it was there at sign-in or is written later`, async () => {
      write(office.who.city, level, 'vorher geschrieben');
      await built();
      expect(whoFinds('vorher')).toEqual(READERS[level]);
      write(office.who.city, level, 'nachher geschrieben');
      expect(whoFinds('nachher')).toEqual(READERS[level]);
    });
  }

  it('nobody else is told that there is more', async () => {
    await built();
    for (let count = 0; count < 25; count += 1) write(office.who.city, 'V2', 'gemeinsam');
    write(office.who.partner, 'V1', 'gemeinsam');
    expect(search(office.who.partner, 'gemeinsam')).toMatchObject({ found: { length: 1 }, more: false });
    expect(search(office.who.city, 'gemeinsam')).toMatchObject({ found: { length: 20 }, more: true });
  });

  it('follows a note that is raised, lowered and raised again', async () => {
    const note = write(office.who.city, 'V1', 'wanderndes Wort');
    await built();
    expect(whoFinds('wanderndes')).toEqual(READERS.V1);
    const raised = change(office.who.city, note, 'V3', 'wanderndes Wort');
    expect(whoFinds('wanderndes')).toEqual(READERS.V3);
    const lowered = change(office.who.city, { ...note, ...raised }, 'V2', 'wanderndes Wort');
    expect(whoFinds('wanderndes')).toEqual(READERS.V2);
    change(office.who.city, { ...note, ...lowered }, 'V1', 'wanderndes Wort, offen');
    expect(whoFinds('wanderndes')).toEqual(READERS.V1);
    expect(found(office.who.city, 'wanderndes')).toHaveLength(1);
  });

  it('finds what the note says now, not what it said', async () => {
    await built();
    const note = write(office.who.city, 'V2', 'früheres Wort');
    change(office.who.city, note, 'V2', 'späteres Wort');
    expect(whoFinds('früheres')).toEqual([]);
    expect(whoFinds('späteres')).toEqual(READERS.V2);
  });

  it('a release opens it to the other employer, and with its withdrawal the hit is gone at once', async () => {
    const personId = newPerson(office);
    const on = talk(office, office.who.city, { personId }).contactId;
    write(office.who.city, 'V2', 'freigegeben vorher', on);
    write(office.who.city, 'V3', 'freigegeben anvertraut', on);
    await built();
    expect(found(office.who.partner, 'freigegeben')).toEqual([]);
    const given = await release(office, office.who.city, personId);
    await built();
    write(office.who.city, 'V2', 'freigegeben nachher', on);
    await built();
    expect(found(office.who.partner, 'freigegeben')).toEqual(['freigegeben nachher', 'freigegeben vorher']);
    expect(search(office.who.partner, 'freigegeben').more).toBe(false);
    withdraw(office, office.who.city, given);
    expect(found(office.who.partner, 'freigegeben')).toEqual([]);
    await built();
    expect(found(office.who.partner, 'freigegeben')).toEqual([]);
    expect(found(office.who.cityColleague, 'freigegeben')).toHaveLength(2);
  });

  it('a note of the other employer that is shown as a hit counts as read', async () => {
    const personId = newPerson(office);
    const on = talk(office, office.who.city, { personId }).contactId;
    const { id } = write(office.who.city, 'V2', 'gelesen', on);
    await release(office, office.who.city, personId);
    await built();
    expect(office.who.partner.readings.waiting()).toEqual([]);
    noteHits(office.db, office.who.partner, search(office.who.partner, 'gelesen').found);
    expect(office.who.partner.readings.waiting()).toEqual([id]);
  });

  it('a right that is taken takes the finding along, and what was found is forgotten', async () => {
    write(office.who.lead, 'V2', 'vertraulich');
    await built();
    expect(whoFinds('vertraulich')).toContain('lead');
    const staff = getStaff(office.db, office.who.lead.staffId);
    followStaff(office.core, { ...staff, roles: ['administrator'] });
    expect(whoFinds('vertraulich')).not.toContain('lead');
    expect(sessionIndex(office.core, office.who.lead)).toBeNull();
  });

  it('who has locked finds nothing', async () => {
    write(office.who.city, 'V2', 'gesperrt');
    await built();
    const [connection] = [...office.core.connections].filter(({ session }) => session === office.who.city);
    if (!connection) throw new Error('Signed in');
    endSession(office.core, connection);
    expect(sessionIndex(office.core, office.who.city)).toBeNull();
    expect(found(office.who.city, 'gesperrt')).toEqual([]);
  });
});

describe('what is found', () => {
  it('the newest first, at most 20, sealed and open ones in one order', async () => {
    await built();
    for (let number = 0; number < 24; number += 1) {
      office.clock.advance(60_000);
      write(office.who.city, number % 3 === 0 ? 'V1' : number % 3 === 1 ? 'V2' : 'V3', `Termin ${number}`);
    }
    const { found: hits, more } = search(office.who.city, 'termin');
    expect(hits.map(({ note }) => note.newest.text)).toEqual(
      Array.from({ length: 20 }, (_, at) => `Termin ${23 - at}`),
    );
    expect(more).toBe(true);
  });

  it('with topic, period, employer and level as asked', async () => {
    await built();
    const other = talk(office, office.who.partner, { topics: ['wohnen'] }).contactId;
    write(office.who.city, 'V1', 'Antrag alt');
    office.clock.advance(3 * 86_400_000);
    write(office.who.partner, 'V1', 'Antrag neu', other);
    write(office.who.city, 'V2', 'Antrag versiegelt');
    const asked = (more: Partial<NoteQuestion>) => found(office.who.city, 'antrag', more);
    expect(asked({ level: 'V2' })).toEqual(['Antrag versiegelt']);
    expect(asked({ level: 'V1' })).toEqual(['Antrag neu', 'Antrag alt']);
    expect(asked({ employer: 'partner' })).toEqual(['Antrag neu']);
    expect(asked({ topic: 'wohnen' })).toEqual(['Antrag neu']);
    expect(asked({ to: '2026-11-23' })).toEqual(['Antrag alt']);
    expect(asked({ from: '2026-11-24' })).toEqual(['Antrag versiegelt', 'Antrag neu']);
    expect(asked({ from: '2026-11-27' })).toEqual([]);
  });

  it('by the day that it bears, also after the clock was set back', async () => {
    await built();
    const DAY_MS = 86_400_000;
    const days = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26'];
    const written: { day: string; text: string }[] = [];
    // The clock jumps to and fro: numbers say nothing of days.
    for (const [turn, jump] of [0, 3, -5, 2, -1, 3, -3, 4, -2].entries()) {
      office.clock.advance(jump * DAY_MS);
      const text = `Sprung ${turn}`;
      const note = write(office.who.city, NOTE_LEVELS[turn % 3] ?? 'V1', text);
      // A changed note bears the day of its newest version.
      if (turn % 4 === 1) change(office.who.city, note, NOTE_LEVELS[turn % 3] ?? 'V1', text);
      written.push({ day: office.clock.now().slice(0, 10), text });
    }
    for (const from of [null, ...days])
      for (const to of [null, ...days])
        expect(found(office.who.city, 'sprung', { from, to }).toSorted()).toEqual(
          written
            .filter(({ day }) => (from === null || day >= from) && (to === null || day <= to))
            .map(({ text }) => text),
        );
  });
});

describe('what is left in the file', () => {
  /** Every table, the index's own included. */
  const everything = () =>
    Buffer.concat(
      raw()
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'note_index'")
        .pluck()
        .all()
        .flatMap(
          (name) =>
            raw()
              .prepare(`SELECT * FROM "${String(name)}"`)
              .raw()
              .all() as unknown[][],
        )
        .flat()
        .map((value) => (value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value)))),
    ).toString('latin1');

  it('a sealed note leaves no word, and a raised one takes its words along', () => {
    write(office.who.city, 'V2', 'quarzlampe');
    expect(everything()).not.toContain('arzlampe');
    const note = write(office.who.city, 'V1', 'zitronenbaum');
    expect(everything()).toContain('itronenbaum');
    change(office.who.city, note, 'V3', 'zitronenbaum');
    expect(everything()).not.toContain('itronenbaum');
  });

  it('a note that is deleted with its contact takes its words along', () => {
    write(office.who.city, 'V1', 'nachtfalter');
    write(office.who.city, 'V2', 'nachtfalter');
    office.write(office.who.city, 'test.delete', (tx) => {
      tx.statement('DELETE FROM contact WHERE id = ?').run(contactId);
    });
    expect(everything()).not.toContain('achtfalter');
    expect(whoFinds('nachtfalter')).toEqual([]);
  });

  it('its number is not given again, so that an index in memory proposes nothing else', async () => {
    write(office.who.city, 'V2', 'erstes');
    await built();
    office.write(office.who.city, 'test.delete', (tx) => {
      tx.statement('DELETE FROM contact WHERE id = ?').run(contactId);
    });
    const next = talk(office, office.who.city, {}).contactId;
    write(office.who.city, 'V2', 'zweites', next);
    expect(found(office.who.city, 'zweites')).toEqual(['zweites']);
    expect(found(office.who.city, 'erstes')).toEqual([]);
  });
});

it('takes in what was written by a program that had no search', async () => {
  write(office.who.city, 'V1', 'offen von früher');
  write(office.who.city, 'V2', 'versiegelt von früher');
  office.write(office.who.city, 'test.forget', (tx) => {
    tx.statement('DELETE FROM note_words').run();
  });
  addMissingNoteWords(office.core);
  await built();
  expect(found(office.who.city, 'früher')).toEqual(['versiegelt von früher', 'offen von früher']);
});
