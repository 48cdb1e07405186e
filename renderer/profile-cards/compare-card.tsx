import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Message } from '../ui/message.tsx';
import { Section } from '../ui/section.tsx';
import { ChooseWho } from './choose-who.tsx';
import { ComparedFields } from './compared-fields.tsx';
import type { OpenedCard } from './read-card-screen.tsx';
import { useCardWords } from './use-card-words.ts';
import { useHere } from './use-here.ts';

interface CompareCardProps {
  card: OpenedCard;
  onTaken: (personId: string, stored: boolean) => void;
  onCancel: () => void;
}

/** Who it is here, and field by field what the card says beside what stands here. */
export function CompareCard({ card: { content, leftOut }, onTaken, onCancel }: CompareCardProps) {
  const { t } = useTranslation('profile-cards');
  const { labelOf, wordsOf } = useCardWords();
  const [who, setWho] = useState<string | null>(null);
  const here = useHere(who);
  return (
    <Stack gap="md">
      {leftOut > 0 && <Message kind="urgent">{t('read.leftOut', { count: leftOut })}</Message>}
      <Section title={t('who.title')}>
        <ChooseWho name={wordsOf(content.values, 'name')} value={who} onChange={setWho} />
      </Section>
      {here && (
        <Section title={t('compare.title', { office: content.officeName })}>
          {/* Another person, or the same one changed meanwhile, is decided anew. */}
          <ComparedFields
            key={`${here.person?.id ?? ''} ${here.person?.revision ?? 0}`}
            content={content}
            here={here}
            onTaken={onTaken}
          />
        </Section>
      )}
      {content.values.topics && (
        <Text>
          <Text span inherit c="dimmed">{`${labelOf('topics')}: `}</Text>
          {wordsOf(content.values, 'topics')}{' '}
          <Text span inherit c="dimmed">
            {t('compare.topicsNotStored')}
          </Text>
        </Text>
      )}
      <Group>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('compare.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
