import { Button, Group, Stack } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCalendarPlus,
  IconDoorExit,
  IconHistory,
  IconPencil,
  IconPrinter,
  IconRotateClockwise,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import { isOpen as isTicketOpen, LEAVING_REASONS, mayAct } from '../../../shared/queue/ticket.rules.ts';
import { useRight } from '../../access/session-store.ts';
import { openBooking } from '../../appointments/appointment-sheets.ts';
import { ServingPanel } from '../../interpreters/serving-panel.tsx';
import { MatterKeys } from '../../matters/matter-keys.tsx';
import { BreakProposal } from '../../note-work/break-proposal.tsx';
import { useFocusIfLost } from '../../ui/focus-if-lost.ts';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { QuietButton } from '../../ui/quiet-button.tsx';
import { useTicketName } from '../left-over.tsx';
import { usePrintSlip } from '../use-print-slip.ts';
import { useQueueDay } from '../use-queue-day.ts';
import { HistorySheet } from './history-sheet.tsx';
import { MainVerb } from './main-verb.tsx';
import { ReasonMenu } from './reason-menu.tsx';
import { SetAside } from './set-aside.tsx';
import { TicketHeader } from './ticket-header.tsx';
import classes from './ticket-panel.module.css';
import { TopicList } from './topic-list.tsx';
import { useTicketActions } from './use-ticket-actions.ts';
import { useUndoTicket } from './use-undo-ticket.ts';

interface TicketPanelProps {
  ticket: TicketView;
  nowMs: number;
  /** Whether somebody chose this ticket; otherwise it is only the next one. */
  chosen: boolean;
  dayIsOpen: boolean;
  onCorrect: () => void;
}

/** The middle of the desk outside a talk: the one verb that comes next, everything else quiet beneath. */
export function TicketPanel({ ticket, nowMs, chosen, dayIsOpen, onCorrect }: TicketPanelProps) {
  const { t } = useTranslation('queue');
  const { t: appointments } = useTranslation('appointments');
  const nameOf = useTicketName();
  const mayBook = useRight('appointments.work');
  const panel = useFocusIfLost<HTMLElement>();
  const actions = useTicketActions(ticket);
  const undoTicket = useUndoTicket();
  const day = useQueueDay();
  const quickWaits = (day.data?.tickets ?? []).some(({ state, lane }) => state === 'waiting' && lane === 'quick');
  const [historyShown, setHistoryShown] = useState(false);
  const { print } = usePrintSlip();
  const isOpen = isTicketOpen(ticket.state);
  // Who is left over from an unclosed day is not here any more: how it ended can be said, nothing else.
  const isHere = dayIsOpen && ticket.leftOverFrom === undefined;
  const { undoable } = ticket;
  return (
    <section
      ref={panel}
      tabIndex={-1}
      className={classes.panel}
      aria-label={t('panelLabel', { label: nameOf(ticket) })}
    >
      <TicketHeader ticket={ticket} nowMs={nowMs} />
      <TopicList topics={ticket.topics} />
      {isHere && isOpen && <ServingPanel ticket={ticket} />}
      {isHere && ticket.state === 'waiting' && <BreakProposal />}
      {isHere && <MainVerb ticket={ticket} chosen={chosen} actions={actions} quickWaits={quickWaits} />}
      {isHere && (ticket.state !== 'waiting' || chosen) && <MatterKeys ticket={ticket} />}
      <Stack gap="xs" className={classes.quiet}>
        {dayIsOpen && isOpen && (
          <Group gap="xs">
            <SetAside
              ticket={ticket}
              nowMs={nowMs}
              actions={actions}
              park={isHere && mayAct(ticket.state, 'parked')}
              forward={isHere && mayAct(ticket.state, 'forwarded')}
            />
            {isHere && mayAct(ticket.state, 'requeued') && (
              <Button
                variant="default"
                leftSection={<IconRotateClockwise size={18} aria-hidden />}
                disabled={actions.pending}
                onClick={actions.requeue}
              >
                {t('verb.requeue')}
              </Button>
            )}
            {isHere && mayBook && <BookFor ticket={ticket} label={appointments('book')} />}
            <ReasonMenu
              label={t('verb.leave')}
              icon={<IconDoorExit size={18} aria-hidden />}
              reasons={LEAVING_REASONS.map((id) => ({ id, label: t(`leavingReason.${id}`) }))}
              onChoose={actions.leave}
              disabled={actions.pending}
            />
          </Group>
        )}
        <Group gap="xs">
          {isHere && isOpen && (
            <QuietButton icon={IconPencil} onClick={onCorrect}>
              {t('checkIn.correct')}
            </QuietButton>
          )}
          {isOpen && (
            <QuietButton icon={IconPrinter} onClick={() => void print(ticket.id, ticket.label)}>
              {t('checkIn.printSlip')}
            </QuietButton>
          )}
          <QuietButton icon={IconHistory} onClick={() => setHistoryShown(true)}>
            {t('history.open')}
          </QuietButton>
          {dayIsOpen && undoable && (
            <QuietButton icon={IconArrowBackUp} onClick={() => void undoTicket(ticket.id, undoable.type)}>
              {t('verb.undoLast', { what: t(`event.${undoable.type}`) })}
            </QuietButton>
          )}
        </Group>
      </Stack>
      {historyShown && <HistorySheet ticket={ticket} dayIsOpen={dayIsOpen} onClose={() => setHistoryShown(false)} />}
    </section>
  );
}

/** An appointment for whoever stands in the line. While somebody is called, F8 says that they did not come. */
function BookFor({ ticket, label }: { ticket: TicketView; label: string }) {
  const { spoken, topics, person } = ticket;
  const book = () => openBooking({ language: spoken, topics, person });
  const icon = <IconCalendarPlus size={18} aria-hidden />;
  return ticket.state === 'called' ? (
    <Button variant="default" leftSection={icon} onClick={book}>
      {label}
    </Button>
  ) : (
    <KeyButton keys="F8" variant="default" leftSection={icon} onClick={book}>
      {label}
    </KeyButton>
  );
}
