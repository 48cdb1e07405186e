import type { Office } from '../office/office.ts';
import { inProcessDesk } from './in-process-desk.ts';

/** Makes the training office where no office is yet; otherwise the one that is there opens. */
export async function startTraining(office: Office): Promise<void> {
  const { client, leave } = inProcessDesk(office);
  try {
    const { phase } = await client.office.status({});
    if (phase === 'empty') await client.office.startTraining({});
  } finally {
    leave();
  }
}
