import type { StaffedDesk } from '../../../shared/queue/calling-order.rules.ts';
import type { Session } from '../access/session.ts';
import type { Core } from '../core.ts';

/** A person at a desk, as the order of calling asks. */
export function staffedDesk(session: Session): StaffedDesk {
  const { desk, staffId, employerId, languages, gender } = session;
  // A wish is for a woman or a man; who stated something else, or nothing, meets neither.
  return { desk, staffId, employerId, languages: [...languages], gender: gender === 'd' ? null : gender };
}

/** Who sits where and may work with the queue: each person once, by desk. */
export function staffedDesks(core: Core): StaffedDesk[] {
  const sessions = [...core.connections].flatMap(({ session }) => session ?? []);
  const byStaff = new Map(
    sessions.filter(({ rights }) => rights.has('queue.work')).map((session) => [session.staffId, staffedDesk(session)]),
  );
  return [...byStaff.values()].sort((a, b) => a.desk - b.desk || a.staffId.localeCompare(b.staffId));
}
