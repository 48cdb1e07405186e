import { contract } from '../../../shared/contract.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { addMatter, takeMatterBack } from './add-matter.ts';
import { moveMatter } from './contact-person.ts';
import { forgetReplacedText } from './notes/forget-replaced-text.ts';
import { fileOwnNotes } from './notes/note-about.ts';
import { listUnnamedContacts } from './unnamed-contacts.ts';

const { levels } = contract;

export const levelsHandlers = {
  move: command(levels.move, (tx, input, who) => {
    const moved = moveMatter(tx, input);
    fileOwnNotes(tx, input.contactId, who);
    return moved;
  }),
  add: command(levels.add, (tx, input, who) => addMatter(tx, input, who)),
  takeBack: command(levels.takeBack, (tx, input, who, core) => {
    takeMatterBack(tx, input.id, who);
    // With its note.
    forgetReplacedText(core);
    return {};
  }),
  withoutPerson: query(levels.withoutPerson, (db, _input, _who, core) => ({
    contacts: listUnnamedContacts(db, localDateOf(core.ports.clock.now())),
  })),
} satisfies Record<keyof typeof levels, Handler>;
