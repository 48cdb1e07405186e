import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { householdsFor, listFlats } from './flat-row.ts';
import { addFlat, changeFlat } from './write-flat.ts';

const { flats } = contract;

export const flatsHandlers = {
  list: query(flats.list, (db, input) => ({ flats: listFlats(db, input.landlordId) })),
  households: query(flats.households, (db, input) => ({ households: householdsFor(db, input.id) })),
  add: command(flats.add, (tx, input, who) => addFlat(tx, input, who)),
  change: command(flats.change, (tx, input) => changeFlat(tx, input)),
} satisfies Record<keyof typeof flats, Handler>;
