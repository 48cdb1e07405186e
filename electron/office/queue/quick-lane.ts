import { addDays, type Instant, localDateOf } from '../../../shared/kernel/instants.ts';
import { type QuickLaneSize, sizeQuickLane } from '../../../shared/queue/quick-lane.rules.ts';
import { countQuickContacts, listPastContacts } from '../consultations/past-contacts.ts';
import type { Db } from '../database/handles.ts';

/** Twelve weeks: each weekday often enough, and no further back than the present staff remembers. */
const HISTORY_DAYS = 84;

/** How large the quick lane should be, from the days before today, and what was counted in it today. */
export function quickLane(db: Db, now: Instant): QuickLaneSize & { today: number } {
  const today = localDateOf(now);
  const past = listPastContacts(db, addDays(today, -HISTORY_DAYS), addDays(today, -1));
  return { ...sizeQuickLane(past), today: countQuickContacts(db, today) };
}
