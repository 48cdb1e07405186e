import { Text, UnstyledButton } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { LanguageName } from '../ui/language-name.tsx';
import { TicketMarks } from './ticket-marks.tsx';
import classes from './ticket-row.module.css';
import { clockMinutes, minutesInState } from './ticket-time.ts';

interface TicketRowProps {
  ticket: TicketView;
  nowMs: number;
  chosen: boolean;
  onChoose: () => void;
}

/** One line of the list: the number largest, then language, topics and the minutes that count in this state. */
export function TicketRow({ ticket, nowMs, chosen, onChoose }: TicketRowProps) {
  const { t } = useTranslation('queue');
  const { topic } = useCatalogue();
  const minutes = ticket.state === 'waiting' ? clockMinutes(ticket, 'waitingMs', nowMs) : minutesInState(ticket, nowMs);
  return (
    <UnstyledButton
      className={classes.row}
      data-state={ticket.state}
      data-urgent={ticket.priorityReason !== null}
      aria-current={chosen ? 'true' : undefined}
      onClick={onChoose}
      onKeyDown={moveAmongRows}
    >
      <span className={classes.number}>{ticket.label}</span>
      <Text span className={classes.language}>
        <LanguageName id={ticket.understood} />
      </Text>
      <Text span size="sm" className={classes.topics}>
        {ticket.topics.length === 0 ? t('noTopicYet') : ticket.topics.map(topic).join(', ')}
      </Text>
      <span className={classes.marks}>
        <TicketMarks ticket={ticket} />
      </span>
      <Text span size="sm" className={classes.minutes}>
        {ticket.state === 'finished' || ticket.state === 'left'
          ? t(`state.${ticket.state}`)
          : t('minutes', { count: minutes })}
      </Text>
    </UnstyledButton>
  );
}

/** Arrow keys go from line to line, whatever part of the list they are in. */
function moveAmongRows(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const rows = [
    ...(event.currentTarget.closest('[data-rows]')?.querySelectorAll<HTMLButtonElement>('li > button') ?? []),
  ];
  const next = rows[rows.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
