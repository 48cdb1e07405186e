import { Stack, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteDebt } from '../../shared/note-work/note-work.contract.ts';
import { useRight } from '../access/session-store.ts';
import { useCatalogue } from '../i18n/catalogue-labels.ts';
import { useFormats } from '../i18n/formats.ts';
import { orpc } from '../rpc/client.ts';
import { Bdi } from '../ui/bdi.tsx';
import { Section } from '../ui/section.tsx';
import { NoteDebtSheet } from './note-debt-sheet.tsx';
import classes from './note-work.module.css';

/** The notes that this person still owes, from whatever day, and how many are open at the other desks. */
export function NoteDebts() {
  const { t } = useTranslation('note-work');
  const mayWrite = useRight('consultations.write');
  const debts = useQuery({ ...orpc.noteWork.debts.queryOptions({ input: {} }), enabled: mayWrite });
  const [opened, setOpened] = useState<NoteDebt | null>(null);
  const mine = debts.data?.mine ?? [];
  const elsewhere = debts.data?.elsewhere ?? [];
  if (mine.length === 0 && elsewhere.length === 0) return null;
  return (
    <Section
      title={t('title')}
      aside={
        <Text size="sm" c="dimmed">
          {mine.length}
        </Text>
      }
    >
      <Stack component="ul" gap={0} p={0} m={0} className={classes.list}>
        {mine.map((debt) => (
          <li key={debt.contactId}>
            <DebtLine debt={debt} onOpen={() => setOpened(debt)} />
          </li>
        ))}
      </Stack>
      {elsewhere.length > 0 && (
        <Text size="sm" c="dimmed" mt={4}>
          {elsewhere.map(({ desk, count }) => t('desk', { desk, count })).join(' · ')}
        </Text>
      )}
      {opened && <NoteDebtSheet debt={opened} onClose={() => setOpened(null)} />}
    </Section>
  );
}

function DebtLine({ debt, onOpen }: { debt: NoteDebt; onOpen: () => void }) {
  const { t } = useTranslation('note-work');
  const { topic } = useCatalogue();
  const { shortDate, time } = useFormats();
  const about = [`${shortDate(debt.day)} ${time(debt.since)}`, ...debt.topics.map(topic)].join(' · ');
  return (
    <UnstyledButton className={classes.debt} title={about} onClick={onOpen}>
      <Text size="sm" fw={600} span>
        {debt.person ? <Bdi>{debt.person.name}</Bdi> : t('nobodyNamed')}
      </Text>
      <Text size="sm" c="dimmed" span>
        {' · '}
        {about}
      </Text>
    </UnstyledButton>
  );
}
