import type { z } from 'zod';
import type { ExportStatus } from '../../shared/export/export.contract.ts';

type Status = Pick<z.infer<typeof ExportStatus>, 'confirmedUpTo' | 'unconfirmedNights' | 'problem' | 'forkAlarm'>;
type Problem = NonNullable<Status['problem']>;

export type NightStanding =
  | { kind: 'confirmed' | 'none-yet' | 'late' | 'fork' }
  | { kind: 'problem'; problem: Problem };

/** One night may still be on its way: the city answers during the day after. From the second on, one was missed. */
const NIGHTS_ON_THEIR_WAY = 1;

/** What the header says about the nightly bundles; the worst thing first. */
export function nightStanding(status: Status): NightStanding {
  if (status.forkAlarm) return { kind: 'fork' };
  if (status.problem) return { kind: 'problem', problem: status.problem };
  if (status.unconfirmedNights > NIGHTS_ON_THEIR_WAY) return { kind: 'late' };
  return { kind: status.confirmedUpTo === null ? 'none-yet' : 'confirmed' };
}
