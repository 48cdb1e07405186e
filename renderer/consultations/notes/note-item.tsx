import { Button, Group, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteView } from '../../../shared/consultations/consultations.contract.ts';
import { useSession } from '../../access/session-store.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Bdi } from '../../ui/bdi.tsx';
import { focusIfLost } from '../../ui/focus-if-lost.ts';
import { LevelEdge, LevelWord } from '../../ui/level-edge.tsx';
import { NoteChange } from './note-change.tsx';
import { NoteVersions } from './note-versions.tsx';

/** A note as it was written, with its edge and word. Its author may change it; the versions before stay. */
export function NoteItem({ note }: { note: NoteView }) {
  const { t } = useTranslation('consultations');
  const { t: common } = useTranslation();
  const formats = useFormats();
  const session = useSession();
  const [changing, setChanging] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setChanging(false);
    focusIfLost(() => button.current);
  };
  const own = note.authorId === session.staffId;
  if (changing) return <NoteChange note={note} onDone={close} />;
  return (
    <LevelEdge level={note.level}>
      <Group justify="space-between" gap="xs">
        <LevelWord level={note.level} employerKind={note.employerKind} own={own} />
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            <Bdi>{note.authorName}</Bdi> · {formats.instantDay(note.writtenAt)} {formats.time(note.writtenAt)}
            {note.version > 1 && ` · ${t('notes.version', { number: note.version })}`}
          </Text>
          {own && (
            <Button
              ref={button}
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setChanging(true)}
            >
              {common('change')}
            </Button>
          )}
        </Group>
      </Group>
      <Text dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
        {note.text}
      </Text>
      {note.version > 1 && <NoteVersions noteId={note.id} count={note.version} />}
    </LevelEdge>
  );
}
