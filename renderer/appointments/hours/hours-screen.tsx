import { Stack, Tabs, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../access/session-store.ts';
import { orpc } from '../../rpc/client.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Message } from '../../ui/message.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { AppointmentPages } from '../appointment-pages.tsx';
import { ClosuresTab } from './closures-tab.tsx';
import { DefaultsTab } from './defaults-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import classes from './hours.module.css';
import { OutpostsTab } from './outposts-tab.tsx';
import { WeekTab } from './week-tab.tsx';

const TABS = ['week', 'closures', 'outposts', 'defaults', 'history'] as const;

/** When the office is there, in which languages, for what and with whom. All may look; leads write. */
export default function HoursScreen() {
  const { t } = useTranslation('appointments');
  const mayWrite = useRight('consulting-hours.write');
  const plan = useQuery(orpc.appointments.hours.queryOptions({ input: {} }));
  const [tab, setTab] = useState<string>('week');
  return (
    <Stack gap="sm" className={classes.page}>
      <AppointmentPages />
      <Title order={1}>{t('hours.title')}</Title>
      {plan.error ? (
        <ErrorState error={plan.error} onRetry={() => void plan.refetch()} />
      ) : !plan.data ? (
        <SkeletonLines lines={6} height={44} />
      ) : (
        <>
          {!mayWrite && <Message kind="info">{t('hours.readOnly')}</Message>}
          <Tabs value={tab} onChange={(next) => setTab(next ?? 'week')} keepMounted={false}>
            <Tabs.List aria-label={t('hours.parts')} mb="sm">
              {TABS.map((value) => (
                <Tabs.Tab key={value} value={value}>
                  {t(`hours.tab.${value}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="week">
              <WeekTab plan={plan.data} />
            </Tabs.Panel>
            <Tabs.Panel value="closures">
              <ClosuresTab plan={plan.data} />
            </Tabs.Panel>
            <Tabs.Panel value="outposts">
              <OutpostsTab outposts={plan.data.outposts} />
            </Tabs.Panel>
            <Tabs.Panel value="defaults">
              <DefaultsTab settings={plan.data.settings} />
            </Tabs.Panel>
            <Tabs.Panel value="history">
              <HistoryTab history={plan.data.history} />
            </Tabs.Panel>
          </Tabs>
        </>
      )}
    </Stack>
  );
}
