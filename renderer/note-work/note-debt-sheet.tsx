import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteDebt } from '../../shared/note-work/note-work.contract.ts';
import { NoteEditor } from '../consultations/notes/note-editor.tsx';
import { useDraft } from '../consultations/notes/use-draft.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { useCommand } from '../rpc/use-command.ts';
import { Bdi } from '../ui/bdi.tsx';
import { showUndoable } from '../ui/notices/notice-store.ts';
import { Sheet } from '../ui/sheet.tsx';

/** A note that is owed, with its draft as it was left: written it is settled; or none is needed. */
export function NoteDebtSheet({ debt, onClose }: { debt: NoteDebt; onClose: () => void }) {
  const { t } = useTranslation('note-work');
  const { topic } = useCatalogue();
  const { longDate } = useFormats();
  const { contactId } = debt;
  const note = useDraft(contactId);
  const field = useRef<HTMLTextAreaElement>(null);
  const owe = useCommand(orpc.noteWork.owe);
  const settle = useCommand(orpc.noteWork.settle, {
    onDone: () => {
      showUndoable({ text: t('didSettle'), undo: async () => (await owe.run({ contactId })) !== null });
      onClose();
    },
  });
  const ready = note.draft !== null;
  useEffect(() => {
    if (ready) field.current?.focus();
  }, [ready]);
  return (
    <Sheet
      title={debt.person ? <Bdi>{debt.person.name}</Bdi> : t('nobodyNamed')}
      onClose={onClose}
      size="46rem"
      closeOnClickOutside={false}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {[longDate(debt.day), ...debt.topics.map(topic)].join(' · ')}
        </Text>
        <NoteEditor note={note} ref={field} onWritten={onClose} />
        <Group justify="flex-end">
          <Button
            variant="subtle"
            color="gray"
            loading={settle.pending}
            disabled={note.hasText}
            onClick={() => void settle.run({ contactId })}
          >
            {t('notNeeded')}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
