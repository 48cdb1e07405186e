import { SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../shared/people/people.contract.ts';
import { orpc } from '../rpc/client.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './people.module.css';
import { TimelineLine } from './timeline-entry.tsx';

const FILTERS = ['all', 'contact', 'note', 'letter', 'step'] as const;
type Filter = (typeof FILTERS)[number];

/** Everything with this person that the reader may open, newest first. */
export function PersonTimeline({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const [filter, setFilter] = useState<Filter>('all');
  const timeline = useQuery(orpc.people.timeline.queryOptions({ input: { id: personId } }));
  return (
    <Section
      title={t('timeline.title')}
      aside={
        <SegmentedControl<Filter>
          size="xs"
          aria-label={t('timeline.filter')}
          value={filter}
          onChange={setFilter}
          data={FILTERS.map((value) => ({ value, label: t(`timeline.${value}`) }))}
        />
      }
    >
      {timeline.data ? (
        <Entries entries={timeline.data.entries} filter={filter} />
      ) : timeline.error ? (
        <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : (
        <SkeletonLines lines={5} height={44} />
      )}
    </Section>
  );
}

function Entries({ entries, filter }: { entries: readonly TimelineEntry[]; filter: Filter }) {
  const { t } = useTranslation('people');
  if (entries.length === 0) return <EmptyState title={t('timeline.empty')} hint={t('timeline.emptyHint')} />;
  const shown = entries.filter((entry) => filter === 'all' || entry.kind === filter);
  if (shown.length === 0) return <Text c="dimmed">{t('timeline.emptyFilter')}</Text>;
  return (
    <ol className={classes.timeline}>
      {shown.map((entry) => (
        <li key={`${entry.kind} ${entry.id}`}>
          <TimelineLine entry={entry} />
        </li>
      ))}
    </ol>
  );
}
