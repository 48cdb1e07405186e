import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Session } from '../../../electron/office/access/session.ts';
import { changeNote } from '../../../electron/office/consultations/notes/change-note.ts';
import { findNotes } from '../../../electron/office/consultations/notes/find-notes.ts';
import { readableNotes } from '../../../electron/office/consultations/notes/readable-notes.ts';
import { sessionIndex } from '../../../electron/office/consultations/notes/session-index.ts';
import { writeNote } from '../../../electron/office/consultations/notes/write-note.ts';
import { createTestOffice, type TestOffice } from '../../../electron/office/testing/test-office.ts';
import { talk } from '../../../electron/office/testing/test-talk.ts';
import { NOTE_LEVELS } from '../../../shared/consultations/consultations.contract.ts';
import { foldName } from '../../../shared/kernel/fold-name.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const WRITERS = ['city', 'cityColleague', 'partner', 'lead'] as const;
/** Words that share beginnings, in the scripts of the office, so that something is found. */
const WORDS = [
  'Kita',
  'Kitaplatz',
  'kit',
  'Straße',
  'strasse',
  'Räumung',
  'سكن',
  'سَكَنى',
  'کیف',
  'êvar',
  'evarê',
  '12',
  '١٢',
  'Ş',
  'U-25',
];
const word = fc.constantFrom(...WORDS);
const noteText = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const deed = fc.record({
  who: fc.constantFrom(...WRITERS),
  level: fc.constantFrom(...NOTE_LEVELS),
  text: noteText,
  /** Which of the notes so far is changed, when its author is the same; else a new one is written. */
  note: fc.option(fc.nat(5)),
});
const question = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  fc.tuple(word, word).map(([one, other]) => `"${one} ${other}"`),
  word.map((whole) => whole.slice(0, 2)),
);

/** What the search promises, the slow way: every readable note, word by word. */
function naive(who: Session, contactIds: readonly string[], typed: string): Set<string> {
  const notes = contactIds.flatMap((contactId) => readableNotes(office.db, who, { contactId }));
  const isQuoted = typed.startsWith('"');
  const chunks = isQuoted ? [typed.slice(1, -1)] : typed.split(' ');
  return new Set(
    notes
      .filter(({ newest }) => {
        const padded = ` ${foldName(newest.text)} `;
        return chunks.every((chunk, index) => {
          const folded = foldName(chunk);
          const mayBegin =
            !isQuoted && index === chunks.length - 1 && [...(folded.split(' ').at(-1) ?? '')].length >= 2;
          return padded.includes(mayBegin ? ` ${folded}` : ` ${folded} `);
        });
      })
      .map((note) => note.id),
  );
}

test('finds what a walk through all readable notes finds, whatever was written, changed, raised and lowered', () => {
  // As their sign-in does; there is nothing yet that would have to be taken in.
  for (const name of WRITERS) sessionIndex(office.core, office.who[name]);
  const contactIds = WRITERS.map((name) => talk(office, office.who[name], {}).contactId);
  const [contactId = ''] = contactIds;
  const notes: { id: string; revision: number; author: Session }[] = [];
  fc.assert(
    fc.property(
      fc.array(deed, { maxLength: 4 }),
      fc.array(question, { minLength: 1, maxLength: 4 }),
      (deeds, questions) => {
        for (const { who: name, level, text, note } of deeds) {
          const who = office.who[name];
          const old = note === null ? undefined : notes.at(-1 - note);
          if (old?.author === who) {
            const input = { id: old.id, revision: old.revision, level, text };
            old.revision = office.write(who, 'test', (tx) => changeNote(tx, input, who)).revision;
          } else
            notes.push({
              ...office.write(who, 'test', (tx) => writeNote(tx, { contactId, level, text }, who)),
              author: who,
            });
        }
        for (const name of [...WRITERS, 'admin'] as const) {
          const who = office.who[name];
          for (const words of questions) {
            const asked = { words, topic: null, from: null, to: null, employer: null, level: null };
            const { found, more } = findNotes(office.db, who, sessionIndex(office.core, who)?.index ?? null, asked);
            const expected = naive(who, contactIds, words);
            expect(found.length).toBe(Math.min(20, expected.size));
            expect(more).toBe(expected.size > 20);
            for (const { note } of found) expect(expected.has(note.id)).toBe(true);
          }
        }
      },
    ),
    { numRuns: 30 },
  );
});
