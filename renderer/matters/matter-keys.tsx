import { Button, Group, Text } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketView } from '../../shared/queue/queue.contract.ts';
import { mayAct } from '../../shared/queue/ticket.rules.ts';
import { useRight } from '../access/session-store.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { selectTicket } from '../queue/selected-ticket.ts';
import { useUndoTicket } from '../queue/ticket/use-undo-ticket.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { KeyButton } from '../ui/keyboard/key-button.tsx';
import { showUndoable } from '../ui/notices/notice-store.ts';
import { TopicIcon } from '../ui/topic-icon.tsx';
import classes from './matters.module.css';
import { PinMattersSheet } from './pin-matters-sheet.tsx';

/** One digit for each frequent matter: the whole contact is recorded and finished. */
export function MatterKeys({ ticket }: { ticket: TicketView }) {
  const mayRecord = useRight('consultations.write');
  return mayRecord && mayAct(ticket.state, 'started') ? <Keys ticket={ticket} /> : null;
}

function Keys({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation('matters');
  const { topic, result } = useCatalogue();
  const mayPin = useRight('templates.write');
  const undoTicket = useUndoTicket();
  const onKeys = useQuery(orpc.matters.onKeys.queryOptions({ input: {} }));
  const [pinning, setPinning] = useState(false);
  const [done, setDone] = useState('');
  const record = useCommand(orpc.matters.record, {
    onDone: ({ ticketId }) => {
      selectTicket(null);
      showUndoable({ text: done, undo: () => undoTicket(ticketId, 'finished') });
    },
  });
  const matters = onKeys.data?.matters ?? [];
  if (matters.length === 0) return null;
  return (
    <section className={classes.keys} aria-label={t('title')}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" fw={650}>
          {t('title')}
        </Text>
        {mayPin && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconAdjustments size={16} aria-hidden />}
            onClick={() => setPinning(true)}
          >
            {t('pin')}
          </Button>
        )}
      </Group>
      <div className={classes.grid}>
        {matters.map((matter, index) => {
          const words = { topic: topic(matter.topic), result: result(matter.result) };
          return (
            <KeyButton
              key={`${matter.topic} ${matter.result}`}
              keys={String(index + 1)}
              keyLabel={t('key', words)}
              variant={ticket.topics.includes(matter.topic) ? 'light' : 'default'}
              justify="flex-start"
              leftSection={<TopicIcon id={matter.topic} size={18} />}
              classNames={{ root: classes.key ?? '', inner: classes.inner ?? '', label: classes.label ?? '' }}
              disabled={record.pending}
              onClick={() => {
                setDone(t('did', { label: ticket.label, ...words }));
                void record.run({
                  ticketId: ticket.id,
                  revision: ticket.revision,
                  topic: matter.topic,
                  result: matter.result,
                });
              }}
            >
              <span className={classes.words}>
                <span>{words.topic}</span>
                <span className={classes.result}>{words.result}</span>
              </span>
            </KeyButton>
          );
        })}
      </div>
      <Text size="sm" c="dimmed">
        {t('hint')}
      </Text>
      {pinning && <PinMattersSheet matters={matters} onClose={() => setPinning(false)} />}
    </section>
  );
}
