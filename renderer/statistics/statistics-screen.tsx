import { Group, Stack, Text, Title } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, localDateOf } from '../../shared/kernel/instants.ts';
import { useRight } from '../access/session-store.ts';
import { AvailabilityFigures } from '../appointments/availability/availability-figures.tsx';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { ChipGroup } from '../ui/chip-group.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { LanguageFigures, PrefilledFigures, PriorityFigures, TopicFigures } from './counted-figures.tsx';
import classes from './statistics.module.css';
import { UnmetFigures } from './unmet-figures.tsx';
import { PromiseFigures, WaitingFigures } from './waiting-figures.tsx';

const SPANS = { weeks: 27, quarter: 90, year: 364 } as const;
type Span = keyof typeof SPANS;

/** The office in figures: waits and promises, topics and languages, who went first, who was not served. */
export default function StatisticsScreen() {
  const { t } = useTranslation('statistics');
  const { date } = useFormats();
  const mayWork = useRight('appointments.work');
  const [span, setSpan] = useState<Span>('weeks');
  const to = localDateOf(new Date().toISOString());
  const from = addDays(to, -SPANS[span]);
  const overview = useQuery(
    orpc.statistics.overview.queryOptions({ input: { from, to }, placeholderData: keepPreviousData }),
  );
  const figures = overview.data;
  return (
    <Stack gap="md" className={classes.page}>
      <Group justify="space-between" align="end">
        <div>
          <Title order={1}>{t('title')}</Title>
          <Text size="sm" c="dimmed">
            {t('span.fromTo', { from: date(from), to: date(to) })}
          </Text>
        </div>
        <ChipGroup
          label={t('span.label')}
          options={[
            { id: 'weeks', label: t('span.weeks') },
            { id: 'quarter', label: t('span.quarter') },
            { id: 'year', label: t('span.year') },
          ]}
          chosen={[span]}
          onToggle={(id: Span) => setSpan(id)}
        />
      </Group>
      {figures ? (
        isEmpty(figures) ? (
          <EmptyState icon={<IconChartBar size={20} aria-hidden />} title={t('empty')} hint={t('emptyHint')} />
        ) : (
          <div className={classes.grid}>
            <WaitingFigures waiting={figures.waiting} />
            <PromiseFigures promises={figures.promises} />
            <LanguageFigures contacts={figures.contacts} />
            <TopicFigures contacts={figures.contacts} />
            <PriorityFigures priority={figures.priority} />
            <PrefilledFigures contacts={figures.contacts} />
            <UnmetFigures unmet={figures.unmet} />
          </div>
        )
      ) : overview.error ? (
        <ErrorState error={overview.error} onRetry={() => void overview.refetch()} />
      ) : (
        <SkeletonLines lines={6} height={44} />
      )}
      {mayWork && <AvailabilityFigures />}
      <Text size="sm" c="dimmed">
        {t('hint')}
        {figures && ` ${t('countedWith', figures.catalogue)}`}
      </Text>
    </Stack>
  );
}

function isEmpty({
  waiting,
  contacts,
  unmet,
}: {
  waiting: { tickets: number };
  contacts: { total: number };
  unmet: { turnedAway: number; gaveUp: number };
}): boolean {
  return waiting.tickets + contacts.total + unmet.turnedAway + unmet.gaveUp === 0;
}
