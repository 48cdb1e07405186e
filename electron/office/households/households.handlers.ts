import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { householdTimeline, householdView } from './household-view.ts';
import { livingWith } from './living-with.ts';
import { endRelation, separate, takeBackSeparation } from './separate.ts';
import { addRelative, changeHousehold } from './write-household.ts';

const { households } = contract;

export const householdsHandlers = {
  of: query(households.of, (db, input) => householdView(db, input.personId)),
  timeline: query(households.timeline, (db, input) => ({ entries: householdTimeline(db, input.personId) })),
  livingWith: query(households.livingWith, (db, input) => ({ people: livingWith(db, input.personIds) })),
  add: command(households.add, (tx, input, who) => addRelative(tx, input, who)),
  change: command(households.change, (tx, input, who) => changeHousehold(tx, input, who)),
  separate: command(households.separate, (tx, input) => separate(tx, input)),
  takeBackSeparation: command(households.takeBackSeparation, (tx, input) => {
    takeBackSeparation(tx, input);
    return {};
  }),
  endRelation: command(households.endRelation, (tx, input) => {
    endRelation(tx, input);
    return {};
  }),
} satisfies Record<keyof typeof households, Handler>;
