import { Stack, Tabs, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgrammeSection } from '../programme/programme-section.tsx';
import { orpc } from '../rpc/client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { Message } from '../ui/message.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import classes from './office.module.css';
import { KeysTab } from './settings/keys-tab.tsx';
import { LetterheadsTab } from './settings/letterheads-tab.tsx';
import { OfficeTab } from './settings/office-tab.tsx';
import { SnapshotsTab } from './settings/snapshots-tab.tsx';
import { TranslationsTab } from './settings/translations-tab.tsx';

const TABS = ['office', 'letterheads', 'keys', 'snapshots', 'translations'] as const;

/** Everything about the office itself. Everybody may look; changing it is the administrator's. */
export default function SettingsScreen() {
  const { t } = useTranslation('office');
  const settings = useQuery(orpc.office.settings.queryOptions({ input: {} }));
  const [tab, setTab] = useState<string>('office');
  return (
    <Stack gap="md" className={classes.page}>
      <Title order={1}>{settings.data?.name ?? t('settings.title')}</Title>
      {settings.error ? (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      ) : !settings.data ? (
        <SkeletonLines lines={6} height={44} />
      ) : (
        <>
          {settings.data.training && <Message kind="urgent">{t('settings.training')}</Message>}
          <Tabs value={tab} onChange={(next) => setTab(next ?? 'office')} keepMounted={false}>
            <Tabs.List aria-label={t('settings.parts')} mb="md">
              {TABS.map((value) => (
                <Tabs.Tab key={value} value={value}>
                  {t(`settings.tab.${value}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="office">
              <Stack gap="md">
                <OfficeTab settings={settings.data} />
                <ProgrammeSection />
              </Stack>
            </Tabs.Panel>
            <Tabs.Panel value="letterheads">
              <LetterheadsTab employers={settings.data.employers} />
            </Tabs.Panel>
            <Tabs.Panel value="keys">
              <KeysTab settings={settings.data} />
            </Tabs.Panel>
            <Tabs.Panel value="snapshots">
              <SnapshotsTab />
            </Tabs.Panel>
            <Tabs.Panel value="translations">
              <TranslationsTab />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Stack>
  );
}
