import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Message } from '../message.tsx';

interface ConflictChoiceProps {
  /** What is stored now, in a sentence. */
  stored: string;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** A colleague was quicker: what is stored now, and which of the two goes on. Nothing typed is lost before that. */
export function ConflictChoice({ stored, onKeepMine, onTakeTheirs }: ConflictChoiceProps) {
  const { t } = useTranslation('office');
  return (
    <Message kind="urgent" announce>
      {`${t('form.conflict')} ${stored}`}
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={onKeepMine}>
          {t('form.keepMine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onTakeTheirs}>
          {t('form.takeTheirs')}
        </Button>
      </Group>
    </Message>
  );
}
