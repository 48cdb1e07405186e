import { contract } from '../../../shared/contract.ts';
import { findOffice } from '../office/office-row.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { isProgrammeCounted, listGroups, setCounting, setGroup } from './programme-group.ts';

const { programme } = contract;

export const programmeHandlers = {
  of: query(programme.of, (db, input) => ({ groups: listGroups(db, input.personId) })),
  set: command(programme.set, (tx, input, who) => {
    setGroup(tx, input, who);
    return {};
  }),
  counting: query(programme.counting, (db) => ({ revision: findOffice(db).revision, on: isProgrammeCounted(db) })),
  setCounting: command(programme.setCounting, (tx, input) => setCounting(tx, input)),
} satisfies Record<keyof typeof programme, Handler>;
