import { type Core, openDatabaseOf, writeAndPublish } from '../core.ts';
import { run } from '../database/handles.ts';
import { answeredOnce } from '../rpc/requests.ts';
import { followStaff } from './live-sessions.ts';
import type { Who } from './session.ts';
import { getStaff } from './staff.ts';

/** Keeps what somebody says of themselves, for clients who wish to talk with a woman or a man; null: nothing. */
export async function stateGender(
  core: Core,
  who: Who,
  input: { requestId: string; gender: 'w' | 'm' | 'd' | null },
): Promise<Record<string, never>> {
  const procedure = 'access.stateGender';
  return answeredOnce(core, who, { procedure, input }, () => {
    writeAndPublish(core, { staffId: who.staffId, procedure }, (tx) => {
      const revision = getStaff(tx, who.staffId).revision + 1;
      run(tx, 'UPDATE staff SET gender = ?, revision = ? WHERE id = ?', input.gender, revision, who.staffId);
      tx.touch({ entity: 'staff', id: who.staffId, op: 'put', fields: ['gender'], revision });
    });
    followStaff(core, getStaff(openDatabaseOf(core), who.staffId));
    return {};
  });
}
