import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../access/session-store.ts';
import { CheckInSheet, CorrectTicketSheet } from '../queue/check-in/check-in-sheet.tsx';
import { CloseDaySheet } from '../queue/close-day/close-day-sheet.tsx';
import { useOfficeNow, useQueueDay } from '../queue/use-queue-day.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { DayColumns } from './day-columns.tsx';

type Opened = { sheet: 'check-in' } | { sheet: 'close-day' } | { sheet: 'correct'; ticketId: string } | null;

/** The day: who waits, the person at the desk, what else is due; and the sheets that lie over it. */
export default function DeskScreen() {
  const { t } = useTranslation('desk');
  const mayWork = useRight('queue.work');
  const day = useQueueDay();
  const nowMs = useOfficeNow(day.data, day.dataUpdatedAt);
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const correct = (ticketId: string) => setOpened({ sheet: 'correct', ticketId });
  if (!mayWork) return <EmptyState title={t('noDesk')} hint={t('noDeskHint')} />;
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
        onCheckIn={() => setOpened({ sheet: 'check-in' })}
        onCloseDay={() => setOpened({ sheet: 'close-day' })}
        onCorrect={correct}
      />
      {opened?.sheet === 'check-in' && <CheckInSheet onClose={close} onCorrect={correct} />}
      {opened?.sheet === 'close-day' && <CloseDaySheet tickets={day.data.tickets} onClose={close} />}
      {corrected && <CorrectTicketSheet key={corrected.id} ticket={corrected} onClose={close} />}
    </>
  );
}
