import { Group, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { NoteHit } from '../../shared/search/search.contract.ts';
import { useRight, useSession } from '../access/session-store.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LevelEdge, LevelWord } from '../ui/level-edge.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { MarkedText } from './marked-text.tsx';
import classes from './search.module.css';

interface NoteHitLineProps {
  hit: NoteHit;
  open: boolean;
  onToggle: () => void;
}

/** A found note: with whom and what about, who may read it, the place that fits; opened, its whole text. */
export function NoteHitLine({ hit, open, onToggle }: NoteHitLineProps) {
  const { t } = useTranslation('search');
  const session = useSession();
  const { topic } = useCatalogue();
  const { instantDay, time } = useFormats();
  const mayReadPeople = useRight('people.read');
  const about = hit.topics.map(topic).join(', ');
  return (
    <LevelEdge level={hit.level}>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <Text fw={600}>
          {hit.person && mayReadPeople ? (
            <Link href={`/people/${hit.person.id}`} className={classes.person ?? ''}>
              <Bdi>{hit.person.name}</Bdi>
            </Link>
          ) : (
            t('nobodyNamed')
          )}
          {about && (
            <Text span c="dimmed" fw={400}>
              {' · '}
              {about}
            </Text>
          )}
        </Text>
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          <time dateTime={hit.writtenAt}>{`${instantDay(hit.writtenAt)}, ${time(hit.writtenAt)}`}</time>
        </Text>
      </Group>
      <Group gap="sm">
        <LevelWord level={hit.level} employerKind={hit.employerKind} own={hit.authorId === session.staffId} />
        <Text size="sm" c="dimmed">
          <Bdi>{hit.authorName}</Bdi>
        </Text>
      </Group>
      <UnstyledButton className={classes.open} aria-expanded={open} onClick={onToggle}>
        <MarkedText pieces={hit.snippet} />
      </UnstyledButton>
      {open && <WholeNote noteId={hit.noteId} />}
    </LevelEdge>
  );
}

function WholeNote({ noteId }: { noteId: string }) {
  const versions = useQuery(
    orpc.consultations.noteVersions.queryOptions({ input: { id: noteId }, staleTime: 0, gcTime: 0 }),
  );
  if (versions.error) return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} />;
  if (!versions.data) return <SkeletonLines lines={2} height={20} />;
  return (
    <div className={classes.whole} dir="auto">
      {versions.data.versions.at(-1)?.text}
    </div>
  );
}
