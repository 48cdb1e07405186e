import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEmployerNames } from '../office/use-employer-names.ts';
import classes from '../people/people.module.css';
import { TimelineLine } from '../people/timeline-entry.tsx';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';

/** Talks, letters and steps of those who live together now; opened on demand. Notes stay on the page of whose they are. */
export function HouseholdTimeline({ personId }: { personId: string }) {
  const { t } = useTranslation('households');
  const [open, setOpen] = useState(false);
  const listId = useId();
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        ml={-8}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'timeline.hide' : 'timeline.show')}
      </Button>
      <div id={listId} hidden={!open}>
        {open && <Entries personId={personId} />}
      </div>
    </div>
  );
}

function Entries({ personId }: { personId: string }) {
  const { t } = useTranslation('households');
  const employers = useEmployerNames();
  const timeline = useQuery(orpc.households.timeline.queryOptions({ input: { personId } }));
  if (timeline.error) return <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />;
  if (!timeline.data) return <SkeletonLines lines={3} height={40} />;
  if (timeline.data.entries.length === 0) return <Text c="dimmed">{t('timeline.none')}</Text>;
  return (
    <ol className={classes.timeline}>
      {timeline.data.entries.map(({ personId: id, name, entry }) => (
        <li key={`${entry.kind} ${entry.id} ${id}`}>
          <Text size="sm" c="dimmed" ml={36}>
            <Bdi>{name}</Bdi>
          </Text>
          <TimelineLine entry={entry} employers={employers} onAnonymous={null} />
        </li>
      ))}
    </ol>
  );
}
