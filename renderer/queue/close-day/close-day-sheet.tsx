import { Button, Group, Stack, Text } from '@mantine/core';
import { IconMoonStars } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../../shared/queue/queue.contract.ts';
import { isOpen, LEAVING_REASONS } from '../../../shared/queue/ticket.rules.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { ChipGroup } from '../../ui/chip-group.tsx';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { LanguageName } from '../../ui/language-name.tsx';
import { Message } from '../../ui/message.tsx';
import { showUndoable } from '../../ui/notices/notice-store.ts';
import { Sheet } from '../../ui/sheet.tsx';
import type { LeavingReason } from '../reasons.ts';
import classes from './close-day-sheet.module.css';

/** The end of the day: every open ticket gets a reason, none is left over. Talks that go on must be finished first. */
export function CloseDaySheet({ tickets, onClose }: { tickets: readonly TicketView[]; onClose: () => void }) {
  const { t } = useTranslation('queue');
  const [reasons, setReasons] = useState<Readonly<Record<string, LeavingReason>>>({});
  const serving = tickets.filter((ticket) => ticket.state === 'serving');
  const open = tickets.filter((ticket) => isOpen(ticket.state) && ticket.state !== 'serving');
  const resolutions = open.flatMap((ticket) => {
    const reason = reasons[ticket.id];
    return reason ? [{ ticketId: ticket.id, revision: ticket.revision, reason }] : [];
  });
  const reopen = useCommand(orpc.queue.reopenDay);
  const close = useCommand(orpc.queue.closeDay, {
    onDone: (done) => {
      showUndoable({
        text: t('closeDay.did', { count: done.tickets }),
        undo: async () => (await reopen.run({})) !== null,
      });
      onClose();
    },
  });
  const ready = serving.length === 0 && resolutions.length === open.length;
  const choices = LEAVING_REASONS.map((id) => ({ id, label: t(`leavingReason.${id}`) }));

  return (
    <Sheet title={t('closeDay.title')} onClose={onClose} size="58rem" closeOnClickOutside={false}>
      <Stack gap="md">
        {serving.map((ticket) => (
          <Message kind="urgent" key={ticket.id}>
            {t('closeDay.serving', { label: ticket.label })}
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
                  options={choices}
                  chosen={[]}
                  onToggle={(reason) => setReasons(Object.fromEntries(open.map((ticket) => [ticket.id, reason])))}
                />
              </Group>
            )}
            <ul className={classes.list}>
              {open.map((ticket) => (
                <li key={ticket.id} className={classes.line}>
                  <span className={classes.number}>{ticket.label}</span>
                  <span className={classes.words}>
                    <LanguageName id={ticket.understood} /> · {t(`state.${ticket.state}`)}
                  </span>
                  <ChipGroup
                    label={t('closeDay.reasonOf', { label: ticket.label })}
                    options={choices}
                    chosen={reasons[ticket.id] ? [reasons[ticket.id] ?? 'come-again'] : []}
                    onToggle={(reason) => setReasons((now) => ({ ...now, [ticket.id]: reason }))}
                  />
                </li>
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
