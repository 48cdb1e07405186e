import { navigate } from 'wouter/use-hash-location';
import { atSessionEnd } from '../access/session-end.ts';
import { sharedState } from '../ui/shared-state.ts';

/** The sheets that lie over the desk; at most one at a time. */
export type DeskSheet =
  | { sheet: 'check-in' }
  | { sheet: 'close-day' }
  | { sheet: 'door' }
  | { sheet: 'leaving-cause'; ticketId: string; label: string }
  | { sheet: 'tally' }
  | { sheet: 'paper' }
  | { sheet: 'correct'; ticketId: string };

const opened = sharedState<DeskSheet | null>(null);

/** Opens a sheet over the desk from wherever one is: F2 and a notice's button work on every screen. */
export function openDeskSheet(sheet: DeskSheet): void {
  navigate('/');
  opened.set(sheet);
}

/** Closes whichever sheet is open. */
export function closeDeskSheet(): void {
  opened.set(null);
}

/** The sheet that is open over the desk; null: none. */
export function useDeskSheet(): DeskSheet | null {
  return opened.use();
}

atSessionEnd(closeDeskSheet);
