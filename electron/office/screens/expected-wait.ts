import type { WaitRange } from '../../../shared/screens/screens.contract.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';
import { rangeForNewTicket } from '../waiting-time/live-range.ts';

/** How long somebody would wait who comes now; null when nothing can be said honestly. */
export function expectedWait(db: Db, core: Core, need: { language: string; topics: readonly string[] }): WaitRange {
  return rangeForNewTicket(db, core, { languages: [need.language], topics: need.topics });
}
