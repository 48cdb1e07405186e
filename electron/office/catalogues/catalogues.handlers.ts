import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { dismissFreeStep, listFreeSteps } from './free-steps.ts';
import { catalogueHistory } from './history.ts';
import { officeCatalogue } from './office-catalogue.ts';
import { addEntry, changeEntry, offerEntry } from './write-catalogue.ts';

const { catalogues } = contract;

export const cataloguesHandlers = {
  read: query(catalogues.read, (db) => officeCatalogue(db)),
  history: query(catalogues.history, (db) => ({ changes: catalogueHistory(db) })),
  add: command(catalogues.add, (tx, input, who) => addEntry(tx, input, who)),
  change: command(catalogues.change, (tx, input, who) => changeEntry(tx, input, who)),
  offer: command(catalogues.offer, (tx, input, who) => offerEntry(tx, input, who)),
  freeSteps: query(catalogues.freeSteps, (db) => ({ steps: listFreeSteps(db) })),
  dismissFreeStep: command(catalogues.dismissFreeStep, (tx, { key, dismissed }) => {
    dismissFreeStep(tx, key, { dismissed });
    return {};
  }),
} satisfies Record<keyof typeof catalogues, Handler>;
