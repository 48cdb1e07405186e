import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRight } from '../access/session-store.ts';
import { orpc } from '../rpc/client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { DisplayText } from './display-text.tsx';
import { NetworkForm } from './network-form.tsx';
import { OpenHere } from './open-here.tsx';
import { PairDevice } from './pair-device.tsx';
import { PairedScreens } from './paired-screens.tsx';
import classes from './screens.module.css';

/** Kiosk and waiting-room display: open one here, pair a device, what stands on them, who is paired. */
export default function ScreensScreen() {
  const { t } = useTranslation('screens');
  const mayPair = useRight('screens.pair');
  const mayWrite = useRight('queue.work');
  const settings = useQuery(orpc.screens.settings.queryOptions({ input: {} }));
  if (settings.error) return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <SkeletonLines lines={8} />;
  return (
    <Stack gap="md" className={classes.page ?? ''}>
      <div>
        <Title order={1}>{t('title')}</Title>
        <Text c="dimmed">{t('intro')}</Text>
      </div>
      <div className={classes.columns}>
        <Stack gap="md">
          {mayWrite && <DisplayText text={settings.data.displayText} />}
          {mayPair && <OpenHere />}
          {mayPair && <PairDevice settings={settings.data} />}
        </Stack>
        <Stack gap="md">
          {mayPair && <PairedScreens />}
          <NetworkForm key={settings.data.revision} settings={settings.data} mayChange={mayPair} />
        </Stack>
      </div>
    </Stack>
  );
}
