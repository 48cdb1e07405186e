import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { listCalls } from './list-calls.ts';
import { addCall, addTry, closeCall, undoOnCall } from './write-call.ts';

const { phone } = contract;

export const phoneHandlers = {
  list: query(phone.list, (db) => ({ calls: listCalls(db) })),
  add: command(phone.add, (tx, input, who) => addCall(tx, input, who)),
  addTry: command(phone.addTry, (tx, input, who) => addTry(tx, input, who)),
  close: command(phone.close, (tx, input) => closeCall(tx, input)),
  undo: command(phone.undo, (tx, input) => undoOnCall(tx, input)),
} satisfies Record<keyof typeof phone, Handler>;
