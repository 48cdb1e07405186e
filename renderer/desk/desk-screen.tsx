import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { useRight, useSession } from '../access/session-store.ts';
import { DoorSheet } from '../interpreters/door-sheet.tsx';
import { LeavingCauseSheet } from '../interpreters/leaving-cause-sheet.tsx';
import { CheckInSheet, CorrectTicketSheet, hasKeptCheckIn } from '../queue/check-in/check-in-sheet.tsx';
import { CloseDaySheet } from '../queue/close-day/close-day-sheet.tsx';
import { closeDeskSheet, openDeskSheet, useDeskSheet } from '../queue/desk-sheet.ts';
import { PaperSheet } from '../queue/paper/paper-sheet.tsx';
import { ticketAtMyDesk } from '../queue/queue-groups.ts';
import { TallySheet } from '../queue/quick-lane/tally-sheet.tsx';
import { useOfficeNow, useQueueDay } from '../queue/use-queue-day.ts';
import { useWokenNotice } from '../queue/use-woken-notice.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { DayColumns } from './day-columns.tsx';

const NOBODY: readonly TicketView[] = [];

/** The day: who waits, the person at the desk, what else is due; and the sheets that lie over it. */
export default function DeskScreen() {
  const { t } = useTranslation('desk');
  const mayWork = useRight('queue.work');
  const day = useQueueDay();
  const nowMs = useOfficeNow(day.data, day.dataUpdatedAt);
  const opened = useDeskSheet();
  const correct = (ticketId: string) => openDeskSheet({ sheet: 'correct', ticketId });
  const isClosed = day.data ? day.data.closedAt !== null : false;
  const { t: queue } = useTranslation('queue');
  const session = useSession();
  useWokenNotice(day.data?.tickets ?? NOBODY);
  // Half typed when the screen locked itself: it lies there again, for the same person.
  useEffect(() => {
    if (hasKeptCheckIn()) openDeskSheet({ sheet: 'check-in' });
  }, []);
  useEffect(() => {
    if (opened?.sheet !== 'check-in' || !isClosed) return;
    closeDeskSheet();
    showNotice({ kind: 'notice', text: queue('dayIsClosed') });
  }, [opened, isClosed, queue]);
  if (!mayWork) return <EmptyState title={t('noDesk')} hint={t('noDeskHint')} isPage />;
  if (!day.data)
    return day.error ? (
      <ErrorState error={day.error} onRetry={() => void day.refetch()} />
    ) : (
      <SkeletonLines lines={8} height={48} />
    );
  const corrected =
    opened?.sheet === 'correct' ? day.data.tickets.find((ticket) => ticket.id === opened.ticketId) : undefined;
  return (
    <>
      <DayColumns
        day={day.data}
        nowMs={nowMs}
        onCheckIn={() => openDeskSheet({ sheet: 'check-in' })}
        onCloseDay={() => openDeskSheet({ sheet: 'close-day' })}
        onCorrect={correct}
      />
      {opened?.sheet === 'check-in' && !isClosed && <CheckInSheet onClose={closeDeskSheet} onCorrect={correct} />}
      {opened?.sheet === 'leaving-cause' && (
        <LeavingCauseSheet ticketId={opened.ticketId} label={opened.label} onClose={closeDeskSheet} />
      )}
      {opened?.sheet === 'door' && <DoorSheet onClose={closeDeskSheet} />}
      {opened?.sheet === 'tally' && !isClosed && (
        <TallySheet ticket={ticketAtMyDesk(day.data.tickets, session.staffId)} onClose={closeDeskSheet} />
      )}
      {opened?.sheet === 'paper' && !isClosed && <PaperSheet day={day.data} onClose={closeDeskSheet} />}
      {opened?.sheet === 'close-day' && <CloseDaySheet tickets={day.data.tickets} onClose={closeDeskSheet} />}
      {corrected && <CorrectTicketSheet key={corrected.id} ticket={corrected} onClose={closeDeskSheet} />}
    </>
  );
}
