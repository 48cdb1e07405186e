import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../shared/kernel/instants.ts';
import { useRight } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Section } from '../../ui/section.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { FollowUpLine } from './follow-up-line.tsx';
import classes from './follow-ups.module.css';

/** What is due today or was due before: own steps, and answers that partners owe. */
export function FollowUps({ today }: { today: LocalDate }) {
  const { t } = useTranslation('desk');
  const mayRead = useRight('consultations.write');
  const due = useQuery({ ...orpc.consultations.followUps.queryOptions({ input: { until: today } }), enabled: mayRead });
  if (!mayRead) return null;
  return (
    <Section
      title={t('due.title')}
      className={classes.section ?? ''}
      scrolls={due.data?.followUps.length === 0}
      aside={
        due.data && due.data.followUps.length > 0 ? (
          <Text size="sm" c="dimmed">
            {due.data.followUps.length}
          </Text>
        ) : null
      }
    >
      {due.error ? (
        <ErrorState error={due.error} onRetry={() => void due.refetch()} />
      ) : !due.data ? (
        <SkeletonLines lines={3} height={36} />
      ) : due.data.followUps.length === 0 ? (
        <EmptyState title={t('due.nothing')} hint={t('due.nothingHint')} />
      ) : (
        <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
          {due.data.followUps.map((followUp) => (
            <li key={`${followUp.kind}-${followUp.id}`}>
              <FollowUpLine followUp={followUp} today={today} />
            </li>
          ))}
        </Stack>
      )}
    </Section>
  );
}
