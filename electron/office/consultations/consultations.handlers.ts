import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { changeContact } from './change-contact.ts';
import { contactView } from './contact-view.ts';
import { finishConsultation } from './finish-contact.ts';
import { listFollowUps } from './follow-ups.ts';
import { changeNote } from './notes/change-note.ts';
import { forgetReplacedText } from './notes/forget-replaced-text.ts';
import { noteVersions } from './notes/list-notes.ts';
import { fileOwnNotes } from './notes/note-about.ts';
import { findDraft, saveDraft } from './notes/note-draft.ts';
import { writeNote } from './notes/write-note.ts';
import { addStep, changeStep, removeStep } from './write-step.ts';

const { consultations } = contract;

export const consultationsHandlers = {
  get: query(consultations.get, (db, input, who) => contactView(db, input.contactId, who)),
  change: command(consultations.change, (tx, input, who) => {
    const { requestId: _, ...change } = input;
    const changed = changeContact(tx, change);
    // Another person or other topics: other releases cover the talk.
    if (change.personId !== undefined || change.topics) fileOwnNotes(tx, input.contactId, who);
    return changed;
  }),
  addStep: command(consultations.addStep, (tx, input, who) => addStep(tx, input, who)),
  changeStep: command(consultations.changeStep, (tx, input) => changeStep(tx, input)),
  removeStep: command(consultations.removeStep, (tx, input) => {
    removeStep(tx, input);
    return {};
  }),
  draft: query(consultations.draft, (db, input, who) => ({ draft: findDraft(db, input.contactId, who) })),
  saveDraft: command(consultations.saveDraft, (tx, input, who) => saveDraft(tx, input, who)),
  writeNote: command(consultations.writeNote, (tx, input, who) => writeNote(tx, input, who)),
  changeNote: command(consultations.changeNote, (tx, input, who, core) => {
    const { revision, raised } = changeNote(tx, input, who);
    if (raised) forgetReplacedText(core);
    return { revision };
  }),
  noteVersions: query(consultations.noteVersions, (db, input, who) => ({ versions: noteVersions(db, who, input.id) })),
  finish: command(consultations.finish, (tx, input, who) => finishConsultation(tx, input, who)),
  followUps: query(consultations.followUps, (db, input) => ({ followUps: listFollowUps(db, input.until) })),
} satisfies Record<keyof typeof consultations, Handler>;
