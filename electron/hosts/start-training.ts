import type { ContractRouterClient } from '@orpc/contract';
import { type AnyRouter, createRouterClient } from '@orpc/server';
import type { Contract } from '../../shared/contract.ts';
import type { Office } from '../office/office.ts';

/** Makes the training office where no office is yet; otherwise the one that is there opens. */
export async function startTraining(office: Office): Promise<void> {
  const connection = office.connect('desk');
  // The office builds its router from the contract's own list, so that its type is known at run time only.
  const router = office.routerFor('desk') as AnyRouter;
  const client = createRouterClient(router, { context: { connection } }) as unknown as ContractRouterClient<Contract>;
  try {
    const { phase } = await client.office.status({});
    if (phase === 'empty') await client.office.startTraining({});
  } finally {
    office.disconnect(connection);
  }
}
