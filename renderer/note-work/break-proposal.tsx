import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BREAK_AFTER_DEBTS } from '../../shared/note-work/note-work.contract.ts';
import { useRight } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';
import { Message } from '../ui/message.tsx';
import { NoteDebtSheet } from './note-debt-sheet.tsx';

const BREAK_SECONDS = 60;

/** Before the next call: with three open notes a minute to write one down. A proposal; calling goes on as ever. */
export function BreakProposal() {
  const { t } = useTranslation('note-work');
  const mayWrite = useRight('consultations.write');
  const debts = useQuery({ ...orpc.noteWork.debts.queryOptions({ input: {} }), enabled: mayWrite });
  const [writing, setWriting] = useState(false);
  const [left, setLeft] = useState<number | null>(null);
  const isRunning = left !== null && left > 0;
  useEffect(() => {
    if (!isRunning) return;
    const timer = window.setInterval(() => setLeft((now) => (now === null ? null : now - 1)), 1000);
    return () => window.clearInterval(timer);
  }, [isRunning]);
  const mine = debts.data?.mine ?? [];
  const [oldest] = mine;
  if (!oldest || (mine.length < BREAK_AFTER_DEBTS && !writing && !isRunning)) return null;
  return (
    <>
      <Message kind={isRunning ? 'info' : 'urgent'}>
        {isRunning ? t('break.running', { seconds: left }) : t('break.proposal', { count: mine.length })}
        <Group gap="xs" mt={6}>
          {!isRunning && (
            <Button size="compact-sm" variant="default" onClick={() => setLeft(BREAK_SECONDS)}>
              {t('break.take')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setWriting(true)}>
            {t('break.write')}
          </Button>
        </Group>
      </Message>
      {writing && <NoteDebtSheet key={oldest.contactId} debt={oldest} onClose={() => setWriting(false)} />}
    </>
  );
}
