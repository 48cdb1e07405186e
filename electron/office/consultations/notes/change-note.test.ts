import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOTE_LEVELS, type NoteLevel } from '../../../../shared/consultations/consultations.contract.ts';
import type { Session } from '../../access/session.ts';
import { createTestOffice, type TestOffice } from '../../testing/test-office.ts';
import { talk } from '../../testing/test-talk.ts';
import { changeNote } from './change-note.ts';
import { listNotes, noteVersions } from './list-notes.ts';
import { writeNote } from './write-note.ts';

let office: TestOffice;
let contactId: string;
beforeEach(async () => {
  office = await createTestOffice();
  ({ contactId } = talk(office, office.who.city));
});
afterEach(() => office.close());

const write = (level: NoteLevel, text: string) =>
  office.write(office.who.city, 'consultations.writeNote', (tx) =>
    writeNote(tx, { contactId, level, text }, office.who.city),
  );
const change = (id: string, revision: number, level: NoteLevel, text: string, who: Session = office.who.city) =>
  office.write(who, 'consultations.changeNote', (tx) => changeNote(tx, { id, revision, level, text }, who));
const versions = (who: Session, id: string) => {
  try {
    return noteVersions(office.db, who, id).map((version) => version.text);
  } catch {
    return null;
  }
};

/** Everything that is in the database file, decrypted: what somebody with its key can read. */
function everythingInTheFile(): string {
  const { raw } = office.core.database ?? {};
  if (!raw) throw new Error('The office is open');
  raw.pragma('wal_checkpoint(TRUNCATE)');
  return raw.serialize().toString('latin1');
}

describe('a new version', () => {
  it('leaves the old ones as they are', () => {
    const { id } = write('V2', 'eins');
    office.clock.advance(60_000);
    expect(change(id, 1, 'V2', 'zwei')).toMatchObject({ revision: 2 });
    expect(noteVersions(office.db, office.who.cityColleague, id)).toEqual([
      { version: 1, text: 'eins', writtenAt: '2026-11-23T08:00:00.000Z' },
      { version: 2, text: 'zwei', writtenAt: '2026-11-23T08:01:00.000Z' },
    ]);
    expect(listNotes(office.db, office.who.city, { contactId })).toMatchObject([
      { id, revision: 2, version: 2, text: 'zwei', level: 'V2' },
    ]);
  });

  it('is the author’s to write, and only on what they have seen', () => {
    const { id } = write('V1', 'eins');
    expect(() => change(id, 1, 'V1', 'fremd', office.who.partner)).toThrow(
      expect.objectContaining({ detail: { reason: 'not-the-author' } }),
    );
    expect(() => change(id, 1, 'V3', 'fremd', office.who.cityColleague)).toThrow(
      expect.objectContaining({ detail: { reason: 'not-the-author' } }),
    );
    change(id, 1, 'V1', 'zwei');
    expect(() => change(id, 1, 'V1', 'drei')).toThrow(
      expect.objectContaining({ code: 'CONFLICT', detail: { currentRevision: 2 } }),
    );
    expect(versions(office.who.partner, id)).toEqual(['eins', 'zwei']);
  });
});

describe('a raised note', () => {
  for (const level of ['V2', 'V3'] as const) {
    it(`to ${level}: no plain text of any version stays in the file`, () => {
      const { id } = write('V1', 'KANARIE-EINS');
      change(id, 1, 'V1', 'KANARIE-ZWEI');
      expect(everythingInTheFile()).toContain('KANARIE-EINS');
      expect(change(id, 2, level, 'KANARIE-DREI')).toMatchObject({ raised: true });
      expect(everythingInTheFile()).not.toContain('KANARIE');
      expect(versions(office.who.city, id)).toEqual(['KANARIE-EINS', 'KANARIE-ZWEI', 'KANARIE-DREI']);
      expect(versions(office.who.partner, id)).toBeNull();
    });
  }

  it('from V2 to V3: the employer’s vault opens none of its versions any more', () => {
    const { id } = write('V2', 'eins');
    const before = office.db.statement('SELECT wrapped FROM note_key WHERE note_id = ?').pluck(true).all(id);
    change(id, 1, 'V3', 'zwei');
    const keys = office.db.statement('SELECT reader, wrapped FROM note_key WHERE note_id = ?').all(id) as {
      reader: string;
      wrapped: Buffer;
    }[];
    expect(keys.map((key) => key.reader)).toEqual([office.who.city.keys.personal]);
    expect(versions(office.who.cityColleague, id)).toBeNull();
    expect(versions(office.who.city, id)).toEqual(['eins', 'zwei']);
    // Also not for a colleague who has kept the wrapped key from before.
    office.core.database?.raw
      .prepare('INSERT INTO note_key (note_id, reader, wrapped) VALUES (?, ?, ?)')
      .run(id, office.who.city.keys.vault, before[0]);
    expect(versions(office.who.cityColleague, id)).toBeNull();
    office.core.database?.raw.exec("DROP TRIGGER note_version_only_rises; UPDATE note_version SET level = 'V2'");
    expect(versions(office.who.cityColleague, id)).toBeNull();
  });

  it('tells the screens as long as everybody could read it, and of nothing else', () => {
    const heard: string[] = [];
    office.core.changes.subscribe('change', (event) => heard.push(`${event.entity} ${event.id}`));
    const { id } = write('V1', 'eins');
    expect(heard.splice(0)).toEqual([`contact ${contactId}`]);
    change(id, 1, 'V2', 'zwei');
    expect(heard.splice(0)).toEqual([`contact ${contactId}`]);
    change(id, 2, 'V3', 'drei');
    change(id, 3, 'V2', 'vier');
    write('V2', 'fünf');
    expect(heard).toEqual([]);
  });
});

