import type { ContractRouterClient } from '@orpc/contract';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import type { Contract } from '../../shared/contract.ts';
import type { Office } from '../office/office.ts';

/** A desk in the office's own process, through access check, validation and all; `leave` ends its session. */
export function inProcessDesk(office: Office): { client: ContractRouterClient<Contract>; leave(): void } {
  const connection = office.connect('desk');
  // The office builds its router from the contract's own list, so that its type is known at run time only.
  const router = office.routerFor('desk') as AnyRouter;
  const client = createRouterClient(router, { context: { connection } }) as unknown as ContractRouterClient<Contract>;
  return { client, leave: () => office.disconnect(connection) };
}
