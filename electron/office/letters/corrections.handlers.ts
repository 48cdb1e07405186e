import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { listOutdatedLetters, settleOldValues } from './old-values.ts';

const { corrections } = contract;

export const correctionsHandlers = {
  list: query(corrections.list, (db, input) => ({ letters: listOutdatedLetters(db, input.personId) })),
  settle: command(corrections.settle, (tx, input) => {
    settleOldValues(tx, input.letterId);
    return {};
  }),
} satisfies Record<keyof typeof corrections, Handler>;
