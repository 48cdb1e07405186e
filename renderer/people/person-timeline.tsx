import { SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../shared/people/people.contract.ts';
import { useEmployerNames } from '../office/use-employer-names.ts';
import { orpc } from '../rpc/client.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './people.module.css';
import { TimelineLine } from './timeline-entry.tsx';

const FILTERS = ['all', 'contact', 'note', 'letter', 'step'] as const;
type Filter = (typeof FILTERS)[number];

/** More than a screen shows. The newest are painted first; those of earlier years come in the frames after. */
const PAINTED_FIRST = 10;

const Line = memo(TimelineLine);

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
  const { city, partner } = useEmployerNames();
  const employers = useMemo(() => ({ city, partner }), [city, partner]);
  const drawn = useDeferredValue(entries, entries.slice(0, PAINTED_FIRST));
  if (entries.length === 0) return <EmptyState title={t('timeline.empty')} hint={t('timeline.emptyHint')} />;
  const shown = drawn.filter((entry) => filter === 'all' || entry.kind === filter);
  if (!entries.some((entry) => filter === 'all' || entry.kind === filter))
    return <Text c="dimmed">{t('timeline.emptyFilter')}</Text>;
  return (
    <ol className={classes.timeline}>
      {shown.map((entry) => (
        <li key={`${entry.kind} ${entry.id}`}>
          <Line entry={entry} employers={employers} />
        </li>
      ))}
    </ol>
  );
}
