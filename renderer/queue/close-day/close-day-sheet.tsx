import { Button, Group, Stack, Text } from '@mantine/core';
import { IconMoonStars } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import { isOpen } from '../../../shared/queue/ticket.rules.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { Message } from '../../ui/message.tsx';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useTicketName } from '../left-over.tsx';
import classes from './close-day-sheet.module.css';
import { OpenTicketLine } from './open-ticket-line.tsx';
import { usePrintReturnSlips } from './use-print-return-slips.ts';
import { resolutionOf, WAYS, type WayOut, type WayOutDetails } from './ways-out.ts';

/** The end of the day: nobody is forgotten. Each open ticket gets an appointment, a call, a slip, or a reason why not. */
export function CloseDaySheet({ tickets, onClose }: { tickets: readonly TicketView[]; onClose: () => void }) {
  const { t } = useTranslation('queue');
  const nameOf = useTicketName();
  const [ways, setWays] = useState<Readonly<Record<string, WayOutDetails>>>({});
  const printSlips = usePrintReturnSlips();
  const serving = tickets.filter((ticket) => ticket.state === 'serving');
  const open = tickets.filter((ticket) => isOpen(ticket.state) && ticket.state !== 'serving');
  const resolutions = open.flatMap((ticket) => resolutionOf(ticket, ways[ticket.id]) ?? []);
  const withSlip = open.filter((ticket) => ways[ticket.id]?.way === 'slip');
  const reopen = useCommand(orpc.queue.reopenDay);
  const close = useCommand(orpc.queue.closeDay, {
    onDone: (done) => {
      showUndoable({
        text: t('closeDay.did', { count: done.tickets }),
        undo: async () => (await reopen.run({})) !== null,
      });
      if (withSlip.length > 0) void printSlips(withSlip.map(({ id, label }) => ({ id, label })));
      onClose();
    },
  });
  const ready = serving.length === 0 && resolutions.length === open.length;
  const choose = (ticket: TicketView, part: Partial<WayOutDetails> & { way: WayOut }) =>
    setWays((now) => ({ ...now, [ticket.id]: { ...now[ticket.id], ...part } }));

  return (
    <Sheet title={t('closeDay.title')} onClose={onClose} size="68rem" closeOnClickOutside={false}>
      <Stack gap="md">
        {serving.map((ticket) => (
          <Message kind="urgent" key={ticket.id}>
            {t('closeDay.serving', { label: nameOf(ticket) })}
          </Message>
        ))}
        {open.length === 0 && serving.length === 0 && <Text>{t('closeDay.nothingOpen')}</Text>}
        {open.length > 0 && (
          <>
            <Text>{t('closeDay.intro', { count: open.length })}</Text>
            {open.length > 1 && (
              <Group gap="xs">
                <Text size="sm" c="dimmed">
                  {t('closeDay.forAll')}
                </Text>
                <ChipGroup
                  label={t('closeDay.forAll')}
                  options={WAYS.filter((way) => way !== 'call-back' && way !== 'appointment').map((id) => ({
                    id,
                    label: t(`closeDay.way.${id}`),
                  }))}
                  chosen={[]}
                  onToggle={(way) => setWays(Object.fromEntries(open.map((ticket) => [ticket.id, { way }])))}
                />
              </Group>
            )}
            <ul className={classes.list}>
              {open.map((ticket) => (
                <OpenTicketLine
                  key={ticket.id}
                  ticket={ticket}
                  details={ways[ticket.id] ?? null}
                  onChoose={(part) => choose(ticket, part)}
                />
              ))}
            </ul>
          </>
        )}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('closeDay.cancel')}
          </Button>
          <KeyButton
            keys="F4"
            leftSection={<IconMoonStars size={18} aria-hidden />}
            loading={close.pending}
            disabled={!ready}
            onClick={() => void close.run({ resolutions })}
          >
            {t('closeDay.close')}
          </KeyButton>
        </Group>
      </Stack>
    </Sheet>
  );
}
