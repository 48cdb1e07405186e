import type { WaitRange } from '../../../shared/screens/screens.contract.ts';
import type { Core } from '../core.ts';
import type { Db } from '../database/handles.ts';

/** How long somebody would wait who comes now; null when nothing can be said honestly. */
export function expectedWait(_db: Db, _core: Core, _need: { language: string; topics: readonly string[] }): WaitRange {
  return null;
}
