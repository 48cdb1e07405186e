import type { DisplayBoard } from '../../shared/screens/screens.contract.ts';
import { BeforeIn } from '../screen/before-in.tsx';
import type { Feed } from '../screen/feed.ts';
import type { ScreenSession } from '../screen/screen-session.ts';
import { useFeed, useStanding } from '../screen/use-screen.ts';
import { Board } from './board.tsx';
import { useAnnouncements } from './use-announcements.ts';

/** The waiting room's screen. What it has once shown stays until it knows better: never an empty list by mistake. */
export function DisplayApp({ session, feed }: { session: ScreenSession; feed: Feed<DisplayBoard> }) {
  const standing = useStanding(session);
  const { value: board, stale, receivedAtMs } = useFeed(feed);
  const announcements = useAnnouncements(stale ? null : board);
  if (board && standing.at !== 'pairing' && standing.at !== 'put-out')
    return <Board board={board} stale={stale} receivedAtMs={receivedAtMs} announcements={announcements} />;
  return <BeforeIn standing={standing.at === 'in' ? { at: 'connecting' } : standing} />;
}
