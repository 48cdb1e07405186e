import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NoteView } from '../../../shared/consultations/consultations.contract.ts';
import { useSession } from '../../access/session-store.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { LevelEdge, LevelWord } from '../../ui/level-edge.tsx';

/** The notes of this talk that the reader may open, newest first, each with its edge and word. */
export function NoteList({ notes }: { notes: readonly NoteView[] }) {
  const { t } = useTranslation('consultations');
  const formats = useFormats();
  const session = useSession();
  if (notes.length === 0) return null;
  return (
    <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('notes.written')}>
      {[...notes]
        .sort((a, b) => b.writtenAt.localeCompare(a.writtenAt))
        .map((note) => (
          <li key={note.id}>
            <LevelEdge level={note.level}>
              <Group justify="space-between" gap="xs">
                <LevelWord
                  level={note.level}
                  employerKind={note.employerKind}
                  own={note.authorId === session.staffId}
                />
                <Text size="sm" c="dimmed">
                  <Bdi>{note.authorName}</Bdi> · {formats.instantDay(note.writtenAt)} {formats.time(note.writtenAt)}
                </Text>
              </Group>
              <Text dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
                {note.text}
              </Text>
            </LevelEdge>
          </li>
        ))}
    </Stack>
  );
}
