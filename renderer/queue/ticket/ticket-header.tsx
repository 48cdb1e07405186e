import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CANNOT_READ } from '../../../shared/catalogue/catalogue.ts';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { LanguageName } from '../../ui/language-name.tsx';
import { TicketMarks } from '../ticket-marks.tsx';
import { clockMinutes, minutesInState } from '../ticket-time.ts';
import classes from './ticket-header.module.css';

/** Who stands in the middle of the desk: number, language, name if there is one, and what was said at the door. */
export function TicketHeader({
  ticket,
  nowMs,
  aside,
  compact = false,
}: {
  ticket: TicketView;
  nowMs: number;
  aside?: ReactNode;
  compact?: boolean;
}) {
  const { t } = useTranslation('queue');
  const formats = useFormats();
  const readsOther = ticket.read !== ticket.understood;
  const speaksOther = ticket.spoken !== ticket.understood;
  return (
    <header className={classes.header} data-compact={compact || undefined}>
      <h2 className={classes.number}>{ticket.label}</h2>
      <div className={classes.words}>
        <Group gap="0 16px">
          <Text fz="lg" fw={600}>
            <LanguageName id={ticket.understood} />
          </Text>
          {ticket.person && (
            <Text fz="lg" fw={600}>
              <Bdi>{ticket.person.name}</Bdi>
            </Text>
          )}
        </Group>
        {(speaksOther || readsOther) && (
          <Text size="sm" c="dimmed">
            {speaksOther && (
              <>
                {t('speaks')} <LanguageName id={ticket.spoken} />{' '}
              </>
            )}
            {readsOther &&
              (ticket.read === CANNOT_READ ? (
                t('checkIn.cannotRead')
              ) : (
                <>
                  {t('reads')} <LanguageName id={ticket.read} />
                </>
              ))}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t(`since.${ticket.state}`, {
            count:
              ticket.state === 'waiting' ? clockMinutes(ticket, 'waitingMs', nowMs) : minutesInState(ticket, nowMs),
            time: formats.time(ticket.state === 'waiting' ? ticket.arrivedAt : ticket.since),
          })}
        </Text>
        <TicketMarks ticket={ticket} full />
      </div>
      {aside}
    </header>
  );
}
