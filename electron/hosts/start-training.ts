import { createRouterClient } from '@orpc/server';
import type { Office } from '../office/office.ts';

/** Makes the training office where no office is yet; otherwise the one that is there opens. */
export async function startTraining(office: Office): Promise<void> {
  const connection = office.connect('desk');
  const client = createRouterClient(office.routerFor('desk'), { context: { connection } });
  const { phase } = await client.office.status({});
  if (phase === 'empty') await client.office.startTraining({});
  office.disconnect(connection);
}
