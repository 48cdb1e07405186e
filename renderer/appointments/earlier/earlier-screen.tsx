import { Group, Stack, Text, Title } from '@mantine/core';
import { IconCalendarUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../rpc/client.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { AppointmentPages } from '../appointment-pages.tsx';
import classes from './earlier.module.css';
import { FreedSlot } from './freed-slot.tsx';

/** Time that passes makes notices too short: the list is asked for again. */
const ASK_AGAIN_MS = 60_000;

/** Slots that were given back, each a task with the three whom it suits best. */
export default function EarlierScreen() {
  const { t } = useTranslation('appointments');
  const earlier = useQuery({
    ...orpc.appointments.earlier.queryOptions({ input: {} }),
    refetchInterval: ASK_AGAIN_MS,
  });
  return (
    <Stack gap="sm" className={classes.page}>
      <AppointmentPages />
      <Group justify="space-between" align="end">
        <Title order={1}>{t('earlier.title')}</Title>
        <Text size="sm" c="dimmed" role="status">
          {earlier.data && t('earlier.waiting', { count: earlier.data.waiting })}
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {t('earlier.hint')}
      </Text>
      {earlier.error ? (
        <ErrorState error={earlier.error} onRetry={() => void earlier.refetch()} />
      ) : !earlier.data ? (
        <SkeletonLines lines={4} height={88} />
      ) : earlier.data.slots.length === 0 ? (
        <EmptyState
          icon={<IconCalendarUp size={20} aria-hidden />}
          title={t('earlier.none')}
          hint={t('earlier.noneHint')}
        />
      ) : (
        earlier.data.slots.map((slot) => <FreedSlot key={slot.id} slot={slot} />)
      )}
    </Stack>
  );
}
