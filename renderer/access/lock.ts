import type { QueryClient } from '@tanstack/react-query';
import { client } from '../rpc/client.ts';
import { requestIds } from '../rpc/request-ids.ts';
import { forgetNotices } from '../ui/notices/notice-store.ts';
import { saveBeforeLock } from './before-lock.ts';
import { runSessionEnd } from './session-end.ts';
import { currentSession, setSession } from './session-store.ts';

/** Everything the last person saw leaves the memory of the screens. */
export function forgetSession(queryClient: QueryClient): void {
  if (!currentSession()) return;
  setSession(null);
  forgetNotices();
  requestIds.forgetAll();
  runSessionEnd();
  queryClient.clear();
}

/** Saves what is being typed, ends the session and shows the names. The screen is cleared even when the office does not answer. */
export async function lockDesk(queryClient: QueryClient): Promise<void> {
  await saveBeforeLock();
  try {
    await client.access.lock({});
  } catch {
    // Without a line there is no session either: it belonged to the line.
  }
  forgetSession(queryClient);
}
