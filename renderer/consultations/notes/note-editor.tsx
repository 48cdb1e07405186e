import { Group, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconNotes } from '@tabler/icons-react';
import { type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../access/session-store.ts';
import { useFormats } from '../../i18n/formats.ts';
import { EmptyHeadings, TemplateMenu } from '../../note-work/template-menu.tsx';
import { KeyButton } from '../../ui/keyboard/key-button.tsx';
import { LevelEdge } from '../../ui/level-edge.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import type { DraftStatus } from './draft-saver.ts';
import { LevelChoice } from './level-choice.tsx';
import type { NoteInWork } from './use-draft.ts';

const NOTE_LIMIT = 20_000;

interface NoteEditorProps {
  note: NoteInWork;
  ref: Ref<HTMLTextAreaElement>;
  /** Called once the note is written. */
  onWritten?: () => void;
}

/** The note in work: its level first, then the text, then what is known to be saved. */
export function NoteEditor({ note, ref, onWritten }: NoteEditorProps) {
  const { t } = useTranslation('consultations');
  const session = useSession();
  if (!note.draft) return <SkeletonLines lines={2} height={48} />;
  const { level, text } = note.draft;
  return (
    <LevelEdge level={level}>
      <Group justify="space-between" mb={6} gap="xs">
        <Group gap="xs">
          <Text component="h3" size="sm" fw={650} m={0}>
            {t('notes.title')}
          </Text>
          <TemplateMenu text={text} onInsert={(filled) => note.change({ text: filled })} />
        </Group>
        <LevelChoice level={level} onChoose={(chosen) => note.change({ level: chosen })} />
      </Group>
      <Textarea
        ref={ref}
        aria-label={t('notes.textFor', { readers: t(`level.${level}.readers`, { employer: session.employerName }) })}
        placeholder={t(`level.${level}.placeholder`, { employer: session.employerName })}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={NOTE_LIMIT}
        dir="auto"
        value={text}
        onChange={(event) => note.change({ text: event.currentTarget.value })}
      />
      <EmptyHeadings text={text} />
      <Group justify="space-between" mt={6} gap="xs" mih={30}>
        <DraftWord status={note.status} />
        {note.hasText && (
          <KeyButton
            keys="mod+Enter"
            variant="default"
            size="compact-md"
            leftSection={<IconNotes size={18} aria-hidden />}
            loading={note.writing}
            onClick={() => void note.write().then((written) => written && onWritten?.())}
          >
            {t('notes.write')}
          </KeyButton>
        )}
      </Group>
    </LevelEdge>
  );
}

function DraftWord({ status }: { status: DraftStatus }) {
  const { t } = useTranslation('consultations');
  const formats = useFormats();
  if (status.kind === 'nothing') {
    return (
      <Text size="sm" c="dimmed">
        {t('notes.savedAsYouType')}
      </Text>
    );
  }
  if (status.kind === 'unsaved') {
    return (
      <Text size="sm" c="dimmed">
        {t('notes.unsaved')}
      </Text>
    );
  }
  const failed = status.kind === 'failed';
  const Icon = failed ? IconAlertTriangle : IconCircleCheck;
  return (
    <Group gap={4} wrap="nowrap" c={failed ? 'var(--urgent-text)' : 'var(--done-text)'}>
      <Icon size={16} aria-hidden />
      <Text size="sm" inherit role={failed ? 'alert' : undefined}>
        {failed ? t('notes.failed') : t('notes.saved', { time: formats.timeWithSeconds(status.savedAt) })}
      </Text>
    </Group>
  );
}
