import { contract } from '../../../shared/contract.ts';
import { command, type Handler, query } from '../rpc/handlers.ts';
import { listPartners } from './partner-row.ts';
import { changePartner, createPartner } from './write-partner.ts';

const { partners } = contract;

export const partnersHandlers = {
  list: query(partners.list, (db) => ({ partners: listPartners(db) })),
  create: command(partners.create, (tx, input) => createPartner(tx, input.partner)),
  change: command(partners.change, (tx, input) => changePartner(tx, input)),
} satisfies Record<keyof typeof partners, Handler>;
