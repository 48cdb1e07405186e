import { contract } from '../../../shared/contract.ts';
import { countNoteDebtsElsewhere, listNoteDebts, oweNote, settleNoteDebt } from '../consultations/notes/note-debts.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { listNoteTemplates, removeNoteTemplate, writeNoteTemplate } from './note-templates.ts';

const { noteWork } = contract;

export const noteWorkHandlers = {
  debts: query(noteWork.debts, (db, _input, who) => ({
    mine: listNoteDebts(db, who),
    elsewhere: countNoteDebtsElsewhere(db, who),
  })),
  owe: command(noteWork.owe, (tx, input, who) => {
    oweNote(tx, input.contactId, who);
    return {};
  }),
  settle: command(noteWork.settle, (tx, input, who) => {
    settleNoteDebt(tx, input.contactId, who);
    return {};
  }),
  templates: query(noteWork.templates, (db) => ({ templates: listNoteTemplates(db) })),
  writeTemplate: command(noteWork.writeTemplate, (tx, input) => writeNoteTemplate(tx, input)),
  removeTemplate: command(noteWork.removeTemplate, (tx, input) => {
    removeNoteTemplate(tx, input);
    return {};
  }),
} satisfies Record<keyof typeof noteWork, Handler>;
