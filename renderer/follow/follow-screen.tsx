import { Stack, Tabs, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useToday } from '../letters/use-today.ts';
import { orpc } from '../rpc/client.ts';
import { CallList } from './call-list.tsx';
import { DueList } from './due-list.tsx';
import classes from './follow.module.css';
import { ToAskList } from './to-ask-list.tsx';

/** Everything that is owed after talks: steps and answers that are due, calls, and whether what ended three months ago holds. */
export default function FollowScreen() {
  const { t } = useTranslation('follow');
  const today = useToday();
  const due = useQuery(orpc.consultations.followUps.queryOptions({ input: { until: today } }));
  const calls = useQuery(orpc.phone.list.queryOptions({ input: {} }));
  const toAsk = useQuery(orpc.obstacles.toAsk.queryOptions({ input: { until: today } }));
  const counted = (label: string, count: number | undefined) => (count ? `${label} (${count})` : label);
  return (
    <Stack gap="md" className={classes.page}>
      <Title order={1}>{t('title')}</Title>
      <Tabs defaultValue="due" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="due">{counted(t('tab.due'), due.data?.followUps.length)}</Tabs.Tab>
          <Tabs.Tab value="calls">{counted(t('tab.calls'), calls.data?.calls.length)}</Tabs.Tab>
          <Tabs.Tab value="toAsk">{counted(t('tab.toAsk'), toAsk.data?.obstacles.length)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="due" pt="md">
          <DueList due={due} today={today} />
        </Tabs.Panel>
        <Tabs.Panel value="calls" pt="md">
          <CallList calls={calls} today={today} />
        </Tabs.Panel>
        <Tabs.Panel value="toAsk" pt="md">
          <ToAskList toAsk={toAsk} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}
