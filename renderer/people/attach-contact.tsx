import { Button, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnnamedContact } from '../../shared/consultations/levels.contract.ts';
import { matchesWords } from '../../shared/kernel/matches-words.ts';
import { useRight } from '../access/session-store.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './people.module.css';
import { useMoveMatter } from './use-move-matter.ts';

/** Puts an earlier anonymous talk to this person, where they want it. */
export function AttachContact({ personId }: { personId: string }) {
  const { t } = useTranslation('people');
  const mayWrite = useRight('consultations.write');
  const [open, setOpen] = useState(false);
  if (!mayWrite) return null;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconLink size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('matters.attach')}
      </Button>
      {open && (
        <Sheet title={t('matters.attach')} size="lg" onClose={() => setOpen(false)}>
          <UnnamedContacts personId={personId} onDone={() => setOpen(false)} />
        </Sheet>
      )}
    </div>
  );
}

function UnnamedContacts({ personId, onDone }: { personId: string; onDone: () => void }) {
  const { t } = useTranslation('people');
  const [words, setWords] = useState('');
  const found = useQuery(orpc.levels.withoutPerson.queryOptions({ input: {} }));
  const move = useMoveMatter();
  const textOf = useContactText();
  if (found.error) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <SkeletonLines lines={5} height={40} />;
  if (found.data.contacts.length === 0) return <EmptyState title={t('matters.attachNone')} />;
  const shown = found.data.contacts.filter((contact) => matchesWords(Object.values(textOf(contact)).join(' '), words));
  const attach = async (contact: UnnamedContact) => {
    if (await move(contact.id, { from: null, to: personId, told: t('matters.attached') })) onDone();
  };
  return (
    <Stack gap="sm">
      <Text>{t('matters.attachText')}</Text>
      <TextInput
        label={t('matters.filter')}
        data-autofocus
        autoComplete="off"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <ul className={classes.hits}>
        {shown.map((contact) => {
          const { day, facts, topics } = textOf(contact);
          return (
            <li key={contact.id}>
              <UnstyledButton
                className={classes.hit}
                w="100%"
                aria-label={t('matters.attachThis', { day })}
                onClick={() => void attach(contact)}
              >
                <Text fw={600}>{`${day} · ${topics}`}</Text>
                <Text size="sm" c="dimmed">
                  {facts}
                </Text>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}

function useContactText() {
  const { t } = useTranslation('people');
  const { instantDay, time } = useFormats();
  const { language, topic } = useCatalogue();
  return (contact: UnnamedContact) => ({
    day: `${instantDay(contact.at)}, ${time(contact.at)}`,
    topics: contact.topics.map((one) => topic(one.topic)).join(', '),
    facts: [
      language(contact.spoken),
      contact.minutes === null ? null : t('timeline.minutes', { count: contact.minutes }),
      contact.staffName,
    ]
      .filter((fact) => fact !== null)
      .join(' · '),
  });
}
