import { Button, Group, Stack, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { cardBytes } from '../../shared/profile-cards/card-text.ts';
import { Message } from '../ui/message.tsx';
import { printHtml } from '../ui/print-html.ts';
import { useFocusOnMount } from '../ui/use-focus-on-mount.ts';

/** A card that was just written: the page, and what its code says. */
export interface IssuedCard {
  html: string;
  text: string;
}

/** The card is printed: whether a scanner reads it is tried before it goes out of the house. */
export function Issued({ card, onClose }: { card: IssuedCard; onClose: () => void }) {
  const { t } = useTranslation('profile-cards');
  const field = useFocusOnMount<HTMLInputElement>();
  const [scanned, setScanned] = useState('');
  const [read, setRead] = useState<'same' | 'other' | null>(null);
  const compare = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const [mine, theirs] = [cardBytes(card.text), cardBytes(scanned)];
    setRead(mine !== null && theirs !== null && String(mine) === String(theirs) ? 'same' : 'other');
    setScanned('');
  };
  return (
    <Stack gap="md">
      <Message kind="done" announce>
        {t('issued.done')}
      </Message>
      <TextInput
        ref={field}
        label={t('issued.try')}
        description={t('issued.tryHelp')}
        autoComplete="off"
        spellCheck={false}
        value={scanned}
        onChange={(event) => setScanned(event.currentTarget.value)}
        onKeyDown={compare}
      />
      {read !== null && (
        <Message kind={read === 'same' ? 'done' : 'error'} announce>
          {t(`issued.${read}`)}
        </Message>
      )}
      <Group justify="flex-end" gap="sm">
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => void printHtml(card.html, t('title'))}
        >
          {t('issued.again')}
        </Button>
        <Button onClick={onClose}>{t('issued.close')}</Button>
      </Group>
    </Stack>
  );
}
