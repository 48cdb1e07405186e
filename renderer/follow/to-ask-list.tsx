import { Anchor, Button, Group, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { HOLDS, type Holds, type ObstacleToAsk } from '../../shared/obstacles/obstacles.contract.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Bdi } from '../ui/bdi.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { showUndoable } from '../ui/notices/notice-store.ts';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './follow.module.css';

/** What was solved or bypassed three months ago: does it hold? */
export function ToAskList({ toAsk }: { toAsk: UseQueryResult<{ obstacles: ObstacleToAsk[] }> }) {
  const { t } = useTranslation('follow');
  if (toAsk.error) return <ErrorState error={toAsk.error} onRetry={() => void toAsk.refetch()} />;
  if (!toAsk.data) return <SkeletonLines lines={4} height={44} />;
  if (toAsk.data.obstacles.length === 0) return <EmptyState title={t('toAsk.none')} hint={t('toAsk.noneHint')} />;
  return (
    <ul className={classes.list}>
      {toAsk.data.obstacles.map((obstacle) => (
        <li key={obstacle.id}>
          <ToAskLine asked={obstacle} />
        </li>
      ))}
    </ul>
  );
}

function ToAskLine({ asked }: { asked: ObstacleToAsk }) {
  const { t } = useTranslation('follow');
  const { t: talk } = useTranslation('consultations');
  const labels = useCatalogue();
  const formats = useFormats();
  const answer = useCommand(orpc.obstacles.answer);
  const undo = useCommand(orpc.obstacles.undo);
  const { id, revision, obstacle, state, endedOn, person } = asked;
  const say = async (holds: Holds) => {
    const done = await answer.run({ id, revision, holds });
    if (!done) return;
    showUndoable({
      text: t('toAsk.did', { obstacle: labels.obstacle(obstacle), answer: t(`toAsk.holds.${holds}`) }),
      undo: async () => (await undo.run(done)) !== null,
    });
  };
  return (
    <div className={classes.call}>
      <div>
        <Text fw={600}>
          {labels.obstacle(obstacle)}: {talk(`obstacles.state.${state}`)}
        </Text>
        <Text size="sm" c="dimmed" component="div" className={classes.facts}>
          <Anchor component={Link} href={`/people/${person.id}`} inherit>
            <Bdi>{person.name}</Bdi>
          </Anchor>
          {person.phone !== '' && <bdi dir="ltr">{person.phone}</bdi>}
          {person.language !== null && <span>{labels.language(person.language)}</span>}
          <span>{t('toAsk.endedOn', { day: formats.date(endedOn) })}</span>
        </Text>
      </div>
      <Group gap={6} role="group" aria-label={t('toAsk.question')}>
        {HOLDS.map((holds) => (
          <Button
            key={holds}
            size="compact-sm"
            variant="default"
            disabled={answer.pending}
            onClick={() => void say(holds)}
          >
            {t(`toAsk.holds.${holds}`)}
          </Button>
        ))}
      </Group>
    </div>
  );
}
