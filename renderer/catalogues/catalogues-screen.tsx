import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CATALOGUE_KINDS } from '../../shared/catalogues/catalogues.rules.ts';
import { orpc } from '../rpc/client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './catalogues.module.css';
import { HistoryTab } from './history-tab.tsx';
import { KindTab, StepTab } from './kind-tab.tsx';

const TABS = [...CATALOGUE_KINDS, 'history'] as const;

/** What this office can choose from: the central lists, what it adds to them and what it does not offer. */
export default function CataloguesScreen() {
  const { t } = useTranslation('catalogues');
  const read = useQuery(orpc.catalogues.read.queryOptions({ input: {} }));
  const [tab, setTab] = useState<string>('topic');
  return (
    <Stack gap="sm" className={classes.page}>
      <div>
        <Title order={1}>{t('title')}</Title>
        <Text size="sm" c="dimmed">
          {t('hint')}
          {read.data && ` ${t('version', read.data.version)}`}
        </Text>
      </div>
      {read.error ? (
        <ErrorState error={read.error} onRetry={() => void read.refetch()} />
      ) : !read.data ? (
        <SkeletonLines lines={6} height={44} />
      ) : (
        <Tabs value={tab} onChange={(next) => setTab(next ?? 'topic')} keepMounted={false}>
          <Tabs.List aria-label={t('lists')} mb="md">
            {TABS.map((value) => (
              <Tabs.Tab key={value} value={value}>
                {t(`tab.${value}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {(['topic', 'obstacle', 'result'] as const).map((kind) => (
            <Tabs.Panel key={kind} value={kind}>
              <KindTab kind={kind} office={read.data} />
            </Tabs.Panel>
          ))}
          <Tabs.Panel value="step">
            <StepTab office={read.data} />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <HistoryTab />
          </Tabs.Panel>
        </Tabs>
      )}
    </Stack>
  );
}
