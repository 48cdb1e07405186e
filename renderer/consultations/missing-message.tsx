import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { Message } from '../ui/message.tsx';
import type { Missing } from './contact-changes.ts';

interface MissingMessageProps {
  missing: readonly Missing[];
  onWrite: () => void;
  /** The draft stays, and the note is owed. */
  onLater: () => void;
  onDiscard: () => void;
}

/** What is missing before a talk can end, in one sentence, with the ways out where there are two. */
export function MissingMessage({ missing, onWrite, onLater, onDiscard }: MissingMessageProps) {
  const { t } = useTranslation('consultations');
  const { topic } = useCatalogue();
  if (missing.length === 0) return null;
  const onlyDraft = missing[0]?.kind === 'draft';
  const parts = missing.map((one) =>
    one.kind === 'no-result'
      ? t('missing.no-result', { topic: topic(one.topic) })
      : one.kind === 'draft' && !onlyDraft
        ? t('missing.draftToo')
        : t(`missing.${one.kind}`),
  );
  return (
    <Message kind="urgent" announce>
      {t('missing.intro', { parts: parts.join('; ') })}
      {onlyDraft && (
        <Group gap="xs" mt={6}>
          <Button variant="default" size="compact-sm" onClick={onWrite}>
            {t('missing.writeAndFinish')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={onLater}>
            {t('missing.laterAndFinish')}
          </Button>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onDiscard}>
            {t('missing.discardAndFinish')}
          </Button>
        </Group>
      )}
    </Message>
  );
}
