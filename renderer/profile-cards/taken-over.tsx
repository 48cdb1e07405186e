import { Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CardContent } from '../../shared/profile-cards/card-content.ts';
import { useRight } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Message } from '../ui/message.tsx';
import { showNotice } from '../ui/notices/notice-store.ts';

interface TakenOverProps {
  personId: string;
  /** Whether anything of the card was taken over. */
  stored: boolean;
  content: CardContent;
  onAgain: () => void;
}

/** It is known who it is; the card's matters and language are enough for a number. */
export function TakenOver({ personId, stored, content: { values }, onAgain }: TakenOverProps) {
  const { t } = useTranslation('profile-cards');
  const [, navigate] = useLocation();
  const mayCheckIn = useRight('queue.work');
  const checkIn = useCommand(orpc.queue.checkIn, {
    onDone: ({ label }) => {
      showNotice({ kind: 'done', text: t('taken.checkedIn', { label }) });
      navigate('/');
    },
  });
  const { spoken, topics = [] } = values;
  return (
    <Stack gap="md">
      <Message kind="done" announce>
        {t(stored ? 'taken.done' : 'taken.nothing')}
      </Message>
      <Group gap="sm">
        <Button data-autofocus autoFocus onClick={() => navigate(`/people/${personId}`)}>
          {t('taken.toPerson')}
        </Button>
        {mayCheckIn && spoken !== undefined && (
          <Button
            variant="default"
            loading={checkIn.pending}
            onClick={() => void checkIn.run({ spoken, topics, personId })}
          >
            {t('taken.checkIn')}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onAgain}>
          {t('taken.again')}
        </Button>
      </Group>
    </Stack>
  );
}
