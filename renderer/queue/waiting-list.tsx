import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { queueGroups } from './queue-groups.ts';
import { TicketRow } from './ticket-row.tsx';
import { clockMinutes } from './ticket-time.ts';
import classes from './waiting-list.module.css';

interface WaitingListProps {
  tickets: readonly TicketView[];
  nowMs: number;
  chosenId: string | null;
  dayIsOpen: boolean;
  onChoose: (ticketId: string) => void;
  onCheckIn: () => void;
}

/** Who waits and who is at a desk; the second column of the day. Scrolls inside, its button stays in sight. */
export function WaitingList({ tickets, nowMs, chosenId, dayIsOpen, onChoose, onCheckIn }: WaitingListProps) {
  const { t } = useTranslation('queue');
  const [showsDone, setShowsDone] = useState(false);
  const groups = queueGroups(tickets);
  const longest = Math.max(0, ...groups.waiting.map((ticket) => clockMinutes(ticket, 'waitingMs', nowMs)));
  const rows = (shown: readonly TicketView[]) => (
    <ul className={classes.rows}>
      {shown.map((ticket) => (
        <li key={ticket.id}>
          <TicketRow
            ticket={ticket}
            nowMs={nowMs}
            chosen={ticket.id === chosenId}
            onChoose={() => onChoose(ticket.id)}
          />
        </li>
      ))}
    </ul>
  );
  return (
    <section className={classes.list} aria-label={t('listLabel')}>
      <div className={classes.scrolls} data-rows>
        {groups.atDesk.length > 0 && (
          <>
            <Heading words={t('group.atDesk')} />
            {rows(groups.atDesk)}
          </>
        )}
        <Heading
          words={t('group.waiting', { count: groups.waiting.length })}
          aside={groups.waiting.length > 0 ? t('longest', { count: longest }) : null}
        />
        {groups.waiting.length > 0 ? (
          rows(groups.waiting)
        ) : (
          <EmptyState title={t('nobodyWaits')} hint={dayIsOpen ? t('nobodyWaitsHint') : t('dayIsClosed')} />
        )}
        {groups.parked.length > 0 && (
          <>
            <Heading words={t('group.parked', { count: groups.parked.length })} />
            {rows(groups.parked)}
          </>
        )}
        {groups.missed.length > 0 && (
          <>
            <Heading words={t('group.missed', { count: groups.missed.length })} />
            {rows(groups.missed)}
          </>
        )}
        {groups.done.length > 0 && (
          <>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              mt="sm"
              aria-expanded={showsDone}
              onClick={() => setShowsDone(!showsDone)}
            >
              {t(showsDone ? 'hideDone' : 'showDone', { count: groups.done.length })}
            </Button>
            {showsDone && rows(groups.done)}
          </>
        )}
      </div>
      <KeyButton
        keys="F2"
        variant="light"
        fullWidth
        leftSection={<IconPlus size={18} aria-hidden />}
        disabled={!dayIsOpen}
        onClick={onCheckIn}
      >
        {t('newTicket')}
      </KeyButton>
    </section>
  );
}

function Heading({ words, aside = null }: { words: string; aside?: string | null }) {
  return (
    <div className={classes.heading}>
      <Text component="h2" className={classes.headingWords}>
        {words}
      </Text>
      {aside && (
        <Text size="sm" c="dimmed">
          {aside}
        </Text>
      )}
    </div>
  );
}
