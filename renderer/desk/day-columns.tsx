import { Button, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QueueDay, TicketView } from '../../shared/queue/queue.contract.ts';
import { useRight, useSession } from '../access/session-store.ts';
import { TodayAppointments } from '../appointments/today-appointments.tsx';
import { ConsultationPanel } from '../consultations/consultation-panel.tsx';
import { NoteDebts } from '../note-work/note-debts.tsx';
import { ticketInTheMiddle } from '../queue/queue-groups.ts';
import { selectTicket, useSelectedTicket } from '../queue/selected-ticket.ts';
import { TicketPanel } from '../queue/ticket/ticket-panel.tsx';
import { WaitingList } from '../queue/waiting-list.tsx';
import { DayClosed } from './day-closed.tsx';
import { DaySummary } from './day-summary.tsx';
import classes from './desk-screen.module.css';
import { FollowUps } from './follow-ups/follow-ups.tsx';

interface DayColumnsProps {
  day: QueueDay;
  nowMs: number;
  onCheckIn: () => void;
  onCloseDay: () => void;
  onCorrect: (ticketId: string) => void;
}

/** The three columns of the day. */
export function DayColumns({ day, nowMs, onCheckIn, onCloseDay, onCorrect }: DayColumnsProps) {
  const { t } = useTranslation('desk');
  const session = useSession();
  const chosenId = useSelectedTicket();
  const middle = ticketInTheMiddle(day.tickets, chosenId, session.staffId);
  const dayIsOpen = day.closedAt === null;
  return (
    <div className={classes.desk}>
      <h1 className={classes.title}>{t('title')}</h1>
      <WaitingList
        tickets={day.tickets}
        nowMs={nowMs}
        chosenId={middle?.id ?? null}
        dayIsOpen={dayIsOpen}
        onChoose={selectTicket}
        onCheckIn={onCheckIn}
      />
      <div className={classes.middle}>
        <BackToTalk tickets={day.tickets} middle={middle} />
        {middle ? (
          <Middle
            key={middle.id}
            ticket={middle}
            nowMs={nowMs}
            chosen={middle.id === chosenId}
            dayIsOpen={dayIsOpen}
            onCorrect={() => onCorrect(middle.id)}
          />
        ) : day.closedAt !== null ? (
          <DayClosed closedAt={day.closedAt} />
        ) : (
          <section className={classes.calm} aria-label={t('calm.title')}>
            <Text component="h2" fz="xl" fw={650} m={0}>
              {t('calm.title')}
            </Text>
            <Text c="dimmed">{t('calm.hint')}</Text>
          </section>
        )}
      </div>
      <div className={classes.else}>
        <TodayAppointments today={day.day} dayIsOpen={dayIsOpen} />
        <FollowUps today={day.day} />
        <NoteDebts />
        <DaySummary day={day} nowMs={nowMs} onClose={onCloseDay} />
      </div>
    </div>
  );
}

interface MiddleProps {
  ticket: TicketView;
  nowMs: number;
  chosen: boolean;
  dayIsOpen: boolean;
  onCorrect: () => void;
}

/** A talk, going on or finished, shows its contact; everything before it shows the ticket. */
function Middle({ ticket, nowMs, chosen, dayIsOpen, onCorrect }: MiddleProps) {
  const mayTalk = useRight('consultations.write');
  const inTalk = ticket.state === 'serving' || ticket.state === 'finished';
  if (inTalk && ticket.contactId && mayTalk)
    return (
      <ConsultationPanel
        key={ticket.contactId}
        ticket={ticket}
        contactId={ticket.contactId}
        nowMs={nowMs}
        dayIsOpen={dayIsOpen}
      />
    );
  return <TicketPanel ticket={ticket} nowMs={nowMs} chosen={chosen} dayIsOpen={dayIsOpen} onCorrect={onCorrect} />;
}

/** While somebody looks at another ticket, the way back to the one they serve. */
function BackToTalk({ tickets, middle }: { tickets: readonly TicketView[]; middle: TicketView | null }) {
  const { t } = useTranslation('desk');
  const session = useSession();
  const mine = ticketInTheMiddle(tickets, null, session.staffId);
  if (!mine || mine.id === middle?.id || mine.staffId !== session.staffId || mine.state === 'waiting') return null;
  return (
    <Button
      variant="light"
      justify="flex-start"
      leftSection={<IconArrowLeft size={18} aria-hidden />}
      onClick={() => selectTicket(null)}
    >
      {t('backTo', { label: mine.label })}
    </Button>
  );
}
