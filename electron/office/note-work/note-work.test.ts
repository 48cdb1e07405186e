import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countNoteDebtsElsewhere, listNoteDebts, oweNote, settleNoteDebt } from '../consultations/notes/note-debts.ts';
import { saveDraft } from '../consultations/notes/note-draft.ts';
import { writeNote } from '../consultations/notes/write-note.ts';
import { recordMatter } from '../matters/record-matter.ts';
import { closeDay } from '../queue/close-day.ts';
import { createTestOffice, type TestOffice } from '../testing/test-office.ts';
import { newPerson } from '../testing/test-people.ts';
import { talk } from '../testing/test-talk.ts';
import { listNoteTemplates, removeNoteTemplate, writeNoteTemplate } from './note-templates.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await createTestOffice();
});
afterEach(() => office.close());

const owe = (contactId: string, who = office.who.city) =>
  office.write(who, 'noteWork.owe', (tx) => oweNote(tx, contactId, who));
const mine = (who = office.who.city) => listNoteDebts(office.db, who).map(({ contactId }) => contactId);

describe('a note that is owed', () => {
  it('stands with person and topics, is counted at its desk, and is nobody else’s', () => {
    const personId = newPerson(office);
    const { contactId } = talk(office, office.who.city, { personId, topics: ['kita'] });
    owe(contactId);
    owe(contactId);
    expect(listNoteDebts(office.db, office.who.city)).toEqual([
      {
        contactId,
        person: { id: personId, name: 'Amal Haddad' },
        topics: ['kita'],
        day: '2026-11-23',
        since: office.clock.now(),
      },
    ]);
    expect(mine(office.who.partner)).toEqual([]);
    expect(countNoteDebtsElsewhere(office.db, office.who.partner)).toEqual([{ desk: office.who.city.desk, count: 1 }]);
    expect(countNoteDebtsElsewhere(office.db, office.who.city)).toEqual([]);
    expect(() => owe('00000000-0000-7000-8000-000000000000')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  it('is settled by the note of who owes it, not by a draft nor by a colleague’s note', () => {
    const { contactId } = talk(office, office.who.city);
    owe(contactId);
    office.write(office.who.city, 'test', (tx) =>
      saveDraft(tx, { contactId, text: 'halb', level: 'V2' }, office.who.city),
    );
    office.write(office.who.partner, 'test', (tx) =>
      writeNote(tx, { contactId, level: 'V1', text: 'Von drüben.' }, office.who.partner),
    );
    expect(mine()).toEqual([contactId]);
    office.write(office.who.city, 'test', (tx) =>
      writeNote(tx, { contactId, level: 'V2', text: 'Ganz.' }, office.who.city),
    );
    expect(mine()).toEqual([]);
  });

  it('or by saying that none is needed, which only who owes it can', () => {
    const { contactId } = talk(office, office.who.city);
    owe(contactId);
    office.write(office.who.partner, 'test', (tx) => settleNoteDebt(tx, contactId, office.who.partner));
    expect(mine()).toEqual([contactId]);
    office.write(office.who.city, 'test', (tx) => settleNoteDebt(tx, contactId, office.who.city));
    expect(mine()).toEqual([]);
  });

  it('is not dropped at the close of day', () => {
    const on = talk(office, office.who.city);
    owe(on.contactId);
    office.write(office.who.city, 'matters.record', (tx) =>
      recordMatter(tx, { ...on, topic: 'kita', result: 'informed' }, office.who.city),
    );
    office.write(office.who.city, 'queue.closeDay', (tx) => closeDay(tx, [], office.who.city));
    office.clock.advance(86_400_000);
    expect(mine()).toEqual([on.contactId]);
  });
});

describe('templates for notes', () => {
  const write = (change: Parameters<typeof writeNoteTemplate>[1]) =>
    office.write(office.who.lead, 'noteWork.writeTemplate', (tx) => writeNoteTemplate(tx, change));

  it('are written, changed against their revision, and removed', () => {
    const first = write({ template: null, name: 'Wohnen', headings: ['Lage', 'Frist'] });
    write({ template: null, name: 'Aufenthalt', headings: ['Papier?'] });
    expect(listNoteTemplates(office.db).map(({ name }) => name)).toEqual(['Aufenthalt', 'Wohnen']);
    const second = write({ template: first, name: 'Wohnung', headings: ['Frist'] });
    expect(second).toEqual({ id: first.id, revision: 2 });
    expect(() => write({ template: first, name: 'X', headings: ['Y'] })).toThrow(
      expect.objectContaining({ code: 'CONFLICT' }),
    );
    expect(() => write({ template: null, name: 'X', headings: ['Y', 'Y'] })).toThrow(
      expect.objectContaining({ detail: { reason: 'heading-twice' } }),
    );
    office.write(office.who.lead, 'noteWork.removeTemplate', (tx) => removeNoteTemplate(tx, second));
    expect(listNoteTemplates(office.db).map(({ name }) => name)).toEqual(['Aufenthalt']);
  });
});
