import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { LevelEdge, LevelWord } from '../ui/level-edge.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';

/** Notes of earlier talks with this person; opened on demand, since the person may be looking at the screen. */
export function EarlierNotes({ personId, contactId }: { personId: string; contactId: string }) {
  const { t } = useTranslation('consultations');
  const formats = useFormats();
  const [opened, setOpened] = useState(false);
  const timeline = useQuery({ ...orpc.people.timeline.queryOptions({ input: { id: personId } }), enabled: opened });
  const notes = (timeline.data?.entries ?? []).flatMap((entry) =>
    entry.kind === 'note' && entry.contactId !== contactId ? [entry] : [],
  );
  return (
    <div>
      <Button variant="subtle" color="gray" size="compact-sm" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {t(opened ? 'notes.hideEarlier' : 'notes.showEarlier')}
      </Button>
      {opened && timeline.error && <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {opened && timeline.isPending && <SkeletonLines lines={2} height={40} />}
      {opened && timeline.data && notes.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('notes.noneEarlier')}
        </Text>
      )}
      {opened && notes.length > 0 && (
        <Stack component="ul" gap="xs" p={0} m={0} mt={6} style={{ listStyle: 'none' }}>
          {notes.map((note) => (
            <li key={note.id}>
              <LevelEdge level={note.level}>
                <Text size="sm" c="dimmed">
                  <LevelWord level={note.level} employerKind={note.employerKind} /> <Bdi>{note.staffName}</Bdi> ·{' '}
                  {formats.instantDay(note.at)}
                </Text>
                <Text dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
                  {note.text}
                </Text>
              </LevelEdge>
            </li>
          ))}
        </Stack>
      )}
    </div>
  );
}
