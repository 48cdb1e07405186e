import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { mattersNow, pinMatters } from './pinned-matters.ts';
import { recordMatter } from './record-matter.ts';

const { matters } = contract;

export const mattersHandlers = {
  onKeys: query(matters.onKeys, (db, _input, _who, core) => ({ matters: mattersNow(db, core.ports.clock.now()) })),
  pin: command(matters.pin, (tx, input) => {
    pinMatters(tx, input.matters);
    return {};
  }),
  record: command(matters.record, (tx, input, who) => recordMatter(tx, input, who)),
} satisfies Record<keyof typeof matters, Handler>;
