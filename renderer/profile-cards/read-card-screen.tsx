import { Anchor, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CardContent } from '../../shared/profile-cards/card-content.ts';
import { CompareCard } from './compare-card.tsx';
import { OpenCardForm } from './open-card-form.tsx';
import classes from './profile-cards.module.css';
import { TakenOver } from './taken-over.tsx';

/** A card as it was opened, and how many of its fields this program does not know. */
export interface OpenedCard {
  content: CardContent;
  leftOut: number;
}

/** Reads a card: scan, PIN, comparison, take over. What was opened lives on this page alone and is gone with it. */
export default function ReadCardScreen() {
  const { t } = useTranslation(['profile-cards', 'people']);
  const [opened, setOpened] = useState<OpenedCard | null>(null);
  const [takenBy, setTakenBy] = useState<{ personId: string; stored: boolean } | null>(null);
  const again = () => {
    setOpened(null);
    setTakenBy(null);
  };
  return (
    <Stack gap="md" className={classes.page}>
      <Anchor component={Link} href="/people" style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
        <IconArrowLeft size={16} aria-hidden /> {t('page.back', { ns: 'people' })}
      </Anchor>
      <Title order={1}>{t('read.title')}</Title>
      {opened === null ? (
        <OpenCardForm onOpened={setOpened} />
      ) : takenBy === null ? (
        <CompareCard card={opened} onTaken={(personId, stored) => setTakenBy({ personId, stored })} onCancel={again} />
      ) : (
        <TakenOver {...takenBy} content={opened.content} onAgain={again} />
      )}
    </Stack>
  );
}
