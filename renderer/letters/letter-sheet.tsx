import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from '../ui/sheet.tsx';
import { LetterDetails } from './letter-details.tsx';
import type { LetterOccasion } from './letter-draft.ts';
import { LetterEditor } from './letter-editor.tsx';

interface LetterComposerProps extends LetterOccasion {
  onClose: () => void;
}

/**
 * A letter written from the desk, over the talk it belongs to: write, see it printed, say how it was handed over. Put
 * it into the tree only while it is open.
 */
export default function LetterComposer({ onClose, ...occasion }: LetterComposerProps) {
  const { t } = useTranslation('letters');
  const [written, setWritten] = useState<string | null>(null);
  if (written === null) {
    return (
      <Sheet title={t('new')} size="min(84rem, 96vw)" closeOnClickOutside={false} onClose={onClose}>
        <LetterEditor occasion={occasion} onWritten={setWritten} onCancel={onClose} />
      </Sheet>
    );
  }
  return (
    <Sheet title={t('written')} size="lg" closeOnClickOutside={false} onClose={onClose}>
      <Stack gap="md">
        <LetterDetails letterId={written} />
        <Group justify="flex-end">
          <Button onClick={onClose}>{t('done')}</Button>
        </Group>
      </Stack>
    </Sheet>
  );
}
