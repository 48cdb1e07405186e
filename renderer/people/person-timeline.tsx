import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo, useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../shared/people/people.contract.ts';
import { filteredTimeline, NO_FILTER, topicsOfTimeline } from '../../shared/people/timeline-filter.ts';
import { useRight } from '../access/session-store.ts';
import { useToday } from '../letters/use-today.ts';
import { useEmployerNames } from '../office/use-employer-names.ts';
import { orpc } from '../rpc/client.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './people.module.css';
import { TimelineLine } from './timeline-entry.tsx';
import { TimelineFilters } from './timeline-filters.tsx';
import { useMoveMatter } from './use-move-matter.ts';

/** More than a screen shows. The newest are painted first; those of earlier years come in the frames after. */
const PAINTED_FIRST = 10;

const Line = memo(TimelineLine);

/** Everything with this person that the reader may open, newest first. */
export function PersonTimeline({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const today = useToday();
  const [filter, setFilter] = useState(NO_FILTER);
  const { city, partner } = useEmployerNames();
  const employers = useMemo(() => ({ city, partner }), [city, partner]);
  const timeline = useQuery(orpc.people.timeline.queryOptions({ input: { id: personId } }));
  const entries = timeline.data?.entries;
  const shown = useMemo(() => (entries ? filteredTimeline(entries, filter) : []), [entries, filter]);
  return (
    <Section title={t('timeline.title')}>
      {entries && entries.length > 0 && (
        <TimelineFilters
          filter={filter}
          onChange={setFilter}
          today={today}
          topics={topicsOfTimeline(entries)}
          shown={shown.length}
          all={entries.length}
          employers={employers}
        />
      )}
      {entries ? (
        <Entries personId={personId} entries={shown} none={entries.length === 0} employers={employers} />
      ) : timeline.error ? (
        <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : (
        <SkeletonLines lines={5} height={44} />
      )}
    </Section>
  );
}

function Entries({
  personId,
  entries,
  none,
  employers,
}: {
  personId: string;
  entries: readonly TimelineEntry[];
  none: boolean;
  employers: Readonly<Record<'city' | 'partner', string | null>>;
}) {
  const { t } = useTranslation('people');
  const mayMove = useRight('consultations.write');
  const move = useMoveMatter();
  const onAnonymous = useCallback(
    (contactId: string) => void move(contactId, { from: personId, to: null, told: t('matters.madeAnonymous') }),
    [move, personId, t],
  );
  const shown = useDeferredValue(entries, entries.slice(0, PAINTED_FIRST));
  if (none) return <EmptyState title={t('timeline.empty')} hint={t('timeline.emptyHint')} />;
  if (entries.length === 0) return <Text c="dimmed">{t('timeline.emptyFilter')}</Text>;
  return (
    <ol className={classes.timeline}>
      {shown.map((entry) => (
        <li key={`${entry.kind} ${entry.id}`}>
          <Line entry={entry} employers={employers} onAnonymous={mayMove ? onAnonymous : null} />
        </li>
      ))}
    </ol>
  );
}