describe('a lowered note', () => {
  it('opens its new version only; what was entrusted before stays where it was', () => {
    const { id } = write('V3', 'anvertraut');
    change(id, 1, 'V2', 'für die Stadt');
    change(id, 2, 'V1', 'für beide');
    expect(versions(office.who.city, id)).toEqual(['anvertraut', 'für die Stadt', 'für beide']);
    expect(versions(office.who.cityColleague, id)).toEqual(['für die Stadt', 'für beide']);
    expect(versions(office.who.partner, id)).toEqual(['für beide']);
    // No gap in the numbers hints at what somebody can't see.
    expect(noteVersions(office.db, office.who.partner, id)[0]?.version).toBe(1);
    expect(listNotes(office.db, office.who.partner, { contactId })[0]?.version).toBe(1);
    expect(everythingInTheFile()).not.toContain('anvertraut');
    expect(everythingInTheFile()).not.toContain('die Stadt');
  });

  it('goes up again with everything', () => {
    const { id } = write('V3', 'anvertraut');
    change(id, 1, 'V1', 'KANARIE');
    change(id, 2, 'V2', 'wieder Stadt');
    expect(versions(office.who.cityColleague, id)).toEqual(['KANARIE', 'wieder Stadt']);
    change(id, 3, 'V3', 'wieder Anna');
    expect(versions(office.who.cityColleague, id)).toBeNull();
    expect(versions(office.who.city, id)).toEqual(['anvertraut', 'KANARIE', 'wieder Stadt', 'wieder Anna']);
  });
});

it('whatever the order of levels, shows each reader exactly the versions that never stood higher than they may read', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...NOTE_LEVELS), { minLength: 1, maxLength: 6 }), (levels) => {
      const texts = levels.map((level, index) => `${index} ${level}`);
      const [first = 'V1', ...later] = levels;
      const { id } = write(first, texts[0] ?? '');
      for (const [index, level] of later.entries()) change(id, index + 1, level, texts[index + 1] ?? '');
      // A version is kept at the highest level that the note had from then on.
      const kept = levels.map((_, index) =>
        levels.slice(index).reduce((highest, level) => (level > highest ? level : highest)),
      );
      const current = levels.at(-1) ?? 'V1';
      const upTo = (most: NoteLevel) =>
        current > most ? null : texts.filter((_, index) => (kept[index] ?? 'V3') <= most);
      expect(versions(office.who.city, id)).toEqual(upTo('V3'));
      expect(versions(office.who.cityColleague, id)).toEqual(upTo('V2'));
      expect(versions(office.who.partner, id)).toEqual(upTo('V1'));
    }),
    { numRuns: 60 },
  );
});

it('can’t be rewritten or opened in the database itself', () => {
  const { id } = write('V2', 'eins');
  const raw = office.core.database?.raw;
  const sealed = Buffer.from('anderes');
  for (const set of [
    "text = 'offen', sealed = NULL, level = 'V1'",
    "written_at = '2020-01-01T00:00:00.000Z'",
    'version = 9',
  ]) {
    const rewrite = () => raw?.prepare(`UPDATE note_version SET ${set} WHERE note_id = ?`).run(id);
    expect(rewrite).toThrow(/append-only|CHECK/);
  }
  expect(() =>
    raw?.prepare("UPDATE note_version SET text = 'beides', sealed = ? WHERE note_id = ?").run(sealed, id),
  ).toThrow(/CHECK/);
});
