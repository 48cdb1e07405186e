import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../rpc/client.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { BundleTable } from './bundle-table.tsx';
import classes from './export.module.css';
import { NightStatus } from './night-status.tsx';
import { WhatLeaves } from './what-leaves.tsx';

/** The night: what leaves the house, what the city has confirmed, and what is wrong. */
export default function ExportScreen() {
  const { t } = useTranslation('export');
  const status = useQuery(orpc.export.status.queryOptions({ input: {} }));
  return (
    <Stack gap="md" className={classes.page}>
      <Title order={1}>{t('title')}</Title>
      {status.data ? (
        <>
          <NightStatus status={status.data} />
          <WhatLeaves accepted={status.data.previewAcceptedBy} />
          <BundleTable bundles={status.data.bundles} />
        </>
      ) : status.error ? (
        <ErrorState error={status.error} onRetry={() => void status.refetch()} />
      ) : (
        <SkeletonLines lines={6} height={44} />
      )}
    </Stack>
  );
}
