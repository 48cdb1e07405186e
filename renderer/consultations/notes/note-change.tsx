import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteView } from '../../../shared/consultations/consultations.contract.ts';
import { useSession } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { useCommand } from '../../rpc/use-command.ts';
import { LevelEdge } from '../../ui/level-edge.tsx';
import { showNotice } from '../../ui/notices/notice-store.ts';
import { useFocusOnMount } from '../../ui/use-focus-on-mount.ts';
import { LevelChoice } from './level-choice.tsx';

const NOTE_LIMIT = 20_000;

/** The author changes what they wrote, or who reads it; a new version each time. */
export function NoteChange({ note, onDone }: { note: NoteView; onDone: () => void }) {
  const { t } = useTranslation('consultations');
  const { t: common } = useTranslation();
  const session = useSession();
  const field = useFocusOnMount<HTMLTextAreaElement>();
  const [text, setText] = useState(note.text);
  const [level, setLevel] = useState(note.level);
  const change = useCommand(orpc.consultations.changeNote, {
    untold: ['note'],
    onDone: () => {
      showNotice({ kind: 'done', text: t('notes.didChange') });
      onDone();
    },
  });
  return (
    <LevelEdge level={level}>
      <Group justify="flex-end" mb={6} gap="xs">
        <LevelChoice level={level} onChoose={setLevel} />
      </Group>
      <Textarea
        aria-label={t('notes.textFor', { readers: t(`level.${level}.readers`, { employer: session.employerName }) })}
        autosize
        ref={field}
        minRows={2}
        maxRows={12}
        maxLength={NOTE_LIMIT}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group justify="space-between" mt={6} gap="xs">
        <Text size="sm" c="dimmed">
          {t('notes.changeHint')}
        </Text>
        <Group gap="xs">
          <Button variant="subtle" color="gray" size="compact-md" onClick={onDone}>
            {common('cancel')}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            loading={change.pending}
            disabled={text.trim() === ''}
            onClick={() => void change.run({ id: note.id, revision: note.revision, level, text })}
          >
            {common('save')}
          </Button>
        </Group>
      </Group>
    </LevelEdge>
  );
}
