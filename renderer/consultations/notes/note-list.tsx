import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NoteView } from '../../../shared/consultations/consultations.contract.ts';
import { NoteItem } from './note-item.tsx';

/** The notes of this talk that the reader may open, newest first. */
export function NoteList({ notes }: { notes: readonly NoteView[] }) {
  const { t } = useTranslation('consultations');
  if (notes.length === 0) return null;
  const newestFirst = [...notes].sort((a, b) => b.writtenAt.localeCompare(a.writtenAt));
  return (
    <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('notes.written')}>
      {newestFirst.map((note) => (
        <li key={note.id}>
          <NoteItem note={note} />
        </li>
      ))}
    </Stack>
  );
}
