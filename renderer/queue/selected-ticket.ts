import { atSessionEnd } from '../access/session-end.ts';
import { sharedState } from '../ui/shared-state.ts';

const selected = sharedState<string | null>(null);

/** Which ticket stands in the middle of the desk; null lets the desk choose: the talk that is on, else who is next. */
export function selectTicket(ticketId: string | null): void {
  selected.set(ticketId);
}

/** The id of the ticket that is shown; null: none was chosen. */
export function useSelectedTicket(): string | null {
  return selected.use();
}

atSessionEnd(() => selectTicket(null));
