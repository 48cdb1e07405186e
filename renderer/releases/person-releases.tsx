import { Button, Group, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconEye, IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../shared/people/people.contract.ts';
import type { ReleaseView } from '../../shared/releases/releases.contract.ts';
import { useSession } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Message } from '../ui/message.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { HeldTalks } from './held-talks.tsx';
import { ReadingsSheet } from './readings-sheet.tsx';
import { ReleaseLine } from './release-line.tsx';
import { ReleaseSheet } from './release-sheet.tsx';
import classes from './releases.module.css';
import { useEmployerWords } from './use-employer-words.ts';

/** What the person has allowed the two employers to show each other, who made use of it, and how to change it. */
export function PersonReleases({ person }: { person: PersonView }) {
  const { t } = useTranslation('releases');
  const [sheet, setSheet] = useState<'new' | 'readings' | ReleaseView | null>(null);
  const releases = useQuery(orpc.releases.list.queryOptions({ input: { personId: person.id } }));
  const close = () => setSheet(null);
  return (
    <Section
      title={t('title')}
      aside={
        <Group gap="xs" wrap="nowrap">
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconEye size={16} aria-hidden />}
            onClick={() => setSheet('readings')}
          >
            {t('readings.open')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconLockOpen size={16} aria-hidden />}
            onClick={() => setSheet('new')}
          >
            {t('new')}
          </Button>
        </Group>
      }
    >
      {releases.data ? (
        <Stack gap="sm">
          <Releases releases={releases.data.releases} onOtherWay={setSheet} />
          <HeldTalks personId={person.id} held={releases.data.held} />
        </Stack>
      ) : releases.error ? (
        <ErrorState error={releases.error} onRetry={() => void releases.refetch()} />
      ) : (
        <SkeletonLines lines={1} height={24} />
      )}
      {sheet === 'readings' && <ReadingsSheet person={person} onClose={close} />}
      {sheet !== null && sheet !== 'readings' && (
        <ReleaseSheet person={person} like={sheet === 'new' ? null : sheet} onClose={close} />
      )}
    </Section>
  );
}

function Releases({
  releases,
  onOtherWay,
}: {
  releases: readonly ReleaseView[];
  onOtherWay: (release: ReleaseView) => void;
}) {
  const { t } = useTranslation('releases');
  const { employerKind } = useSession();
  const words = useEmployerWords();
  const [earlierShown, setEarlierShown] = useState(false);
  const earlierId = useId();
  const active = releases.filter(({ state }) => state === 'active');
  const earlier = releases.filter(({ state }) => state !== 'active');
  const otherWay = active.some(({ from }) => from === employerKind)
    ? undefined
    : active.find(({ bothWays }) => bothWays);
  return (
    <Stack gap="sm">
      {active.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('none', { own: words.own, other: words.other })}
        </Text>
      ) : (
        <ul className={classes.list}>
          {active.map((release) => (
            <ReleaseLine key={release.id} release={release} />
          ))}
        </ul>
      )}
      {otherWay && (
        <Message
          kind="info"
          action={
            <Button size="compact-sm" onClick={() => onOtherWay(otherWay)}>
              {t('otherWayDo')}
            </Button>
          }
        >
          {t('otherWay', { own: words.own, other: words.other })}
        </Message>
      )}
      {earlier.length > 0 && (
        <div>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            ml={-8}
            leftSection={
              earlierShown ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />
            }
            aria-expanded={earlierShown}
            aria-controls={earlierId}
            onClick={() => setEarlierShown(!earlierShown)}
          >
            {t('earlier', { count: earlier.length })}
          </Button>
          <ul id={earlierId} hidden={!earlierShown} className={classes.list}>
            {earlierShown && earlier.map((release) => <ReleaseLine key={release.id} release={release} />)}
          </ul>
        </div>
      )}
    </Stack>
  );
}
