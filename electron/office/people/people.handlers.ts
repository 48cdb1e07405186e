import { contract } from '../../../shared/contract.ts';
import { localDateOf } from '../../../shared/kernel/instants.ts';
import { forgetReplacedText } from '../consultations/notes/forget-replaced-text.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { catchUp } from './catch-up.ts';
import { listChecked, markChecked } from './checked-fields.ts';
import { likelyButOther, setDistinctFromAll } from './duplicates/alike-people.ts';
import { listFormerNames } from './former-names.ts';
import { listChangesOf } from './person-changes.ts';
import { getPerson, requirePerson } from './person-row.ts';
import { freePseudonym } from './pseudonyms.ts';
import { recentPeople } from './recent-people.ts';
import { searchPeople } from './search-people.ts';
import { timelineOf } from './timeline.ts';
import { changePerson, createPerson } from './write-person.ts';

const { people } = contract;

export const peopleHandlers = {
  search: query(people.search, (db, input, _who, core) => ({
    hits: searchPeople(db, input.words, localDateOf(core.ports.clock.now())),
  })),
  recent: query(people.recent, (db) => ({ hits: recentPeople(db) })),
  get: query(people.get, (db, input) => getPerson(db, input.id)),
  create: command(people.create, (tx, { person, otherThan }, who) => {
    const others = likelyButOther(tx, person, otherThan);
    const created = createPerson(tx, person, who);
    setDistinctFromAll(tx, created.id, others, who);
    return created;
  }),
  change: command(people.change, (tx, input, who, core) => {
    const changed = changePerson(tx, input, who);
    // Of somebody who is known by a pseudonym from now on, no name stays in older pages of the log.
    if (input.person.level === 'pseudonymous') forgetReplacedText(core);
    return changed;
  }),
  checked: query(people.checked, (db, input) => {
    requirePerson(db, input.id);
    return { fields: listChecked(db, input.id) };
  }),
  markChecked: command(people.markChecked, (tx, input) => {
    markChecked(tx, input.id, input.fields);
    return {};
  }),
  newPseudonym: query(people.newPseudonym, (db) => ({ pseudonym: freePseudonym(db) })),
  history: query(people.history, (db, input) => {
    requirePerson(db, input.id);
    return { formerNames: listFormerNames(db, input.id), changes: listChangesOf(db, input.id) };
  }),
  catchUp: query(people.catchUp, (db, input, who) => catchUp(db, input.id, who)),
  timeline: query(people.timeline, (db, input, who) => ({ entries: timelineOf(db, input.id, who) })),
} satisfies Record<keyof typeof people, Handler>;
