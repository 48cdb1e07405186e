import { useTranslation } from 'react-i18next';
import { useSession } from '../access/session-store.ts';
import { ticketInTheMiddle } from '../queue/queue-groups.ts';
import { selectTicket, useSelectedTicket } from '../queue/selected-ticket.ts';
import { useOfficeNow, useQueueDay } from '../queue/use-queue-day.ts';
import { WaitingList } from '../queue/waiting-list.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './desk-screen.module.css';

/** The day: who waits, the person at the desk, what else is due. */
export default function DeskScreen() {
  const { t } = useTranslation('desk');
  const session = useSession();
  const day = useQueueDay();
  const nowMs = useOfficeNow(day.data, day.dataUpdatedAt);
  const chosenId = useSelectedTicket();
  if (!day.data)
    return day.error ? (
      <ErrorState error={day.error} onRetry={() => void day.refetch()} />
    ) : (
      <SkeletonLines lines={8} height={48} />
    );
  const middle = ticketInTheMiddle(day.data.tickets, chosenId, session.staffId);
  return (
    <div className={classes.desk}>
      <h1 className={classes.title}>{t('title')}</h1>
      <WaitingList
        tickets={day.data.tickets}
        nowMs={nowMs}
        chosenId={middle?.id ?? null}
        dayIsOpen={day.data.closedAt === null}
        onChoose={selectTicket}
        onCheckIn={() => {}}
      />
    </div>
  );
}
