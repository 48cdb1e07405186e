import { useSyncExternalStore } from 'react';
import type { Feed, FeedState } from './feed.ts';
import type { ScreenSession, ScreenStanding } from './screen-session.ts';

/** Where this screen stands with its office. */
export function useStanding(session: ScreenSession): ScreenStanding {
  return useSyncExternalStore(session.subscribe, session.standing);
}

/** What the office said last, and whether that may be old. */
export function useFeed<T>(feed: Feed<T>): FeedState<T> {
  return useSyncExternalStore(feed.subscribe, feed.state);
}
