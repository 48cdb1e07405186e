import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localTimeOf } from '../../../shared/kernel/instants.ts';
import type { TicketHistory, TicketView } from '../../../shared/queue/queue.contract.ts';
import { useFormats } from '../../i18n/formats.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { isLeavingReason, isParkingReason } from '../reasons.ts';
import { useStaffNames } from '../use-staff-names.ts';
import { useWhyText } from '../use-why-text.ts';
import { useUndoTicket } from './use-undo-ticket.ts';

type Event = TicketHistory['events'][number];

interface HistorySheetProps {
  ticket: TicketView;
  dayIsOpen: boolean;
  onClose: () => void;
}

/** What happened to a ticket, with why each call, what was taken back, and which times were put right by hand. */
export function HistorySheet({ ticket, dayIsOpen, onClose }: HistorySheetProps) {
  const { t } = useTranslation('queue');
  const nameOf = useStaffNames();
  const whyText = useWhyText();
  const history = useQuery(orpc.queue.history.queryOptions({ input: { ticketId: ticket.id } }));
  const reasonText = (event: Event) => {
    if (event.why) return whyText(event.why);
    if (isParkingReason(event.reason)) return t(`parkingReason.${event.reason}`);
    return isLeavingReason(event.reason) ? t(`leavingReason.${event.reason}`) : '';
  };
  return (
    <Sheet title={t('history.title', { label: ticket.label })} onClose={onClose} size="52rem">
      {history.error && <ErrorState error={history.error} onRetry={() => void history.refetch()} />}
      {!history.data && !history.error && <SkeletonLines lines={4} height={28} />}
      {history.data && (
        <Stack gap="md">
          <Group gap="lg">
            {(['waitingMs', 'wayMs', 'serviceMs'] as const).map((clock) => (
              <Text key={clock} size="sm">
                {t(`history.clock.${clock}`)}{' '}
                <strong>{t('minutes', { count: Math.round(history.data.clocks[clock] / 60_000) })}</strong>
              </Text>
            ))}
          </Group>
          <Table.ScrollContainer minWidth={500}>
            <Table verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('history.time')}</Table.Th>
                  <Table.Th>{t('history.what')}</Table.Th>
                  <Table.Th>{t('history.who')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {history.data.events.map((event) => (
                  <Table.Tr key={event.sequence}>
                    <Table.Td>
                      <TimeOf
                        ticket={ticket}
                        event={event}
                        mayCorrect={dayIsOpen && !event.takenBack && event.type !== 'changed'}
                      />
                    </Table.Td>
                    <Table.Td {...(event.takenBack ? { c: 'dimmed' } : {})}>
                      {t(`event.${event.type}`)}
                      {reasonText(event) && ` · ${reasonText(event)}`}
                      {event.takenBack && ` · ${t('history.takenBack')}`}
                    </Table.Td>
                    <Table.Td>
                      {event.staffId === null ? t('history.nobody') : nameOf(event.staffId)}
                      {event.desk !== null && ` · ${t('history.desk', { desk: event.desk })}`}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Stack>
      )}
    </Sheet>
  );
}

function TimeOf({ ticket, event, mayCorrect }: { ticket: TicketView; event: Event; mayCorrect: boolean }) {
  const { t } = useTranslation('queue');
  const formats = useFormats();
  const undoTicket = useUndoTicket();
  const [time, setTime] = useState<string | null>(null);
  const correct = useCommand(orpc.queue.correctTime, {
    onDone: () => {
      setTime(null);
      showUndoable({
        text: t('history.did', { label: ticket.label }),
        undo: () => undoTicket(ticket.id, 'corrected'),
      });
    },
  });
  if (time === null)
    return (
      <Group gap={6} wrap="nowrap">
        {mayCorrect ? (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('history.correct', { time: formats.time(event.at) })}
            onClick={() => setTime(localTimeOf(event.at))}
          >
            {formats.time(event.at)}
          </Button>
        ) : (
          formats.time(event.at)
        )}
        {event.corrected && (
          <Text size="sm" c="dimmed">
            {event.measuredAt === event.at
              ? t('history.typed')
              : t('history.corrected', { time: formats.time(event.measuredAt) })}
          </Text>
        )}
      </Group>
    );
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        void correct.run({ ticketId: ticket.id, revision: ticket.revision, sequence: event.sequence, time });
      }}
    >
      <Group gap={6} wrap="nowrap">
        <TextInput
          type="time"
          size="xs"
          autoFocus
          aria-label={t('history.newTime')}
          value={time}
          onChange={(changed) => setTime(changed.currentTarget.value)}
        />
        <Button type="submit" size="compact-sm" loading={correct.pending} disabled={time === ''}>
          {t('history.save')}
        </Button>
      </Group>
    </form>
  );
}
