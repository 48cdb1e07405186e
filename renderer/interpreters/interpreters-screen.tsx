import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterpreterView } from '../../shared/interpreters/interpreters.contract.ts';
import { LanguageSelect } from '../people/language-select.tsx';
import { useLanguagesByOffice } from '../queue/check-in/language-chips.tsx';
import { orpc } from '../rpc/client.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { InterpreterLine } from './interpreter-line.tsx';
import { AddInterpreterSheet, AwaySheet, ChangeInterpreterSheet } from './interpreter-sheets.tsx';
import classes from './interpreters.module.css';
import { LanguagesTable } from './languages-table.tsx';
import { PledgeSheet } from './pledge-sheet.tsx';
import { StepCounts } from './step-counts.tsx';

const ASK_AGAIN_MS = 60_000;

/** Who interprets, who is on call today, and who speaks what. */
export default function InterpretersScreen() {
  const { t } = useTranslation('interpreters');
  const list = useQuery({
    ...orpc.interpreters.list.queryOptions({ input: {} }),
    refetchInterval: ASK_AGAIN_MS,
  });
  const staff = useQuery(orpc.access.listStaff.queryOptions({ input: {} }));
  const { ofOffice, others } = useLanguagesByOffice();
  const [language, setLanguage] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<string | null>(null);
  const [away, setAway] = useState<string | null>(null);
  const [pledging, setPledging] = useState<string | null>(null);
  const all = list.data?.interpreters ?? [];
  const shown = all
    .filter((one) => language === null || one.languages.includes(language))
    .sort((a, b) => Number(b.onCall !== null) - Number(a.onCall !== null));
  const find = (id: string | null): InterpreterView | undefined => all.find((one) => one.id === id);
  const changed = find(changing);
  const gone = find(away);
  const pledges = find(pledging);
  const spoken = new Set([...all, ...(staff.data?.staff ?? [])].flatMap((one) => one.languages));
  return (
    <Stack gap="md" className={classes.page}>
      <Group justify="space-between">
        <Title order={1}>{t('title')}</Title>
        <Button variant="default" leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
          {t('add')}
        </Button>
      </Group>
      <div className={classes.columns}>
        <Stack gap="md">
          <Section
            title={t('list')}
            aside={
              <Text size="sm" c="dimmed" role="status">
                {list.data && t('count', { count: shown.length })}
              </Text>
            }
          >
            <LanguageSelect
              label={t('byLanguage')}
              placeholder={t('allLanguages')}
              value={language}
              onChange={setLanguage}
            />
            <Text size="sm" c="dimmed" mt={4} mb="xs">
              {t('listHint')}
            </Text>
            {list.error ? (
              <ErrorState error={list.error} onRetry={() => void list.refetch()} />
            ) : !list.data ? (
              <SkeletonLines lines={5} height={56} />
            ) : shown.length === 0 ? (
              <EmptyState
                title={all.length === 0 ? t('empty') : t('none')}
                hint={all.length === 0 ? t('emptyHint') : t('noneHint')}
              />
            ) : (
              <ul className={classes.list}>
                {shown.map((one) => (
                  <InterpreterLine
                    key={one.id}
                    interpreter={one}
                    now={list.data.now}
                    onChange={() => setChanging(one.id)}
                    onAway={() => setAway(one.id)}
                    onPledge={() => setPledging(one.id)}
                  />
                ))}
              </ul>
            )}
          </Section>
          <StepCounts />
        </Stack>
        <Section title={t('who.title')}>
          <LanguagesTable
            languages={[...ofOffice, ...others.filter((id) => spoken.has(id))]}
            staff={staff.data?.staff ?? []}
            interpreters={all}
          />
          <Text size="sm" c="dimmed" mt="xs">
            {t('who.caption')}
          </Text>
        </Section>
      </div>
      {adding && <AddInterpreterSheet language={language} onClose={() => setAdding(false)} />}
      {changed && <ChangeInterpreterSheet interpreter={changed} onClose={() => setChanging(null)} />}
      {pledges && list.data && (
        <PledgeSheet interpreter={pledges} now={list.data.now} onClose={() => setPledging(null)} />
      )}
      {gone && list.data && <AwaySheet interpreter={gone} now={list.data.now} onClose={() => setAway(null)} />}
    </Stack>
  );
}
